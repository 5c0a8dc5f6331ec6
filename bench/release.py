"""How long a release of a million made-up facts takes beside writing the same tables with pyarrow alone.

Run `python -m bench.release [FACTS]`. Each way runs in a process of its own, so that each peak of memory is
its own. The expectations are left out of the race (pyarrow alone has none) and screening is measured by
itself.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

CAPTURED = datetime(2024, 5, 20, 3, tzinfo=UTC)
DEFAULT = 1_000_000


def tables(facts: int) -> dict[str, Any]:
    """Made-up tables in which every reference holds: a quarter as many articles, two participants a fact."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    from kerjasama.schema import PUBLISHED, TABLES, arrow_schema

    articles, actors, initiatives = facts // 4, max(2, facts // 50), max(1, facts // 10)
    sizes = {
        "articles": articles,
        "facts": facts,
        "participants": 2 * facts,
        "figures": facts // 2,
        "statements": facts // 3,
        "actors": actors,
        "mentions": facts,
        "initiatives": initiatives,
        "initiative_stages": facts,
        "coverage": 365,
        "mappings": 100,
        "inputs": articles,
        "quarantine": 0,
    }

    def key(prefix: str, numbers: Any) -> Any:
        return pc.binary_join_element_wise(
            prefix, pc.utf8_lpad(pa.array(numbers).cast(pa.string()), 15, "0"), ""
        )

    targets = {
        "article_id": ("a", articles),
        "fact_id": ("f", facts),
        "actor_id": ("o", actors),
        "initiative_id": ("i", initiatives),
    }
    own = {"articles": "article_id", "facts": "fact_id", "actors": "actor_id", "initiatives": "initiative_id"}
    vocabulary = {
        "instrument": "agreement",
        "stage": "ongoing",
        "role": "party",
        "date_precision": "none",
        "date_basis": "none",
    }

    def column(table: str, name: str, kind: str, rows: int) -> Any:
        numbers = np.arange(rows)
        if name in targets:
            prefix, count = targets[name]
            spread = numbers if own.get(table) == name else numbers * count // max(rows, 1)
            return key(prefix, spread)
        if name.endswith("_id") and name == TABLES[table].key[0]:
            return key("x", numbers)
        if name == "archive_record":
            return key("urn:uuid:", numbers)
        if name in ("text_sha256", "content_digest", "words_sha256"):
            return key("0" * 49, numbers)
        if kind == "timestamp":
            return pa.array(
                np.full(rows, np.datetime64(CAPTURED.replace(tzinfo=None), "ms")),
                pa.timestamp("ms", tz="UTC"),
            )
        if kind == "int64":
            return pa.array(
                numbers % 2 + 1 if name == "ordinal" else numbers % 900 + (1 if name != "end" else 80)
            )
        if kind == "float64":
            return pa.array(numbers % 1000 / 1000.0)
        if kind == "bool":
            return pa.array(numbers % 2 == 0)
        if kind.startswith("list<"):
            word: Any = (
                {"partner_countries": "JP", "sectors": "msme"}.get(name, "x") if "string" in kind else 1
            )
            return pa.ListArray.from_arrays(
                pa.array(np.arange(rows + 1), pa.int32()), pa.array([word] * rows)
            )
        if name == "side":
            return pc.if_else(pa.array(numbers % 2 == 0), "ID", "JP")
        if name == "day":
            return key("day", numbers)
        if name in vocabulary:
            return pa.array([vocabulary[name]] * rows)
        return key(f"{name} yang dibuat untuk uji ", numbers)

    made = {}
    for name in PUBLISHED:
        schema, rows = arrow_schema(name), sizes[name]
        columns = [column(name, c.name, c.type, rows) for c in TABLES[name].columns]
        made[name] = pa.table([c.cast(f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)
    return made


def with_pyarrow_alone(made: dict[str, Any], folder: Path) -> None:
    """The same tables as Parquet and CSV with pyarrow's own writers, lists joined since its CSV has none."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.csv as pacsv
    import pyarrow.parquet as pq

    for name, table in made.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd", write_page_index=True)
        flat = [
            pc.binary_join(c.cast(pa.list_(pa.string())), "; ") if pa.types.is_list(c.type) else c
            for c in table.columns
        ]
        pacsv.write_csv(pa.table(flat, names=table.column_names), folder / f"{name}.csv")


def with_a_release(made: dict[str, Any], folder: Path) -> None:
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
        versions=Versions("bench", "1.0", "bench", "bench"),
    )


def screened(made: dict[str, Any], folder: Path) -> None:
    """Every quarantine rule over every row."""
    from expectations.screening import screen

    screen(made)


WAYS = {"pyarrow": with_pyarrow_alone, "release": with_a_release, "screening": screened}


def run(way: str, facts: int) -> None:
    """One way in this process: seconds, peak memory, bytes written, as JSON on the standard output."""
    made = tables(facts)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as place:
        start, cpu = time.perf_counter(), time.process_time()
        WAYS[way](made, Path(place))
        seconds, worked = time.perf_counter() - start, time.process_time() - cpu
        size = sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {
        "seconds": seconds,
        "cpu": worked,
        "peak_mb": peak / 1024,
        "tables_mb": before / 1024,
        "written_mb": size / 1e6,
    }
    print(json.dumps({name: round(value, 1) for name, value in told.items()}))


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
        print(f"{way:10} {found[way]}", flush=True)
    ratio = found["release"]["cpu"] / found["pyarrow"]["cpu"]
    print(
        f"{facts:,} facts: a release takes {ratio:.1f} times the CPU of writing the same tables with "
        f"pyarrow alone"
    )


if __name__ == "__main__":
    main()
