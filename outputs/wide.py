"""Makes `facts_wide`: one row a fact with names and labels joined in, for people with a spreadsheet.

How cells are written is `table_files.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kerjasama.codebook import load

if TYPE_CHECKING:
    import pyarrow

COLUMNS: Mapping[str, str] = {
    "fact_id": "identifier of the fact; look it up in the other tables",
    "published": "date on which the article was published",
    "publisher": "outlet",
    "title": "headline",
    "url": "address of the article",
    "instrument": "kind of cooperation, as a code",
    "instrument_label": "the same in words",
    "stage": "how far it has come, as a code",
    "stage_label": "the same in words",
    "partner_countries": "countries of the foreign side, ISO 3166-1 alpha-2",
    "indonesian_side": "participants on the Indonesian side",
    "foreign_side": "participants on the foreign side",
    "programme": "proper name of the programme, project, agreement or forum",
    "object": "what it is about, in the article's words",
    "sectors": "fields, as codes",
    "sector_labels": "the same in words",
    "places": "Indonesian divisions, ISO 3166-2 or Kemendagri codes",
    "foreign_places": "foreign cities and prefectures",
    "event_date": "when it happened or will happen; empty where the article does not say",
    "date_basis": "how the date was had: explicit, resolved or none",
    "speaker": "who claims it, where the sentence is attributed",
    "evidence": "the sentence that tells it, at most 280 characters",
    "confidence": "probability that instrument, stage and parties are all right",
    "initiative_id": "real-world cooperation that the fact belongs to",
    "initiative": "name of that cooperation",
    "tellings": "independent tellings of that cooperation: near-copies count once",
    "story_id": "articles that are near-copies share it",
    "captured": "when the article was captured, UTC",
}
"""Column name → what it holds, in order."""

_QUERY = """
WITH sides AS (
    SELECT fact_id,
           list(name ORDER BY ordinal) FILTER (side = 'ID') AS indonesian_side,
           list(name ORDER BY ordinal) FILTER (side <> 'ID') AS foreign_side
    FROM participants GROUP BY fact_id
)
SELECT f.fact_id, left(a.published_at, 10) AS published, a.publisher, a.title, coalesce(a.canonical_url,
a.url) AS url,
       f.instrument, i.label AS instrument_label, f.stage, s.label AS stage_label, f.partner_countries,
       coalesce(p.indonesian_side, []::VARCHAR[]) AS indonesian_side,
       coalesce(p.foreign_side, []::VARCHAR[]) AS foreign_side,
       f.programme, f.object, f.sectors,
       list_transform(f.sectors, lambda code: coalesce(labels[code], code)) AS sector_labels,
       f.places, f.foreign_places, f.event_date, f.date_basis, f.speaker, f.evidence_quote AS evidence,
       f.confidence,
       f.initiative_id, n.name AS initiative, n.stories AS tellings, a.story_id, a.captured_at AS captured
FROM facts f
LEFT JOIN articles a USING (article_id)
LEFT JOIN sides p USING (fact_id)
LEFT JOIN initiatives n USING (initiative_id)
LEFT JOIN instruments i ON i.code = f.instrument
LEFT JOIN stages s ON s.code = f.stage
CROSS JOIN sector_names
ORDER BY f.fact_id
"""


def facts_wide(tables: Mapping[str, pyarrow.Table]) -> pyarrow.Table:
    """One row a fact, sorted by `fact_id`, with the columns of `COLUMNS`."""
    import duckdb
    import pyarrow as pa

    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET enable_progress_bar = false")
        for name in ("facts", "articles", "participants", "initiatives"):
            connection.register(name, tables[name])
        for name, vocabulary in (("instruments", "instrument"), ("stages", "stage")):
            labels = load("vocabularies")[vocabulary]
            columns = {"code": list(labels), "label": [label["en"] for label in labels.values()]}
            connection.register(name, pa.table(columns))
        sectors = {code: label["en"] for code, label in load("vocabularies")["sector"].items()}
        wanted = pa.array([list(sectors.items())], pa.map_(pa.string(), pa.string()))
        connection.register("sector_names", pa.table({"labels": wanted}))
        found = connection.sql(_QUERY).to_arrow_table()
    return found.select(list(COLUMNS))
