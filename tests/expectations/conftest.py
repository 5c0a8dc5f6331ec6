"""The small world for tests of the expectations: made once, never changed in place."""

import pyarrow as pa
import pytest
from small_world import world


@pytest.fixture(scope="session")
def tables() -> dict[str, pa.Table]:
    return world()
