"""`kerjasama dev` (`make dev`) really starts the Dagster UI over a home, and the home's runs are there."""

import os
import signal
import socket
import subprocess
import sys
import time

import requests
from commandline import OWN_SETTINGS, kerjasama

QUESTION = """{
  repositoriesOrError { ... on RepositoryConnection { nodes {
    location { name } jobs { name } schedules { name } sensors { name } assetGroups { groupName } } } }
  runsOrError { ... on Runs { results { jobName status tags { key value } } } }
}"""


PATIENCE = 300
"""Seconds for Dagster to load the code location, and to end its processes: a busy machine needs many."""


def test_the_ui_shows_the_code_location_and_the_runs_of_the_home(lines, tmp_path):
    # In a process of its own: Dagster redirects a run's output by file descriptor, below pytest's capture.
    fetched = kerjasama("fetch", "--source", "files", lines, "--home", "home", cwd=tmp_path)
    assert fetched.returncode == 0, fetched.stderr
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    words = [sys.executable, "-m", "pipelines.cli", "dev", "--home", "home", "--port", str(port)]
    environment = {name: value for name, value in os.environ.items() if name not in OWN_SETTINGS}
    with (tmp_path / "dev.log").open("w") as log:
        server = subprocess.Popen(
            words, cwd=tmp_path, env=environment, stdout=log, stderr=log, preexec_fn=as_in_the_background
        )
        try:
            told = ask(f"http://127.0.0.1:{port}/graphql", server, patience=PATIENCE)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=PATIENCE)
    (repository,) = told["repositoriesOrError"]["nodes"]
    assert repository["location"]["name"] == "kerjasama"
    assert {"ingest", "make_release"} <= {job["name"] for job in repository["jobs"]}
    assert [one["name"] for one in repository["schedules"]] == ["daily_ingest"]
    assert [one["name"] for one in repository["sensors"]] == ["release_what_is_new"]
    (run,) = told["runsOrError"]["results"]
    assert (run["jobName"], run["status"]) == ("ingest", "SUCCESS")
    assert {"key": "kerjasama/source", "value": "files"} in run["tags"]


def as_in_the_background():
    """A shell starts background jobs so that Ctrl-C passes them by; they must end all the same."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def ask(address, server, patience):
    """The answer as soon as the UI has loaded the code location."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        assert server.poll() is None, "kerjasama dev ended by itself"
        try:
            told = requests.post(address, json={"query": QUESTION}, timeout=60).json()["data"]
            if told["repositoriesOrError"].get("nodes"):
                return told
        except requests.ConnectionError:
            pass
        time.sleep(0.5)
    raise TimeoutError(f"no code location behind {address}")
