"""A production store: the command line's runs in a real PostgreSQL, set up as dagster.yaml tells."""

import re
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg2
import pytest
import yaml
from commandline import kerjasama

PASSWORD = "rahasia-uji"


def binaries():
    """The newest PostgreSQL's programs, where Debian puts them or on the PATH; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def as_postgres(*command):
    """The command, run as the user postgres where we are root: PostgreSQL refuses to run as root."""
    root = Path("/proc/self").stat().st_uid == 0
    return ["runuser", "-u", "postgres", "--", *map(str, command)] if root else [*map(str, command)]


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture(scope="module")
def postgres(missing_part):
    """A cluster of our own on loopback, as settings of the environment."""
    programs = binaries()
    if programs is None:
        missing_part("postgresql")
    # Not below pytest's folder, which is ours alone: the user postgres must get there.
    with tempfile.TemporaryDirectory(prefix="kerjasama-postgres-") as place:
        cluster, secret, port = Path(place, "cluster"), Path(place, "password"), free_port()
        secret.write_text(PASSWORD)
        if as_postgres()[:1] == ["runuser"]:
            for path in (place, secret):
                shutil.chown(path, "postgres")
        settings = f"-p {port} -h 127.0.0.1 -k {place} -c fsync=off"
        control = (programs / "pg_ctl", "-D", cluster, "-w", "-t", "120")
        call(place, programs / "initdb", "-D", cluster, "-A", "scram-sha-256", "--pwfile", secret, "-N")
        call(place, *control, "-l", Path(place, "log"), "-o", settings, "start")
        try:
            yield {
                "DAGSTER_PG_HOST": "127.0.0.1",
                "DAGSTER_PG_PORT": str(port),
                "DAGSTER_PG_USER": "postgres",
                "DAGSTER_PG_PASSWORD": PASSWORD,
                "DAGSTER_PG_DB": "postgres",
            }
        finally:
            call(place, *control, "-m", "immediate", "stop")


def call(place, *command):
    """Run a program of PostgreSQL to its end; its output goes to a file, which a server may keep open."""
    with Path(place, "output").open("a+") as output:
        done = subprocess.run(as_postgres(*command), cwd=place, stdout=output, stderr=output)
        output.seek(0)
        assert done.returncode == 0, output.read()


def with_postgres(text):
    """dagster.yaml as its comment tells: the marks taken away from the lines that are settings."""
    return re.sub(r"^#(?=\S|  )", "", text, flags=re.MULTILINE)


def test_runs_are_kept_by_postgresql_as_the_comment_of_dagster_yaml_tells(postgres, root, tmp_path, lines):
    settings = with_postgres((root / "dagster.yaml").read_text())
    assert "postgres" in yaml.safe_load(settings)["storage"]
    place = tmp_path / "home" / "dagster"
    place.mkdir(parents=True)
    (place / "dagster.yaml").write_text(settings)
    fetched = kerjasama(
        "fetch", "--source", "files", lines, "--home", tmp_path / "home", cwd=tmp_path, env=postgres
    )
    assert fetched.returncode == 0, fetched.stderr
    with psycopg2.connect(
        host=postgres["DAGSTER_PG_HOST"],
        port=postgres["DAGSTER_PG_PORT"],
        user=postgres["DAGSTER_PG_USER"],
        password=PASSWORD,
        dbname=postgres["DAGSTER_PG_DB"],
    ) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT pipeline_name, status FROM runs")
        assert cursor.fetchall() == [("ingest", "SUCCESS")]
        cursor.execute("SELECT count(*) FROM event_logs WHERE asset_key LIKE '%captures%'")
        assert cursor.fetchone()[0] >= 1
    assert not list(place.rglob("runs.db"))
