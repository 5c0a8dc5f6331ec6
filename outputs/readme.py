"""Writes a release's README and data dictionary: English in README.md, Indonesian and Japanese beside it.

The wording stands in the templates `readme.<language>.md`; what columns mean, in `dictionary.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kerjasama.codebook import load
from outputs.accuracy import headline, reliability_rows
from outputs.descriptors import Resource
from outputs.dictionary import LANGUAGES, translations
from outputs.history import COLUMNS as HISTORY_COLUMNS
from outputs.manifest import Manifest
from outputs.reading import HISTORY_OF
from outputs.reasons import REASONS

FILES = {"en": "README.md", "id": "README.id.md", "ja": "README.ja.md"}
VOCABULARIES = ("instrument", "stage", "sector", "actor_kind", "role")


def readmes(
    manifest: Manifest, resources: Sequence[Resource], accuracy: Mapping[str, Any] | None
) -> dict[str, str]:
    """The README in every language, by its path within the release."""
    return {
        FILES[language]: _template(language).render(
            manifest=manifest,
            resources=[one for one in resources if not one.entry.name.startswith(HISTORY_OF)],
            history=_history(resources, language),
            headline=headline(accuracy),
            reliability=reliability_rows(accuracy),
            language=language,
            vocabularies={name: load("vocabularies")[name] for name in VOCABULARIES},
            reasons=REASONS,
        )
        for language in LANGUAGES
    }


def _history(resources: Sequence[Resource], language: str) -> dict[str, Any]:
    """What is told of the histories once for all: what they hold, whose they are, what they add."""
    found = [resource.entry for resource in resources if resource.entry.name.startswith(HISTORY_OF)]
    return {
        "meaning": translations()["history"][language].format(table="&lt;table&gt;"),
        "tables": [f"`{entry.name.removeprefix(HISTORY_OF)}`" for entry in found],
        "columns": [column for column in found[0].columns if column.name in HISTORY_COLUMNS],
    }


@cache
def _template(language: str) -> Any:
    import jinja2

    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["score"] = lambda value: "–" if value is None else f"{value:.2f}"
    environment.filters["cell"] = lambda text: str(text).replace("|", "\\|").replace("\n", " ")
    text = Path(__file__).with_name(f"readme.{language}.md").read_text(encoding="utf-8")
    return environment.from_string(text)
