"""Releases to test on: made from the small world of the expectations' tests, in a folder of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import make

from kerjasama.storage import Home


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
