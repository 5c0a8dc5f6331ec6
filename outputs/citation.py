"""How a release is cited and under which licence it may be used."""

from __future__ import annotations

from pathlib import Path

from outputs.manifest import Manifest

TITLE = "Kerjasama: international cooperation with Indonesia, read from Indonesian news"


def citation(manifest: Manifest) -> str:
    """The file CITATION.cff (Citation File Format 1.2.0)."""
    sample = "SAMPLE made from invented articles, not for citation as data. " if manifest.sample else ""
    return (
        "cff-version: 1.2.0\n"
        f'message: "{sample}If you use these data, please cite this version."\n'
        "type: dataset\n"
        f'title: "{TITLE}{" (SAMPLE)" if manifest.sample else ""}"\n'
        "authors:\n  - name: Kerjasama contributors\n"
        f'version: "{manifest.version}"\n'
        f"date-released: {manifest.time:%Y-%m-%d}\n"
        "license: CC-BY-4.0\n"
        "keywords: [Indonesia, international cooperation, news, small and medium enterprises, open data]\n"
        f'abstract: "{abstract(manifest)}"\n'
        f"identifiers:\n  - type: other\n    value: sha256:{manifest.identity}\n"
        "    description: digest of the inputs and of everything that read them\n"
    )


def abstract(manifest: Manifest) -> str:
    """What the dataset is and holds, in two sentences."""
    counts = manifest.counts
    return (
        "Claims, made in Indonesian news, that an Indonesian and a foreign party cooperate, with parties, "
        "stage, sectors, dates, "
        f"figures and statements, each anchored to its place in the article. This version holds "
        f"{counts['facts']:,} facts of "
        f"{counts['articles']:,} articles."
    )


def license_text() -> str:
    """The file LICENSE.txt: what CC BY 4.0 allows, its address, and what it does not cover."""
    return Path(__file__).with_name("license.txt").read_text(encoding="utf-8")
