"""The sample's articles are enough, of press length, right in their days, and the same at every start."""

import re
from collections import Counter
from datetime import date, datetime
from itertools import combinations

import pytest

from kerjasama.sources.newsroom.content import ZONES, SampleArticle, articles, oddities, outlets
from kerjasama.sources.newsroom.site import DAYS, NOW, resources

SITE = resources()
PRINTED_DAY = re.compile(rf"\b({'|'.join(DAYS)}) \((\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}))?\)")


@pytest.fixture(params=articles(), ids=lambda article: article.slug)
def article(request: pytest.FixtureRequest) -> SampleArticle:
    return request.param


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_there_are_enough_articles_of_every_sort() -> None:
    countries = Counter(country for article in articles() for country in article.countries)
    assert len(articles()) >= 28
    assert len({article.slug for article in articles()}) == len(articles())
    assert len({article.url for article in articles()}) == len(articles())
    assert countries["JP"] >= 24
    assert countries["KR"] >= 2
    assert countries["AU"] >= 1
    without = [article for article in articles() if not article.is_cooperation]
    assert len(without) >= 5
    assert all("Jepang" in article.text for article in without)
    assert {article.published_at[:4] for article in articles()} == {str(year) for year in range(2019, 2026)}


def test_four_outlets_in_three_zones_with_their_oddities() -> None:
    assert len(outlets()) == len({outlet.layout for outlet in outlets()}) == 4
    assert {outlet.zone for outlet in outlets()} == set(ZONES)
    assert {oddity.kind for oddity in oddities()} == {"missing", "empty", "hollow", "heals"}
    assert {article.split is not None for article in articles() if article.outlet == "porosniaga"} == {
        True,
        False,
    }
    assert any(article.listed == "amp" for article in articles())


def test_an_article_is_of_press_length_and_dated_in_its_outlets_zone(article: SampleArticle) -> None:
    zone = next(outlet.zone for outlet in outlets() if outlet.id == article.outlet)
    assert 170 <= len(article.text.split()) <= 450
    assert article.published_at.endswith(ZONES[zone])
    assert datetime.fromisoformat(article.published_at) < NOW
    assert article.dateline_place
    assert article.dateline_place.upper() in article.paragraphs[0].split("—")[0].split(" - ")[0].upper()


def test_the_weekdays_printed_are_right_and_not_after_publication(article: SampleArticle) -> None:
    published = datetime.fromisoformat(article.published_at).date()
    for weekday, day, month, year in PRINTED_DAY.findall(article.text):
        told = date(int(year or published.year), int(month), int(day))
        assert DAYS[told.weekday()] == weekday
        assert told <= published


def test_two_press_releases_are_told_by_three_outlets_and_nothing_else_is() -> None:
    near = set()
    for one, other in combinations(articles(), 2):
        a, b = shingles(one.text), shingles(other.text)
        if len(a & b) / len(a | b) > 0.5:
            near.add(frozenset((one, other)))
    groups = Counter(frozenset(article.slug.partition("-")[2] for article in pair) for pair in near)
    assert groups == {
        frozenset({"rumput-laut-ekspor-perdana"}): 3,
        frozenset({"pabrik-komponen-baterai"}): 3,
    }


def test_the_hostile_headline_is_hostile_and_its_title_only_loses_the_turning_signs() -> None:
    hostile = [article for article in articles() if article.headline != article.title]
    assert len(hostile) == 1
    assert hostile[0].headline.startswith("=HYPERLINK(")
    assert "\u202e" in hostile[0].headline
    assert "<script>" in hostile[0].title
    assert not set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e") & set(hostile[0].title)


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert resources() == SITE


def test_pages_carry_their_text_and_the_noise_that_parsers_must_leave_out(article: SampleArticle) -> None:
    outlet = next(outlet for outlet in outlets() if outlet.id == article.outlet)
    page = SITE[(outlet.host, article.path)].body.decode(outlet.charset)
    shown = article.paragraphs[: article.split]
    unescaped = page.replace("&#34;", '"').replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
    assert all(paragraph in unescaped for paragraph in shown)
    assert "baca juga" in page.lower()
    assert "&copy;" in page or "Copyright" in page
    if article.split:
        assert not any(paragraph in unescaped for paragraph in article.paragraphs[article.split :])
        assert f'<link rel="next" href="{article.url}?page=2">' in page


def test_each_layout_tells_the_date_in_its_own_way() -> None:
    def first(outlet_id: str) -> str:
        article = next(article for article in articles() if article.outlet == outlet_id)
        outlet = next(outlet for outlet in outlets() if outlet.id == outlet_id)
        return SITE[(outlet.host, article.path)].body.decode(outlet.charset)

    assert "NewsArticle" in first("wartanusa")
    assert "article:published_time" in first("harianbahari")
    assert "ld+json" not in first("harianbahari")
    old = first("cakrawalatimur")
    assert "ld+json" not in old
    assert "published" not in old
    assert "| 09:15 WIT" in old
    assert old.count("Wali Kota Yaizu Kunjungi Ambon, Ajak Jadi Kota Kembar") >= 4
    assert "Komentar Pembaca" in old
    assert 'rel="amphtml"' in first("porosniaga")
