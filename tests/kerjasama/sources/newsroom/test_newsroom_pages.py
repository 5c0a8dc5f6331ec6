"""What the parser reads from the sample's pages is what the sample's truth says, layout by layout."""

import pytest

from kerjasama.parse.page import NotAnArticle, parse_page
from kerjasama.parse.pages import join_pages, next_page
from kerjasama.records import Article
from kerjasama.sources.newsroom.content import SampleArticle, articles, oddities, outlets
from kerjasama.sources.newsroom.site import Resource, resources

SITE = resources()
OUTLETS = {outlet.id: outlet for outlet in outlets()}


def parsed(resource: Resource, url: str) -> Article:
    return parse_page(resource.body, url, headers={"Content-Type": resource.content_type})


def assert_true(found: Article, article: SampleArticle) -> None:
    assert found.publisher == article.outlet
    assert found.title == article.title
    assert found.published_at == article.published_at
    assert found.dateline_place == article.dateline_place
    assert found.text == article.text


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.slug)
def test_a_page_is_read_exactly(article: SampleArticle) -> None:
    host = OUTLETS[article.outlet].host
    first = parsed(SITE[(host, article.path)], article.url)
    parts = [first]
    following = next_page(SITE[(host, article.path)].body, article.url)
    assert (following is not None) == (article.split is not None)
    if following is not None:
        assert following == f"{article.url}?page=2"
        parts.append(parsed(SITE[(host, f"{article.path}?page=2")], following))
    found = join_pages(parts)
    assert_true(found, article)
    assert found.authors == article.authors
    assert found.editors == article.editors


@pytest.mark.parametrize(
    "article", [a for a in articles() if OUTLETS[a.outlet].amp_host], ids=lambda article: article.slug
)
def test_an_amp_twin_is_the_same_article(article: SampleArticle) -> None:
    outlet = OUTLETS[article.outlet]
    assert outlet.amp_host
    twin = parsed(SITE[(outlet.amp_host, article.path)], article.url.replace(outlet.host, outlet.amp_host, 1))
    assert_true(twin, article)
    assert twin.canonical_url == parsed(SITE[(outlet.host, article.path)], article.url).canonical_url


def test_the_whole_article_on_one_page_is_the_same_article() -> None:
    for article in (article for article in articles() if article.split):
        host = OUTLETS[article.outlet].host
        whole = parsed(SITE[(host, f"{article.path}?page=all")], f"{article.url}?page=all")
        assert_true(whole, article)


def test_pages_without_an_article_are_refused() -> None:
    for oddity in (oddity for oddity in oddities() if oddity.kind in ("empty", "hollow")):
        outlet = OUTLETS[oddity.outlet]
        with pytest.raises(NotAnArticle):
            parsed(SITE[(outlet.host, oddity.path)], outlet.address(oddity.path))
    for outlet in outlets():
        with pytest.raises(NotAnArticle):
            parsed(SITE[(outlet.host, "/")], outlet.address("/"))
