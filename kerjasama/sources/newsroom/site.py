"""Every address of the sample newsroom rendered to bytes: pages, AMP twins, feeds, sitemaps, robots.txt.

Pure: no socket and no clock. Serving the bytes belongs to `server.py`, the articles to `content.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kerjasama.sources.newsroom.content import Oddity, Outlet, SampleArticle, articles, oddities, outlets

NOW = datetime(2026, 1, 12, 1, 0, tzinfo=UTC)
"""The sample's fixed clock, after every article: Monday, 08:00 in Jakarta."""

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
RELATED = 4  # titles in each page's list of related articles


@dataclass(frozen=True, slots=True)
class Resource:
    """What one address answers: `fails_first` makes the first answer after a start a 500."""

    status: int
    content_type: str
    body: bytes
    last_modified: str
    fails_first: bool = False

    @property
    def etag(self) -> str:
        """A strong entity tag made of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


def printed_day(moment: datetime) -> str:
    """A date as Indonesian papers print it: `Kamis, 14 Maret 2019`."""
    return f"{DAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _environment() -> Environment:
    """Templates that escape HTML and fail on a name they were not given."""
    environment = Environment(
        loader=PackageLoader("kerjasama.sources.newsroom", "layouts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["printed_day"] = printed_day
    environment.filters["rfc822"] = format_datetime
    return environment


def _stamp(moment: datetime) -> str:
    """An HTTP date."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _people(names: tuple[str, ...]) -> list[dict[str, str]]:
    """Names as schema.org Persons."""
    return [{"@type": "Person", "name": name} for name in names]


def _when(text: str) -> datetime:
    return datetime.fromisoformat(text)


class _Site:
    """One outlet's pages; holds only what the templates share."""

    def __init__(self, outlet: Outlet, environment: Environment):
        self.outlet = outlet
        self.environment = environment
        self.articles = [article for article in articles() if article.outlet == outlet.id]
        self.oddities = [oddity for oddity in oddities() if oddity.outlet == outlet.id]

    def resources(self) -> Iterator[tuple[tuple[str, str], Resource]]:
        """`(host, path with query) → Resource` of everything the outlet answers."""
        host = self.outlet.host
        late = {oddity.path for oddity in self.oddities if oddity.kind == "heals"}
        for article in self.articles:
            for suffix, page in self._pages(article):
                resource = self._page(self.outlet.layout, article, page, fails_first=article.path in late)
                yield (host, article.path + suffix), resource
            if self.outlet.amp_host and self.outlet.amp_layout:
                amp = self._page(self.outlet.amp_layout, article, "all")
                yield (self.outlet.amp_host, article.path), amp
        for oddity in self.oddities:
            if oddity.kind in ("empty", "hollow"):
                yield (host, oddity.path), self._odd(oddity)
        yield (host, "/"), self._text("index.html.j2", "text/html; charset=utf-8", items=self.articles)
        for name in self.outlet.hosts:
            yield (name, "/robots.txt"), self._text("robots.txt.j2", "text/plain; charset=utf-8")
        items = self._listed()
        if self.outlet.feed:
            rss = self._text("rss.xml.j2", "application/rss+xml; charset=utf-8", items=items)
            yield (host, self.outlet.feed), rss
        if self.outlet.sitemap:
            sitemap = self._text("news-sitemap.xml.j2", "application/xml; charset=utf-8", items=items)
            yield (host, self.outlet.sitemap), sitemap

    def _pages(self, article: SampleArticle) -> list[tuple[str, str]]:
        """Query suffix and page name of each address that a reader finds the article at."""
        if not article.split:
            return [("", "all")]
        return [("", "1"), ("?page=2", "2"), ("?page=all", "all")]

    def _page(self, layout: str, article: SampleArticle, page: str, *, fails_first: bool = False) -> Resource:
        split = article.split or len(article.paragraphs)
        shown = {"1": article.paragraphs[:split], "2": article.paragraphs[split:]}
        moment = _when(article.published_at)
        body = self._render(
            layout,
            article=article,
            moment=moment,
            page=page,
            paragraphs=shown.get(page, article.paragraphs),
            authors=_people(article.authors),
            editors=_people(article.editors),
            amp_url=article.url.replace(self.outlet.host, self.outlet.amp_host or "", 1),
            related=self._related(article),
        )
        kind = f"text/html; charset={self.outlet.charset}"
        return Resource(200, kind, body.encode(self.outlet.charset), _stamp(moment), fails_first)

    def _odd(self, oddity: Oddity) -> Resource:
        body = b""
        if oddity.kind == "hollow":
            body = self._render("hollow.html.j2", title=oddity.title).encode(self.outlet.charset)
        kind = f"text/html; charset={self.outlet.charset}"
        return Resource(200, kind, body, _stamp(_when(oddity.published_at)))

    def _text(self, template: str, content_type: str, **names: Any) -> Resource:
        return Resource(200, content_type, self._render(template, **names).encode(), _stamp(NOW))

    def _render(self, template: str, **names: Any) -> str:
        return self.environment.get_template(template).render(outlet=self.outlet, now=NOW, **names)

    def _related(self, article: SampleArticle) -> list[SampleArticle]:
        """The next articles of the outlet after this one, round and round."""
        at = self.articles.index(article)
        turn = self.articles[at + 1 :] + self.articles[:at]
        return turn[:RELATED]

    def _listed(self) -> list[dict[str, Any]]:
        """What feed and sitemap list, newest first: articles, and the odd addresses among them."""
        rows = [
            {
                "title": article.headline,
                "url": article.url if article.listed == "canonical" else self._amp(article),
                "moment": _when(article.published_at),
                "summary": article.paragraphs[0],
                "section": article.section,
            }
            for article in self.articles
        ]
        rows += [
            {
                "title": oddity.title,
                "url": self.outlet.address(oddity.path),
                "moment": _when(oddity.published_at),
                "summary": oddity.title,
                "section": "Ragam",
            }
            for oddity in self.oddities
            if oddity.kind != "heals"
        ]
        return sorted(rows, key=lambda row: (row["moment"], row["url"]), reverse=True)

    def _amp(self, article: SampleArticle) -> str:
        assert self.outlet.amp_host, f"{article.slug}: {self.outlet.id} has no AMP host"
        return f"http://{self.outlet.amp_host}{article.path}"


def resources() -> dict[tuple[str, str], Resource]:
    """Everything that the newsroom answers: `(host, path with query) → Resource`; all else is a 404."""
    environment = _environment()
    return dict(entry for outlet in outlets() for entry in _Site(outlet, environment).resources())
