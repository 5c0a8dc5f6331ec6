"""A release is made again from its archive to the byte, whatever was tried before and came after it."""

from pathlib import Path

import pytest
from given_articles import BRIDGE
from upath import UPath

from pipelines.rebuild import CannotRebuild, rebuild


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_release_is_made_again_with_the_failure_that_came_after_all_that_was_fetched(
    deployment, write_lines, tmp_path
):
    """The failure is in `coverage` alone. What is captured later, of whatever day, is no part of the
    release."""
    nothing = tmp_path / "kosong.txt"
    nothing.write_text("")
    deployment.ingest("2026-02-03T06:00:00Z", write_lines("warta.jsonl", BRIDGE))
    deployment.ingest("2026-02-03T09:00:00Z", nothing)
    made = Path(deployment.release("2026-02-03T10:00:00Z")["folder"])
    assert sum(row["failed"] for row in deployment.table("coverage")) == 1
    deployment.ingest("2026-02-03T11:00:00Z", nothing)
    deployment.ingest(
        "2026-02-04T06:00:00Z", write_lines("esok.jsonl", {**BRIDGE, "url": BRIDGE["url"] + "-2"})
    )
    assert files(Path(str(rebuild(UPath(made), tmp_path / "again")))) == files(made)

    (deployment.home / "tables" / "captures" / "2026-02-03.parquet").unlink()
    with pytest.raises(
        CannotRebuild, match=r"2 addresses had been tried until 2026-02-03 09:00:00 UTC.*tell 0"
    ):
        rebuild(UPath(made), tmp_path / "third")
