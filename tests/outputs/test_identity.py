"""What a release is made from, and the version that it is called by."""

from small_world import CAPTURED

from outputs.identity import next_version


def test_the_next_version_counts_within_a_day() -> None:
    assert next_version(CAPTURED, False, []) == "2024.05.20"
    assert next_version(CAPTURED, False, ["2024.05.20"]) == "2024.05.20.1"
    assert (
        next_version(CAPTURED, True, ["2024.05.20-sample", "2024.05.20.9-sample", "2024.05.20.10-sample"])
        == "2024.05.20.11-sample"
    )
    assert next_version(CAPTURED, True, ["2024.05.19-sample"]) == "2024.05.20-sample"
