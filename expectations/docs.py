"""Writes what came of the expectations: JSON for machines and Great Expectations' Data Docs for people.

Great Expectations stamps its results and pages with times, random identifiers and files from elsewhere on
the web. A release has one clock and opens without a network, so all of that is replaced or left out here;
two runs over the same tables give the same bytes. Which rules there are is `rules.py`'s subject.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from expectations.outcomes import SAMPLE, Outcome
from expectations.suite import SuiteResult
from kerjasama.schema import MAX_QUOTATION, TABLES

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ELSEWHERE = re.compile(r"""url\(\s*['"]?https?:[^)]*\)""")
_VOLATILE = (
    "batch_markers",
    "run_id",
    "validation_id",
    "checkpoint_id",
    "validation_time",
    "active_batch_definition",
)


def validation_report(results: Sequence[SuiteResult], *, version: str, at: datetime) -> dict[str, bytes]:
    """The files of a release's `validation/` folder, by their path within it.

    `summary.json` has every rule with its outcome; `results/<table>.json` what Great Expectations said of a
    table; `docs/index.html` and `docs/<table>.html` are Data Docs. `at` is the release's own time.
    """
    stamp = at.isoformat()
    files = {"summary.json": _json(summary(results, version=version, at=at))}
    for result in results:
        files[f"results/{result.table}.json"] = _json(_pinned(result.raw, version, stamp))
        files[f"docs/{result.table}.html"] = _page(result, version, at).encode()
    files["docs/index.html"] = _index(results, version, at).encode()
    files["docs/style.css"] = Path(__file__).with_name("data_docs.css").read_bytes()
    return dict(sorted(files.items()))


def summary(results: Sequence[SuiteResult], *, version: str, at: datetime) -> dict[str, Any]:
    """Every rule with its severity, meaning and outcome, and how many hold, as plain data."""
    outcomes = [outcome for result in results for outcome in result.outcomes]
    return {
        "version": version,
        "time": at.isoformat(),
        "rules": len(outcomes),
        "kept": sum(outcome.success for outcome in outcomes),
        "broken": {
            severity: sum(not o.success for o in outcomes if o.severity == severity)
            for severity in ("error", "quarantine", "warn")
        },
        "outcomes": [_told(outcome) for outcome in outcomes],
    }


def _told(outcome: Outcome) -> dict[str, Any]:
    return {
        "rule": outcome.rule_id,
        "table": outcome.rule.table,
        "columns": list(outcome.rule.columns),
        "severity": outcome.severity,
        "meaning": outcome.rule.meaning,
        "success": outcome.success,
        "unexpected_count": outcome.unexpected_count,
        "unexpected_keys": list(outcome.sample_keys),
        "observed": outcome.observed,
    }


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _pinned(raw: Any, version: str, stamp: str) -> dict[str, Any]:
    """A result as JSON without what changes from run to run, its lists cut to a sample, its strings to a
    quotation."""
    content = raw.to_json_dict()
    content["meta"] = {key: value for key, value in content["meta"].items() if key not in _VOLATILE}
    content["meta"].update({"run_name": version, "run_time": stamp})
    content.pop("id", None)
    for result in content["results"]:
        result["expectation_config"].pop("id", None)
        result["expectation_config"]["kwargs"].pop("batch_id", None)
        for name in ("unexpected_list", "unexpected_index_list", "unexpected_index_query"):
            result["result"].pop(name, None)
    return _cut(content)


def _cut(value: Any, name: str = "") -> Any:
    """The value with every string cut at a quotation's length and every list of rows at a sample's, all the
    way down."""
    if isinstance(value, dict):
        return {key: _cut(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_cut(inner) for inner in (value[:SAMPLE] if name.startswith("partial_") else value)]
    return value[:MAX_QUOTATION] if isinstance(value, str) else value


@lru_cache(maxsize=1)
def _view() -> Any:
    """Great Expectations' page templates, compiled once: compiling them anew for every page is most of the
    work."""
    from great_expectations.render.view import DefaultJinjaPageView

    return DefaultJinjaPageView()


def _page(result: SuiteResult, version: str, at: datetime) -> str:
    """One table's page: what Great Expectations renders, in a shell that needs nothing from elsewhere."""
    from great_expectations.core.run_identifier import RunIdentifier
    from great_expectations.render.renderer import ValidationResultsPageRenderer
    from lxml import html

    raw = result.raw
    raw.meta = {
        **{key: value for key, value in raw.meta.items() if key not in _VOLATILE},
        "run_id": RunIdentifier(run_name=version, run_time=at),
    }
    rendered = _view().render(ValidationResultsPageRenderer().render(raw))
    tree = html.fromstring(rendered)
    sections = [
        element for element in tree.iter("div") if "ge-section" in (element.get("class") or "").split()
    ]
    for section in sections:
        _clean(section)
    body = "\n".join(html.tostring(section, encoding="unicode", with_tail=False) for section in sections)
    links = "\n".join(
        f'<li><a href="#{section.get("id")}">{escape(_heading(section))}</a></li>' for section in sections
    )
    failed = sum(not outcome.success for outcome in result.outcomes)
    told = (
        f"{len(result.outcomes)} expectations, {failed} broken"
        if failed
        else f"all {len(result.outcomes)} expectations hold"
    )
    return _shell(
        f"{result.table} · {version}",
        f'<p><a href="index.html">All tables</a></p><h1>{escape(result.table)}</h1>'
        f"<p>{escape(TABLES[result.table].en)}. In version {escape(version)}, {told}.</p>"
        f'<div class="columns"><nav><ul>{links}</ul></nav><main>{body}</main></div>',
    )


def _clean(section: Any) -> None:
    """Take out scripts, addresses of other sites, the batch's fingerprints, and number the random
    identifiers."""
    for element in list(section.iter("script", "link", "img")):
        element.drop_tree()
    for block in list(section.iter("div")):
        if re.fullmatch(r"section-1-content-block-3", block.get("id") or ""):
            block.drop_tree()
    numbers: dict[str, str] = {}
    for element in section.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in list(element.attrib.items()):
            if name in ("onclick", "style") or (name == "href" and not value.startswith("#")):
                del element.attrib[name]
                continue
            element.set(
                name, _UUID.sub(lambda found: numbers.setdefault(found[0], f"n{len(numbers)}"), value)
            )


def _heading(section: Any) -> str:
    headings = [" ".join(element.text_content().split()) for element in section.iter("h5")]
    return headings[0] if headings else section.get("id", "")


def _index(results: Sequence[SuiteResult], version: str, at: datetime) -> str:
    rows = []
    for result in results:
        broken = {
            s: sum(not o.success for o in result.outcomes if o.severity == s)
            for s in ("error", "quarantine", "warn")
        }
        cells = "".join(
            f'<td class="{_mood(severity, count)}">{count}</td>' for severity, count in broken.items()
        )
        name = f'<a href="{result.table}.html">{result.table}</a>'
        rows.append(f"<tr><td>{name}</td><td>{len(result.outcomes)}</td>{cells}</tr>")
    rules = "".join(
        f'<tr class="{"kept" if outcome.success else "broken"}">'
        f"<td>{'holds' if outcome.success else 'broken'}</td>"
        f"<td>{escape(outcome.severity)}</td><td><code>{escape(outcome.rule_id)}</code></td>"
        f"<td>{escape(outcome.rule.meaning)}</td><td>{escape(outcome.observed)}</td></tr>"
        for result in results
        for outcome in sorted(result.outcomes, key=lambda outcome: outcome.success)
    )
    return _shell(
        f"Validation of {version}",
        f"<h1>Validation of {escape(version)}</h1><p>Every table was tested before it was published. An "
        f"<em>error</em> stops a "
        "release; a row that breaks a <em>quarantine</em> rule is set aside in the table "
        "<code>quarantine</code>, with "
        "the rule's name; a <em>warning</em> is reported here and nothing else. The release's own time is "
        f"{at:%Y-%m-%d %H:%M:%S} UTC.</p>"
        "<table><thead><tr><th>Table</th><th>Expectations</th><th>Errors</th><th>Quarantine rules "
        "broken</th><th>Warnings</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table><h2>Every rule</h2>"
        "<table><thead><tr><th></th><th>Severity</th><th>Rule</th><th>Why</th><th>Seen</th></tr></thead>"
        f"<tbody>{rules}</tbody></table>",
    )


def _mood(severity: str, broken: int) -> str:
    if not broken:
        return "good"
    return "warned" if severity == "warn" else "bad"


def _shell(title: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="stylesheet" '
        f'href="style.css"></head>\n<body>{_ELSEWHERE.sub("none", body)}</body></html>\n'
    )
