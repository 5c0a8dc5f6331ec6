from datetime import UTC, datetime

from kerjasama.resolve import resolve
from kerjasama.schema import TABLES, arrow_schema, to_table

TEXT = "PT Sinar Laut dan Tokai Marine membangun pabrik di Cilegon, kata Rina Hartati."


def _tables():
    article = {
        "day": "2024-05-02",
        "article_id": "a1",
        "url": "https://warta.example/1",
        "canonical_url": "https://warta.example/1",
        "publisher": "warta",
        "title": "Pabrik",
        "authors": [],
        "editors": [],
        "published_at": "2024-05-01",
        "dateline_place": None,
        "language": "id",
        "text_sha256": "0" * 64,
        "text_length": len(TEXT),
        "word_count": 12,
        "captured_at": datetime(2024, 5, 2, tzinfo=UTC),
        "archive_record": "urn:uuid:1",
        "parser": "text",
        "parser_version": "1",
        "text": TEXT,
    }
    day = {"day": "2024-05-02", "article_id": "a1"}
    names = {"m-1": ("PT Sinar Laut", "company", "ID"), "m-2": ("Tokai Marine", "company", "JP")}
    rows = {
        "parsed_articles": [article],
        "stories": [{"article_id": "a1", "story_id": "s1"}],
        "actor_mentions": [
            {
                **day,
                "actor_mention_id": key,
                "name": name,
                "kind": kind,
                "country": country,
                "aliases": [],
                "starts": [TEXT.index(name)],
                "ends": [TEXT.index(name) + len(name)],
            }
            for key, (name, kind, country) in names.items()
        ],
        "statement_mentions": [],
        "figure_mentions": [],
        "fact_mentions": [
            {
                **day,
                "fact_id": "f-1",
                "instrument": "investment",
                "stage": "ongoing",
                "partner_countries": ["JP"],
                "object": "pabrik di Cilegon",
                "sectors": ["manufacturing"],
                "places": [],
                "foreign_places": [],
                "date_precision": "none",
                "date_basis": "none",
                "evidence_starts": [0],
                "evidence_ends": [len(TEXT)],
                "evidence_quote": TEXT,
                "extractor": "test",
            }
        ],
        "participant_mentions": [
            {
                **day,
                "fact_id": "f-1",
                "actor_mention_id": key,
                "ordinal": ordinal,
                "name": names[key][0],
                "side": names[key][2],
                "role": "party",
            }
            for ordinal, key in enumerate(names, start=1)
        ],
        "unread": [],
    }
    return {name: to_table(name, found) for name, found in rows.items()}


def test_makes_the_published_tables_in_their_declared_shape():
    made = resolve(_tables())
    assert sorted(made) == sorted(
        [
            "articles",
            "facts",
            "participants",
            "figures",
            "statements",
            "actors",
            "mentions",
            "initiatives",
            "initiative_stages",
        ]
    )
    for name, table in made.items():
        assert table.schema.equals(arrow_schema(name)), name


def test_every_reference_between_the_tables_is_kept():
    made = resolve(_tables())
    for name, table in made.items():
        for column in TABLES[name].columns:
            if column.references is None:
                continue
            target, key = column.references.split(".")
            known = set(made[target][key].to_pylist())
            told = table[column.name].to_pylist()
            flat = {one for value in told for one in (value if isinstance(value, list) else [value])}
            assert flat - {None} <= known, (name, column.name)


def test_articles_tell_what_their_facts_say_and_mentions_are_verbatim():
    made = resolve(_tables())
    (article,) = made["articles"].to_pylist()
    assert (article["story_id"], article["is_cooperation"], article["partner_countries"]) == (
        "s1",
        True,
        ["JP"],
    )
    assert "text" not in article
    for row in made["mentions"].to_pylist():
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_an_article_that_could_not_be_read_is_left_out():
    tables = _tables()
    for name in ("actor_mentions", "fact_mentions", "participant_mentions"):
        tables[name] = tables[name].slice(0, 0)
    tables["unread"] = to_table("unread", [{"day": "2024-05-02", "article_id": "a1", "error": "ValueError"}])
    assert resolve(tables)["articles"].num_rows == 0
