"""Local files as sources: .txt and .html hold one article each, .jsonl one a line.

What is wrong with a file or line is told as a problem of its own, and the rest is read. Their text is
cleaned and read by `kerjasama.parse`; here bytes only pass through.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from kerjasama.capture.candidate import Problem
from kerjasama.capture.deposits import Deposit

PAGE_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
LINE_TYPES = (".jsonl", ".ndjson")
MAX_BYTES = 64 * 1024 * 1024
"""Size of one page file or one line."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UNDEFINED_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def read_files(paths: Iterable[str | Path], *, found_via: str = "files") -> Iterator[Deposit]:
    """Every article of the files and folders, in the order given, folders by name and downwards.

    The address of a file is `file:///<name below the path given>`, a line's has `#line=<number>` behind it.
    A folder stands for its .txt and .html files; its .jsonl files are read only where they are named
    themselves or where nothing else is there, since such a file usually tells the same articles again.
    """
    taken: set[str] = set()
    for given in paths:
        path = Path(given)
        for file, name in _files_of(path):
            unique = _unique(name, path, taken)
            yield from _read(file, unique, found_via, named=file == path)


def _files_of(path: Path) -> list[tuple[Path, str]]:
    if not path.is_dir():
        return [(path, path.name)]
    inside = sorted(p for p in path.rglob("*") if not p.is_dir() and not p.name.startswith("."))
    return [(p, p.relative_to(path).as_posix()) for p in inside] or [(path, path.name)]


def _unique(name: str, given: Path, taken: set[str]) -> str:
    """The name, told apart from one of the same name below another path given before."""
    unique, number = name, 2
    while unique in taken:
        unique = f"{given.name}/{name}" if number == 2 and given.name != name else f"{number}/{name}"
        number += 1
    taken.add(unique)
    return unique


def _read(file: Path, name: str, found_via: str, *, named: bool) -> Iterator[Deposit]:
    uri, suffix = f"file:///{quote(name)}", file.suffix.lower()

    def failed(reason: str, detail: str, where: str = uri) -> Deposit:
        return Deposit(where, None, found_via, problem=Problem(reason, f"{name}{detail}"))

    if file.is_dir():
        yield failed("source_empty", ": the folder holds no files; give one with .txt, .html or .jsonl files")
    elif not file.exists():
        yield failed("missing_path", ": no such file or folder; check the path")
    elif (
        suffix in LINE_TYPES
        and not named
        and any(p.suffix.lower() in PAGE_TYPES for p in file.parent.iterdir())
    ):
        yield failed("not_named", ": passed over beside text files; name it itself to read it")
    elif suffix in LINE_TYPES:
        yield from _lines(file, name, uri, found_via)
    elif suffix not in PAGE_TYPES:
        reason = "unknown_type" if named else "not_named"
        yield failed(reason, f": {suffix or 'no ending'} is not read; only .txt, .html and .jsonl are")
    else:
        yield _page(file, name, uri, found_via, PAGE_TYPES[suffix])


def _page(file: Path, name: str, uri: str, found_via: str, media_type: str) -> Deposit:
    try:
        size = file.stat().st_size
        content = file.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        problem = Problem("unreadable", f"{name}: {error.strerror}; check its permissions")
        return Deposit(uri, None, found_via, problem=problem)
    fault = _fault(content, size, name)
    if fault:
        return Deposit(uri, None, found_via, problem=fault)
    charset = charset_of(content)
    if charset is None and media_type == "text/plain":
        return Deposit(uri, None, found_via, problem=_WRONG_CHARSET(name))
    # A page of HTML tells its charset itself; only a text file's is told here.
    told = f"; charset={charset}" if media_type == "text/plain" else ""
    return Deposit(uri, None, found_via, content, media_type + told, fields=(("Name", name),))


def _fault(content: bytes, size: int, name: str) -> Problem | None:
    if size > MAX_BYTES:
        return Problem("body_too_large", f"{name}: {size} bytes, more than {MAX_BYTES}; split it")
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return Problem("empty_file", f"{name}: nothing in it; remove it or put the article in")
    if is_binary(content):
        return Problem("binary_file", f"{name}: bytes that are no text; give text, HTML or JSON lines")
    return None


def _WRONG_CHARSET(name: str) -> Problem:
    return Problem(
        "wrong_charset", f"{name}: neither UTF-8, UTF-16 with BOM nor windows-1252; save it as UTF-8"
    )


def is_binary(content: bytes) -> bool:
    """Whether bytes are no text: a known magic number, or control bytes outside UTF-16."""
    head = content[:8192]
    if head.startswith(
        (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF")
    ):
        return True
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return False
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return b"\0" in head or controls > len(head) / 100


def charset_of(content: bytes) -> str | None:
    """UTF-8, UTF-16 by its byte order mark, windows-1252; None where a text is in none of them."""
    for bom, name in _BOMS:
        if content.startswith(bom):
            try:
                content.decode(name)
                return name
            except UnicodeDecodeError:
                return None
    try:
        content.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        # Indonesian is written in ASCII; what else there is, is quotation marks, dashes and a few names.
        high = sum(byte > 127 for byte in content)
        usable = not (_UNDEFINED_1252 & set(content)) and high <= len(content) / 8
        return "windows-1252" if usable else None


def _lines(file: Path, name: str, uri: str, found_via: str) -> Iterator[Deposit]:
    number = texts = 0
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                content = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
                if content:
                    texts += 1
                    yield _line(content, number, name, f"{uri}#line={number}", found_via)
    except OSError as error:
        problem = Problem("unreadable", f"{name}: {error.strerror}; check its permissions")
        yield Deposit(uri, None, found_via, problem=problem)
        return
    if not texts:
        problem = Problem("empty_file", f"{name}: no line in it; put one JSON object on each line")
        yield Deposit(uri, None, found_via, problem=problem)


def _line(content: bytes, number: int, name: str, uri: str, found_via: str) -> Deposit:
    def failed(reason: str, detail: str) -> Deposit:
        return Deposit(uri, None, found_via, problem=Problem(reason, f"{name} line {number}: {detail}"))

    if len(content) > MAX_BYTES:
        return failed("body_too_large", f"more than {MAX_BYTES} bytes; split it")
    try:
        told = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return failed("wrong_charset", f"not UTF-8 at byte {error.start}; save the file as UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        fault = (
            f"{error.msg} at character {error.pos}"
            if isinstance(error, json.JSONDecodeError)
            else "nested too deep"
        )
        return failed("bad_json", f"{fault}; put one JSON object on the line")
    if not isinstance(told, dict):
        return failed("not_an_object", f"{type(told).__name__} instead of an object with `text`")
    if not isinstance(told.get("text"), str) or not told["text"].strip():
        return failed("no_text", "`text` is missing, empty or no string")
    fields = (("Name", name), ("Line", str(number)))
    return Deposit(
        uri,
        _text(told.get("publisher")),
        found_via,
        content,
        "application/json",
        fields=fields,
        title=_text(told.get("title")),
        published_at=_text(told.get("published_at")),
    )


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
