"""Lays a release out as a Hugging Face dataset repository: a dataset card, Parquet by configuration, a tag
a version.

Where the folder is a Git working copy, the layout is committed and tagged; pushing it is the owner's act.
How other stores are filled is `publish.py`'s.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from upath import UPath

from kerjasama.storage import is_local, write_atomically
from outputs.citation import abstract
from outputs.manifest import Manifest, sha256
from outputs.published import Published
from outputs.reading import read_manifest

CARRIED = (
    "CITATION.cff",
    "LICENSE.txt",
    "croissant.json",
    "accuracy.json",
    "release.json",
    "SHA256SUMS",
    "changes.json",
)
SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)


def lay_out(source: UPath, folder: UPath) -> Published:
    """Write the layout of one release into a folder; commit and tag it as `v<version>` where that is a Git
    repository."""
    manifest = read_manifest(source)
    files = {"README.md": card(manifest, (source / "README.md").read_text(encoding="utf-8")).encode()}
    for path in (*_parquet(manifest), "inputs.parquet", *CARRIED):
        files[path] = (source / path).read_bytes()
    sent = 0
    for path, content in files.items():
        if not (folder / path).exists() or sha256((folder / path).read_bytes()) != sha256(content):
            write_atomically(folder / path, content)
            sent += 1
    versioned = is_local(folder) and (folder / ".git").exists()
    tag = _commit(Path(str(folder)), manifest, sorted(files)) if versioned else None
    return Published(str(folder), manifest.version, sent, len(files) - sent, details={"tag": tag})


def card(manifest: Manifest, readme: str) -> str:
    """The dataset card: what the Hub reads (YAML) before the release's own README."""
    tables = sorted(path.removeprefix("data/").removesuffix(".parquet") for path in _parquet(manifest))
    ordered = ["facts_wide", *(name for name in tables if name != "facts_wide")]
    configs = "".join(f"- config_name: {name}\n  data_files: data/{name}.parquet\n" for name in ordered)
    configs = configs.replace("facts_wide.parquet\n", "facts_wide.parquet\n  default: true\n", 1)
    size = next((label for limit, label in SIZES if manifest.counts["facts"] < limit), "n>10M")
    return (
        "---\nlicense: cc-by-4.0\nlanguage:\n- id\n- en\n"
        f"pretty_name: Kerjasama{' (SAMPLE)' if manifest.sample else ''}\n"
        f"size_categories:\n- {size}\n"
        "tags:\n- news\n- indonesia\n- international-cooperation\n- information-extraction\n"
        f"version: {manifest.version}\nconfigs:\n{configs}---\n\n{abstract(manifest)}\n\n{readme}"
    )


def _parquet(manifest: Manifest) -> list[str]:
    paths = (entry.path for entry in manifest.files)
    return [path for path in paths if path.startswith("data/") and path.endswith(".parquet")]


def _commit(folder: Path, manifest: Manifest, files: list[str]) -> str:
    tag = f"v{manifest.version}"
    if _git(folder, "tag", "--list", tag):
        return tag
    _git(folder, "add", "--", *files)
    stamp = manifest.time.isoformat()
    who = ("-c", "user.name=Kerjasama", "-c", "user.email=release@kerjasama.invalid")
    if _git(folder, "status", "--porcelain"):
        _git(folder, *who, "commit", "--quiet", f"--date={stamp}", "-m", f"Release {manifest.version}")
    _git(folder, *who, "tag", "-a", tag, "-m", f"Release {manifest.version}, data {manifest.data_version}")
    return tag


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()
