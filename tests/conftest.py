"""What every test may use: the hypothesis profile, the shared material, the rule about missing parts."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kerjasama", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("kerjasama")

ROOT = Path(__file__).resolve().parent.parent


def missing(part: str) -> None:
    """Skip a test for a missing part, or fail it where KERJASAMA_REQUIRE_PARTS=1 (as in CI)."""
    if os.environ.get("KERJASAMA_REQUIRE_PARTS") == "1":
        pytest.fail(f"{part} is missing, and KERJASAMA_REQUIRE_PARTS=1 forbids to skip", pytrace=False)
    pytest.skip(f"{part} is missing")


@pytest.fixture(scope="session")
def missing_part() -> Callable[[str], None]:
    """`missing`, for the test folders below."""
    return missing


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that is not ours to publish: ../shared, or KERJASAMA_SHARED."""
    folder = Path(os.environ.get("KERJASAMA_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        missing(f"shared material at {folder}")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT
