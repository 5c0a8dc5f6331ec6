"""Asset group `release`: the accuracy told with it, the release itself, and its publication."""

from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg

from assets.common import RETRY
from assets.resources import Clock, HomeResource, Newsstand, Publishing
from kerjasama.schema import MENTION_TABLES, PUBLISHED

PROJECT = Path(__file__).resolve().parent.parent
SHAPING = ("kerjasama/resolve", "kerjasama/sources/canonical.py", "expectations", "outputs")
"""Code that shapes a release beside parser and extractor, which have versions of their own."""

LOOKED_AT = ("captures", "parsed_articles", "rejects", *MENTION_TABLES)
"""Tables that stay in the home but that the expectations look at: texts, and the sums that must close."""


@dg.asset(group_name="release", kinds={"json"}, code_version="1")
def accuracy():
    """Tell what this very extractor scores on gold, or that this version was not measured."""
    from kerjasama.evaluate.accuracy import accuracy as measured

    found = measured()
    return dg.MaterializeResult(
        value=found, metadata={"measured": found["measured"], "extractor": found["extractor"]}
    )


@dg.asset(
    ins={name: dg.AssetIn(name) for name in (*PUBLISHED, *LOOKED_AT, "accuracy")},
    group_name="release",
    kinds={"parquet", "csv"},
    code_version="1",
)
def release(
    context: dg.AssetExecutionContext,
    clock: Clock,
    home: HomeResource,
    newsstand: Newsstand,
    publishing: Publishing,
    accuracy: Any,
    **tables: Any,
):
    """Validate all that will be published, write it aside, give it its name; or say that nothing is new."""
    from expectations.gate import judge, silence
    from outputs.ledger import read_ledger
    from outputs.release import Released, ReleaseRefused, build

    try:
        made = build(
            home.home(),
            _current_only(tables),
            now=clock.moment(),
            sample=_is_sample(tables["captures"]),
            judge=partial(judge, limits=publishing.limits()),
            watch=silence,
            versions=_versions(tables["parsed_articles"]),
            version=publishing.version,
            accuracy=accuracy,
            accept=publishing.accept,
            limits=publishing.limits(),
            partner_countries=newsstand.partner_countries,
            ledger=[correction.place for correction in read_ledger(home.ledger())],
            texts={"corrections.yaml": home.ledger()} if home.ledger() else None,
        )
    except (ReleaseRefused, ValueError) as refusal:
        raise dg.Failure(str(refusal), allow_retries=False) from refusal
    new = isinstance(made, Released)
    context.log.info(f"release {made.version}" if new else f"nothing new since release {made.version}")
    rows = {name: tables[name].num_rows for name in PUBLISHED}
    return dg.MaterializeResult(
        metadata={
            "new": new,
            "version": made.version,
            "digest": made.digest,
            "folder": dg.MetadataValue.path(str(made.path)),
            "rows": dg.MetadataValue.json(rows),
        }
    )


def _current_only(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables with superseded readings left out, so that extracted = published + quarantined."""
    from kerjasama.resolve.current import current

    dated = [name for name in tables if name.endswith("_mentions")] + ["parsed_articles"]
    return {**tables, **current({name: tables[name] for name in dated})}


def _is_sample(captures: Any) -> bool:
    """Whether the home holds the sample newsroom; a home that mixes it with real captures is refused."""
    from kerjasama.sources.newsroom.content import outlets

    invented = {outlet.id for outlet in outlets()}
    seen = set(captures["publisher"].to_pylist())
    if seen & invented and seen - invented:
        raise ValueError("the home mixes the sample newsroom with real captures; choose another with --home")
    return bool(seen & invented)


def _versions(articles: Any) -> Any:
    """What made the release: this code, the codebook, the extractor, and every parser that was at work."""
    from kerjasama import __version__
    from kerjasama.extract.version import extractor_name
    from kerjasama.fingerprint import fingerprint
    from kerjasama.schema import CODEBOOK_VERSION
    from outputs.manifest import Versions

    parsers = set(zip(articles["parser"].to_pylist(), articles["parser_version"].to_pylist(), strict=True))
    return Versions(
        code=f"{__version__}+{fingerprint(PROJECT, SHAPING)[:12]}",
        codebook=CODEBOOK_VERSION,
        extractor=extractor_name(),
        parser="; ".join(sorted(f"{name} {version}" for name, version in parsers)),
    )


@dg.asset(deps=[release], group_name="release", kinds={"fsspec"}, retry_policy=RETRY, code_version="1")
def publication(context: dg.AssetExecutionContext, home: HomeResource, publishing: Publishing):
    """Copy the newest release to its destinations, data first, pointer last."""
    if not publishing.destinations:
        context.log.info("no destination is set (KERJASAMA_DESTINATIONS): the release stays in the home")
        return dg.MaterializeResult(metadata={"destinations": 0})
    from outputs.publish import publish

    reports = [publish(home.home(), destination) for destination in publishing.destinations]
    return dg.MaterializeResult(metadata={"destinations": len(reports)})
