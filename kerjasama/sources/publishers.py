"""The outlets that publishers.yaml declares: hosts, feeds, sitemaps, canonical rules, what is known of them.

How their pages are laid out is `kerjasama/parse/layouts.yaml`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from kerjasama.sources.config import Source, SourceError
from kerjasama.yaml_files import read_yaml


class Publisher(BaseModel):
    """One outlet. `sources` are settings of `config.Source` without the publisher."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    hosts: tuple[str, ...] = Field(description="registrable domains and hosts; subdomains belong to them")
    host_aliases: dict[str, str] = Field(
        default_factory=dict, description="host → the one that stands for it"
    )
    path_rules: tuple[tuple[str, str], ...] = Field(
        (), description="(regular expression, replacement) on paths"
    )
    key_rules: tuple[tuple[str, str], ...] = Field((), description="the same, for telling twins only")
    query: tuple[str, ...] | None = Field(
        None, description="query parameters that name an article; None: unknown"
    )
    whole_page: str | None = Field(None, description="query that asks for all pages of an article at once")
    sources: tuple[dict[str, Any], ...] = ()
    kind: Literal["national", "regional", "business", "agency", "official", "sample"] = "national"
    active: bool = Field(True, description="whether `live` fetches it unless it is named")
    robots: str = Field("", description="what is known of its robots.txt and terms")
    known: tuple[str, ...] = Field((), description="what has been seen, and where")
    unverified: tuple[str, ...] = Field(
        (), description="what is assumed and awaits `kerjasama sources check`"
    )

    def declared_sources(self) -> tuple[Source, ...]:
        """The outlet's sources."""
        return tuple(Source(publisher=self.id, **settings) for settings in self.sources)


@lru_cache(maxsize=1)
def publishers() -> dict[str, Publisher]:
    """Every declared outlet by its id, in the file's order."""
    declared = read_yaml(Path(__file__).with_name("publishers.yaml"))
    return {entry["id"]: Publisher.model_validate(entry) for entry in declared}


def publisher_of_host(host: str) -> Publisher | None:
    """The outlet that a host belongs to, by its longest declared domain; None where none does."""
    labels = host.lower().removesuffix(".").split(".")
    by_host = _by_host()
    for start in range(len(labels)):
        found = by_host.get(".".join(labels[start:]))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=1)
def _by_host() -> dict[str, Publisher]:
    return {host: outlet for outlet in publishers().values() for host in outlet.hosts}


def live_sources(ids: Iterable[str] = ()) -> list[Source]:
    """The sources of the outlets named, or of all that are active; SourceError for an unknown outlet."""
    known, wanted = publishers(), list(ids)
    strange = [name for name in wanted if name not in known]
    if strange:
        raise SourceError(
            f"no outlet called {', '.join(strange)}; publishers.yaml declares {', '.join(known)}"
        )
    chosen = [known[name] for name in wanted] if wanted else [p for p in known.values() if p.active]
    return [declared for outlet in chosen for declared in outlet.declared_sources()]
