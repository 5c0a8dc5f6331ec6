"""Releases to test on: made from the small world of the expectations' tests, in a folder of their own."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "expectations"))

from small_world import CAPTURED, world

from kerjasama.storage import Home
from outputs.manifest import Versions
from outputs.release import build

VERSIONS = Versions(code="0.1.0", codebook="1.0", extractor="rules 1", parser="generic 1")


@dataclass(frozen=True)
class PlainVerdict:
    """A verdict that a test decides; what Great Expectations would say is tested with the expectations."""

    files: dict[str, bytes] = field(default_factory=lambda: {"summary.json": b"{}\n"})
    stops: tuple = ()
    acceptable: tuple = ()
    warnings: tuple = ()


def passing(tables: Any, *, version: str, at: datetime) -> PlainVerdict:
    """A judge that finds nothing."""
    return PlainVerdict()


def make(home: Home, tables: dict | None = None, **options: Any) -> Any:
    """Build a release of the small world, or of other tables, with a judge that finds nothing."""
    from kerjasama.schema import to_table

    chosen = dict(tables or world())
    chosen.setdefault("quarantine", to_table("quarantine", []))
    settings = {"now": CAPTURED, "sample": True, "judge": passing, "versions": VERSIONS, **options}
    return build(home, chosen, **settings)


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One release that tests only read."""
    return make(Home.at(tmp_path_factory.mktemp("home")))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home")


@pytest.fixture(scope="session")
def tree() -> Callable[[Any], dict[str, bytes]]:
    """A function: every file below a folder by its path."""

    def files(folder: Any) -> dict[str, bytes]:
        root = Path(str(folder))
        return {
            p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()
        }

    return files
