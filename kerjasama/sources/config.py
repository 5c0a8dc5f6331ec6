"""What a source is: one feed, sitemap, listing, set of files or archive, as a settings file declares it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from kerjasama.capture.addresses import redact
from kerjasama.capture.response import Response

NETWORK_KINDS = ("feed", "sitemap", "listing")
"""Kinds that name addresses which are then fetched."""


class SourceError(Exception):
    """A source is declared wrongly; the message says which, what is wrong and what to do."""


class Fetcher(Protocol):
    """What a source reads through: a `Client` or, to keep what it read, a `Recorder`."""

    def get(self, url: str) -> Response:
        """Fetch a URL; raises FetchFailed."""


class Source(BaseModel):
    """One source. Which settings count depends on `kind`; the others are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["feed", "sitemap", "listing", "files", "warc", "commoncrawl", "ccnews"]
    publisher: str | None = Field(None, description="outlet, as publishers.yaml names it")
    url: str | None = Field(None, description="address of the feed, sitemap or listing; {page} counts pages")
    window_days: int | None = Field(None, ge=0, description="leave out what the source dates as older")
    max_items: int = Field(50_000, ge=1, description="addresses taken at most")
    link_pattern: str | None = Field(
        None, description="listing, sitemap: regular expression of article addresses"
    )
    pages: int = Field(1, ge=1, le=100, description="listing: pages read")
    paths: tuple[str, ...] = Field((), description="files, warc: files and folders")
    hosts: tuple[str, ...] = Field(
        (), description="warc, commoncrawl, ccnews: hosts taken, with their subdomains"
    )
    languages: tuple[str, ...] = Field(("ind",), description="commoncrawl: ISO 639-3 codes, any of them")
    since: str | None = Field(None, description="commoncrawl, ccnews: first day, YYYY-MM-DD")
    until: str | None = Field(None, description="commoncrawl, ccnews: last day, YYYY-MM-DD")
    crawl: str | None = Field(None, description="commoncrawl: name of the crawl, e.g. CC-MAIN-2026-05")
    data_url: str = Field(
        "https://data.commoncrawl.org/", description="commoncrawl, ccnews: where the files lie"
    )

    @field_validator("link_pattern")
    @classmethod
    def _compiles(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"no regular expression ({error})") from error
        return value

    @model_validator(mode="after")
    def _complete(self) -> Source:
        needs = {"feed": "url", "sitemap": "url", "listing": "url", "files": "paths", "warc": "paths"}
        needs |= {"commoncrawl": "crawl", "ccnews": "since"}
        if not getattr(self, needs[self.kind]):
            raise ValueError(f"a source of kind {self.kind} needs `{needs[self.kind]}`")
        if self.kind == "listing" and not self.link_pattern:
            raise ValueError("a listing needs `link_pattern`, or every link of the page would be an article")
        if self.kind in ("commoncrawl", "ccnews") and not self.hosts:
            raise ValueError(f"a source of kind {self.kind} needs `hosts`; the whole web is not read")
        return self

    @property
    def name(self) -> str:
        """How `found_via` tells the source; secrets of its address and folders of its paths are left out."""
        what = (
            redact(self.url or "")
            or self.crawl
            or self.since
            or ", ".join(Path(path).name for path in self.paths)
        )
        return f"{self.kind}:{what}"


def source(config: Source | Mapping[str, Any]) -> Source:
    """A declared source; SourceError where a setting is missing, unknown or wrong."""
    if isinstance(config, Source):
        return config
    try:
        return Source.model_validate(dict(config))
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'source'}: {e['msg']}" for e in error.errors())
        raise SourceError(f"source {dict(config)!r}: {faults}") from error
