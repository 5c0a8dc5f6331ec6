"""Which versions stay public. By default all do: a cited version must be there for whoever looks it up."""

from __future__ import annotations

from collections.abc import Sequence

from upath import UPath

from kerjasama.storage import write_atomically
from outputs import pointers
from outputs.manifest import SUMS, Manifest, release_digest
from outputs.staging import remove_folder


def surplus(manifests: Sequence[Manifest], keep: int | None) -> list[str]:
    """The versions beyond the newest `keep` (all stay where it is None). ValueError for fewer than one."""
    if keep is None:
        return []
    if keep < 1:
        raise ValueError(
            f"retention of {keep} versions would leave none; keep one or more, or leave it out to keep all"
        )
    newest_first = sorted(
        manifests, key=lambda manifest: (manifest.time, pointers.order(manifest.version)), reverse=True
    )
    return [manifest.version for manifest in newest_first[keep:]]


def prune(root: UPath, keep: int | None) -> list[str]:
    """Take surplus versions out of the index first, then off the store; their names."""
    manifests = pointers.versions(root) if keep is not None else []
    gone = surplus(manifests, keep)
    if gone:
        staying = [manifest for manifest in manifests if manifest.version not in gone]
        digests = {m.version: release_digest((root / m.version / SUMS).read_bytes()) for m in staying}
        for name, content in pointers.pointer_files(staying, digests).items():
            write_atomically(root / name, content)
        for version in gone:
            (root / version / "release.json").unlink()
            remove_folder(root / version)
    return gone
