"""The sample newsroom's articles and outlets as data, with the truth that parsing is measured by.

Reads `outlets.yaml`, `articles/*.yaml` and `oddities.yaml` of this package. How a page looks does not belong
here (`site.py`, `layouts/`), nor do the annotations of what an article says (`tests/gold/sample`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kerjasama.yaml_files import read_yaml

BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional controls (Unicode Standard Annex 9): they can make a title look like another one."""
ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
"""Indonesian zones and their offsets (codebook section 9)."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One invented outlet as `outlets.yaml` declares it; `amp_host`, `amp_layout` where it has AMP twins."""

    id: str
    name: str
    host: str
    layout: str
    charset: str
    zone: str
    city: str
    dateline: str
    feed: str | None = None
    sitemap: str | None = None
    disallow: tuple[str, ...] = ()
    amp_host: str | None = None
    amp_layout: str | None = None

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host that answers for this outlet, the main one first."""
        return (self.host, self.amp_host) if self.amp_host else (self.host,)

    def address(self, path: str) -> str:
        """The canonical URL of a path."""
        return f"http://{self.host}{path}"


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One invented article and what a perfect parser reads from its page.

    `headline` is the title as the page prints it, `title` without its bidirectional controls. `text` is what
    the journalist wrote, paragraphs parted by one newline, the dateline in front. `published_at` is ISO 8601
    with the outlet's offset. `countries` are the partners of the cooperation that it reports (empty: none).
    `split` is the number of paragraphs on page one of a two-page article. `listed` tells how the outlet's
    feed or sitemap links it: `canonical` or `amp`.
    """

    slug: str
    outlet: str
    url: str
    headline: str
    published_at: str
    text: str
    dateline_place: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    section: str = "Ekonomi"
    tags: tuple[str, ...] = ()
    caption: str | None = None
    initials: str | None = None
    split: int | None = None
    listed: str = "canonical"

    @property
    def title(self) -> str:
        """The headline without the signs that only turn the direction of writing."""
        return "".join(sign for sign in self.headline if sign not in BIDIRECTIONAL)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text's paragraphs in order."""
        return tuple(self.text.split("\n"))

    @property
    def path(self) -> str:
        """The path of the canonical URL."""
        return "/" + self.url.split("/", 3)[3]

    @property
    def is_cooperation(self) -> bool:
        """Whether the article reports cooperation with any country."""
        return bool(self.countries)


@dataclass(frozen=True, slots=True)
class Oddity:
    """An address that gives no article, or gives it late; `oddities.yaml` tells the kinds."""

    outlet: str
    path: str
    kind: str
    title: str = ""
    published_at: str = ""


def _read(name: str) -> Any:
    """A YAML file of this package."""
    return read_yaml(files(__package__).joinpath(name))


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    """All outlets in the order of `outlets.yaml`."""
    return tuple(Outlet(**{**row, "disallow": tuple(row["disallow"])}) for row in _read("outlets.yaml"))


@lru_cache(maxsize=1)
def oddities() -> tuple[Oddity, ...]:
    """All odd addresses in the order of `oddities.yaml`."""
    return tuple(Oddity(**row) for row in _read("oddities.yaml"))


def _article(outlet: Outlet, row: dict[str, Any]) -> SampleArticle:
    """One article from its YAML entry; the dateline is the outlet's pattern filled with `place`."""
    row = dict(row)
    place = row.pop("place", None)
    lines = [line.strip() for line in row.pop("text").splitlines() if line.strip()]
    dateline = outlet.dateline.format(place=place, PLACE=place.upper()) if place else ""
    lists: dict[str, Any] = {
        key: tuple(row.pop(key, ())) for key in ("authors", "editors", "countries", "tags")
    }
    return SampleArticle(
        outlet=outlet.id,
        url=outlet.address(row.pop("path")),
        headline=row.pop("title"),
        text=dateline + "\n".join(lines),
        dateline_place=place,
        **lists,
        **row,
    )


@lru_cache(maxsize=1)
def articles() -> tuple[SampleArticle, ...]:
    """All articles, outlet by outlet, each outlet's by time of publication."""
    return tuple(
        article
        for outlet in outlets()
        for article in sorted(
            (_article(outlet, row) for row in _read(f"articles/{outlet.id}.yaml")),
            key=lambda article: (article.published_at, article.slug),
        )
    )
