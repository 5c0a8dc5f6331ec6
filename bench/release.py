"""How long a release of a million made-up facts takes beside writing the same tables with pyarrow alone.

Run `python -m bench.release [FACTS]`. Each way runs in a process of its own, so that each peak of memory is
its own. pyarrow alone has no expectations: screening and Great Expectations are measured by themselves. What
was measured stands in ARCHITECTURE.md.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.made_tables import CAPTURED, successor, tables
from kerjasama.schema import PUBLISHED

DEFAULT = 1_000_000


def with_pyarrow_alone(made: dict[str, Any], folder: Path) -> None:
    """The same tables as Parquet and CSV with pyarrow's own writers, lists joined since its CSV has none."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.csv as pacsv
    import pyarrow.parquet as pq

    for name in PUBLISHED:
        table = made[name]
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd", write_page_index=True)
        flat = [
            pc.binary_join(c.cast(pa.list_(pa.string())), "; ") if pa.types.is_list(c.type) else c
            for c in table.columns
        ]
        pacsv.write_csv(pa.table(flat, names=table.column_names), folder / f"{name}.csv")


def with_a_release(made: dict[str, Any], folder: Path, code: str = "bench") -> None:
    """The whole release: descriptors, wide table, history, explorer, hashes, staging and pointers too."""
    from kerjasama.storage import Home
    from outputs.manifest import Versions
    from outputs.release import build

    class Verdict:
        files: dict[str, bytes] = {}
        stops = acceptable = warnings = ()

    build(
        Home.at(folder),
        made,
        now=CAPTURED,
        sample=True,
        judge=lambda *tables, **named: Verdict(),
        versions=Versions(code, "1.0", "bench", "bench"),
    )


def with_a_second_release(made: dict[str, Any], folder: Path) -> None:
    """The release after that of another process, made by other code."""
    with_a_release(made, folder, "bench 2")


def every_fact_read_anew(made: dict[str, Any]) -> dict[str, Any]:
    """The tables with another extractor named in every fact, so that each differs."""
    import pyarrow as pa

    facts = made["facts"]
    at = facts.column_names.index("extractor")
    other = pa.array(["made up anew"] * facts.num_rows)
    return {**made, "facts": facts.set_column(at, facts.schema.field(at), other)}


def screened(made: dict[str, Any], folder: Path) -> None:
    """Every quarantine rule over every row, and the rows that break one set aside."""
    from expectations.screening import screen

    beside = {name: table for name, table in made.items() if name not in PUBLISHED}
    screen({name: made[name] for name in PUBLISHED}, beside)


def judged(made: dict[str, Any], folder: Path) -> None:
    """Great Expectations over every table, and what it says written as JSON and Data Docs."""
    from expectations.gate import judge

    verdict = judge(made, version="2024.05.20", at=CAPTURED)
    assert not verdict.stops, verdict.stops
    for path, content in verdict.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


WAYS = {
    "pyarrow": with_pyarrow_alone,
    "release": with_a_release,
    "screening": screened,
    "same again": with_a_second_release,
    "1 % changed": with_a_second_release,
    "facts changed": with_a_second_release,
    "expectations": judged,
}
UNSPOILT = ("expectations",)
"""Ways that come after screening, so that no row is left which breaks a rule."""
SECOND = {"same again": dict, "1 % changed": successor, "facts changed": every_fact_read_anew}
"""Ways that need a first release, and what its tables have become by the second. Another process makes the
first one, so that its memory is not counted."""


def run(way: str, facts: int) -> None:
    """One way in this process: seconds, peak memory, bytes written, as JSON on the standard output."""
    with tempfile.TemporaryDirectory() as place:
        if way in SECOND:
            maker = f"from bench.release import *; with_a_release(tables({facts}), Path({place!r}))"
            subprocess.run([sys.executable, "-c", maker], check=True)
        made = SECOND.get(way, dict)(tables(facts, spoilt=way not in UNSPOILT))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        there = _bytes(place)
        start, cpu = time.perf_counter(), time.process_time()
        WAYS[way](made, Path(place))
        seconds, worked = time.perf_counter() - start, time.process_time() - cpu
        size = _bytes(place) - there
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {
        "seconds": seconds,
        "cpu": worked,
        "peak_mb": peak / 1024,
        "tables_mb": before / 1024,
        "written_mb": size / 1e6,
    }
    print(json.dumps({name: round(value, 1) for name, value in told.items()}))


def _bytes(place: str) -> int:
    return sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file())


def main() -> None:
    """Run every way and print the measures and the ratio."""
    if len(sys.argv) > 2:
        run(sys.argv[2], int(sys.argv[1]))
        return
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    found = {}
    for way in WAYS:
        command = [sys.executable, "-m", "bench.release", str(facts), way]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found[way] = json.loads(done.stdout)
        print(f"{way:14} {found[way]}", flush=True)
    ratio = found["release"]["cpu"] / found["pyarrow"]["cpu"]
    print(
        f"{facts:,} facts: a release takes {ratio:.1f} times the CPU of writing the same tables with "
        f"pyarrow alone"
    )


if __name__ == "__main__":
    main()
