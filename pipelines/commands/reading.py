"""`kerjasama parse`, `extract`, `explain` and `evaluate`: the library on single files, without Dagster."""

from __future__ import annotations

import dataclasses
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.commands.common import (
    AsJson,
    AsOf,
    Refused,
    WrongUse,
    complain,
    file_to_write,
    folder_to_write,
    moment,
    show,
)
from pipelines.console import track


def register(app: typer.Typer) -> None:
    """Give the subcommands their names."""
    app.command("parse")(parse)
    app.command("extract")(extract)
    app.command("explain")(explain)
    app.command("evaluate")(evaluate)


def parse(
    page: Annotated[Path, typer.Argument(help="An HTML page.")],
    url: Annotated[str, typer.Option(help="Its address.")],
) -> None:
    """One page as an article in JSON; exit code 1 and the reason where it is none."""
    from kerjasama.parse.page import parse_page
    from kerjasama.parse.reject import NotAnArticle

    try:
        article = parse_page(_bytes(page), url)
    except NotAnArticle as reject:
        raise Refused(f"{page}: no article ({reject.reason}): {reject.detail}") from reject
    typer.echo(json.dumps(dataclasses.asdict(article), ensure_ascii=False, indent=1))


def extract(
    articles: Annotated[Path, typer.Argument(help="One JSON object a line; only `text` is required.")],
    out: Annotated[Path, typer.Option(help="Folder for the Parquet tables.")],
    annotations: Annotated[Path | None, typer.Option(help="Folder for one JSON an article.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Read articles into facts, participants, figures, statements and actors, as Parquet."""
    from kerjasama.extract.lines import read_lines
    from pipelines.extraction import write_extraction

    now = moment(as_of) if as_of else datetime.now(UTC).replace(microsecond=0)
    for folder, option in ((out, "--out"), (annotations, "--annotations")):
        if folder:
            folder_to_write(folder, option)
    lines = list(track(read_lines(_json_lines(articles), articles.name), "reading"))
    if not lines:
        raise Refused(f"{articles}: no line in it; write one JSON object a line with at least `text`")
    for line in lines:
        if line.reason:
            complain(f"{articles}, line {line.number}: {line.reason}")
    counts = write_extraction(lines, out, annotations, now=now, workers=workers)
    show(counts, as_json, f"{out}: " + ", ".join(f"{rows:,} {name}" for name, rows in counts.items()))
    if not counts["articles"]:
        raise Refused(f"{articles}: none of its {len(lines)} lines holds an article; mend them as told above")


def explain(
    article: Annotated[Path, typer.Argument(help="A text, an HTML page, or a JSON object with `text`.")],
    fact: Annotated[str | None, typer.Option(help="Only this fact_id.")] = None,
    url: Annotated[str | None, typer.Option(help="Address, for an HTML page.")] = None,
    as_json: AsJson = False,
) -> None:
    """Which words and which rule made each slot of each fact."""
    from kerjasama.extract.explain import as_text
    from kerjasama.extract.explain import explain as explanations

    try:
        found = explanations(_article(article, url), fact)
    except KeyError as unknown:
        raise Refused(f"{article}: {unknown.args[0]}") from unknown
    show({"facts": found}, as_json, as_text(found) if found else f"{article}: no cooperation fact in it")


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of annotated articles, one JSON each.")],
    articles: Annotated[
        Path | None, typer.Option(help="Folder of NAME.txt, or a JSONL, of the texts.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="Write the scores there as JSON.")] = None,
    as_json: AsJson = False,
) -> None:
    """Score this extractor against annotated articles, with 95 percent intervals."""
    from kerjasama.evaluate.measure import measure
    from kerjasama.evaluate.report import as_text

    if not gold.is_dir():
        raise WrongUse(f"{gold}: no such folder; name the folder of the annotations")
    if articles and not articles.exists():
        raise WrongUse(f"--articles {articles}: no such file or folder; check the path")
    if report:
        file_to_write(report, "--report")
    try:
        scores = measure(gold, articles)
    except (OSError, ValueError) as error:
        raise Refused(str(error)) from error
    if report:
        report.write_text(json.dumps(scores, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    show(scores, as_json, as_text(scores))


def _article(path: Path, url: str | None) -> Any:
    from kerjasama.extract.lines import read_lines
    from kerjasama.parse.page import parse_page
    from kerjasama.parse.reject import NotAnArticle
    from kerjasama.parse.text_input import parse_text

    content = _bytes(path)
    try:
        if path.suffix in (".html", ".htm"):
            return parse_page(content, url or path.resolve().as_uri())
        if path.suffix in (".json", ".jsonl"):
            line = next(iter(read_lines(content, path.name)), None)
            if line is None or line.article is None:
                raise Refused(f"{path}: {line.reason if line else 'empty'}")
            return line.article
        return parse_text(content, name=path.name, metadata=None)
    except NotAnArticle as reject:
        raise Refused(f"{path}: no article ({reject.reason}): {reject.detail}") from reject


def _json_lines(path: Path) -> bytes:
    """The bytes of a file of JSON lines; Refused where they are no UTF-8 text at all."""
    from kerjasama.sources.files import charset_of, is_binary

    content = _bytes(path)
    if is_binary(content):
        raise Refused(f"{path}: bytes that are no text; give one JSON object a line, in UTF-8")
    charset = charset_of(content)
    if charset == "utf-16":
        raise Refused(f"{path}: written in UTF-16; save it as UTF-8")
    return content


def _bytes(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror or error}; name a file that can be read") from error
