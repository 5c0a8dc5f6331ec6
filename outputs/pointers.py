"""What stands beside the versions: `index.json`, `feed.xml`, `CHANGELOG.md` and, written last,
`latest.json`.

All of it follows from the manifests of the versions that are there, so it can be written again at any time.
How a version is made is `release.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from upath import UPath

from kerjasama.storage import write_atomically
from outputs.manifest import MANIFEST, SUMS, Manifest, as_json, release_digest

VERSION = re.compile(r"^(\d{4})\.(\d{2})\.(\d{2})(?:\.([1-9]\d*))?(-sample)?$")
POINTERS = ("index.json", "feed.xml", "CHANGELOG.md", "latest.json")
"""In the order in which they are written: the pointer that clients follow comes last."""


def order(version: str) -> tuple[int, ...]:
    """The place of a version among others: by date, then by number; ValueError for what is no version."""
    found = VERSION.match(version)
    if not found:
        raise ValueError(
            f"{version!r} is no version; versions are YYYY.MM.DD, YYYY.MM.DD.n, with -sample for samples"
        )
    return tuple(int(part or 0) for part in found.groups()[:4])


def versions(releases: UPath) -> list[Manifest]:
    """The manifests of all releases in a folder, newest first. A folder without a whole manifest is no
    release."""
    if not releases.exists():
        return []
    found = []
    for folder in releases.iterdir():
        name = folder.name or folder.path.rstrip("/").rsplit("/", 1)[-1]
        if VERSION.match(name) and (folder / MANIFEST).exists():
            found.append(Manifest.from_json((folder / MANIFEST).read_bytes()))
    return sorted(
        found, key=lambda manifest: (manifest.time, order(manifest.version), manifest.sample), reverse=True
    )


def settle(releases: UPath) -> bool:
    """Bring index, feed, changelog and pointer in line with the versions that are there; whether anything
    changed."""
    manifests = versions(releases)
    if not manifests:
        return False
    wanted = pointer_files(manifests, {m.version: _digest(releases, m.version) for m in manifests})
    changed = False
    for name in POINTERS:
        path = releases / name
        if not path.exists() or path.read_bytes() != wanted[name]:
            write_atomically(path, wanted[name])
            changed = True
    return changed


def pointer_files(manifests: Sequence[Manifest], digests: dict[str, str]) -> dict[str, bytes]:
    """The files beside the versions, by name. `manifests` newest first; `digests` by version."""
    latest = next((manifest for manifest in manifests if not manifest.sample), manifests[0])
    return {
        "index.json": as_json({"dataset": "kerjasama", "versions": [_entry(m, digests) for m in manifests]}),
        "feed.xml": feed(manifests).encode(),
        "CHANGELOG.md": changelog(manifests).encode(),
        "latest.json": as_json(_entry(latest, digests)),
    }


def feed(manifests: Sequence[Manifest]) -> str:
    """An Atom feed of the releases (RFC 4287). Addresses are relative: the folder may lie anywhere."""
    entries = "".join(
        f"<entry><id>urn:kerjasama:release:{m.version}</id>"
        f"<title>{escape(m.version)}{' (SAMPLE)' if m.sample else ''}</title>"
        f"<updated>{m.time.isoformat()}</updated>"
        f'<link rel="alternate" href="{m.version}/README.md"/>'
        f"<summary>{escape(_summary(m))}</summary></entry>\n"
        for m in manifests
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        "<id>urn:kerjasama:releases</id><title>Kerjasama: releases</title>"
        "<author><name>Kerjasama contributors</name></author>"
        f"<updated>{manifests[0].time.isoformat()}</updated>"
        f'<link rel="self" href="feed.xml"/>\n{entries}</feed>\n'
    )


def changelog(manifests: Sequence[Manifest]) -> str:
    """What changed from version to version, newest first, as Markdown."""
    parts = [f"## {m.version} (data {m.data_version})\n\n{_summary(m)}\n" for m in manifests]
    return "# Changes of the data\n\n" + "\n".join(parts)


def _summary(manifest: Manifest) -> str:
    counts = manifest.counts
    facts, articles, initiatives = (counts[name] for name in ("facts", "articles", "initiatives"))
    told = f"{facts:,} facts from {articles:,} articles; {initiatives:,} initiatives."
    return f"{told} {manifest.changes.get('summary', '')}".strip()


def _entry(manifest: Manifest, digests: dict[str, str]) -> dict[str, Any]:
    return {
        "version": manifest.version,
        "data_version": manifest.data_version,
        "time": manifest.time.isoformat(),
        "sample": manifest.sample,
        "path": f"{manifest.version}/",
        "manifest": f"{manifest.version}/{MANIFEST}",
        "digest": digests[manifest.version],
        "counts": dict(manifest.counts),
    }


def _digest(releases: UPath, version: str) -> str:
    return release_digest((releases / version / SUMS).read_bytes())
