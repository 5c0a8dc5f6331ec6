"""Bodies that the text itself describes, whatever their names look like."""

import pytest

from kerjasama.extract.actors.actors import actors, candidates
from kerjasama.extract.document import Document
from kerjasama.extract.names.described import described_bodies
from kerjasama.records import Article


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kabar itu datang dari Veltrup Dagny, produsen kertas asal Norwegia.", "Veltrup Dagny", "NO"),
        ("Perusahaan tambang Norwegia Norsk Veltrup membatalkan pembelian lada.", "Norsk Veltrup", "NO"),
        ("Penyedia lapak daring, Nordlapak, menjual lada ke Norwegia.", "Nordlapak", "NO"),
        ("Firma itu bertemu mitra lokalnya, Arta Veltrup, di Jakarta.", "Arta Veltrup", "ID"),
        ("Lada itu dibeli Nordsee Holdings Pte. Ltd.", "Nordsee Holdings Pte. Ltd", "SG"),
        ("Itu kerja sama PLN dengan BUMN listrik Qatar, Nebrash Sol.", "Nebrash Sol", "QA"),
        ("Sebuah penyalur di Rotterdam, Oude Molen, memesan lada.", "Oude Molen", "NL"),
        ("Lada itu dipesan perusahaan Hungaria Zelda Borsod sejak Mei.", "Zelda Borsod", "HU"),
        ("Mitranya, Oude Molen Trading, tercatat di Belanda.", "Oude Molen Trading", "NL"),
        ("Lada itu dibeli Veltrup yang berbasis di Oslo.", "Veltrup", "NO"),
        ("Bank itu memilih Kivi Järvi Oy sebagai mitra.", "Kivi Järvi Oy", "FI"),
        ("Kebun itu dijual kepada PampaVerde asal Argentina.", "PampaVerde", "AR"),
        ("Kebun itu dijual kepada Orchid Growth Capital dari Singapura.", "Orchid Growth Capital", "SG"),
        ("Pekerjaan itu dipercayakan oleh Gasolar, badan usaha gas milik negara Mozambik.", "Gasolar", "MZ"),
        ("Kapalnya milik Norsk Fisk, Norwegia, yang tiba Mei.", "Norsk Fisk", "NO"),
        ("PT Lada Jaya dan Veltrup Dagny, produsen kertas asal Norwegia, berkongsi.", "Veltrup Dagny", "NO"),
        ("Blok itu digarap konsorsium Vento Petroli dari Italia.", "Vento Petroli", "IT"),
        ("Lada itu dipesan galangan Prancis, Comptoir des Îles, sejak Mei.", "Comptoir des Îles", "FR"),
        (
            "Petani menjual lada kepada Tonnesen Agro. Perusahaan Denmark itu memesan dua ton.",
            "Tonnesen Agro",
            "DK",
        ),
    ],
)
def test_a_noun_or_a_legal_form_tells_kind_and_country(text, name, country):
    actor = actors(Document(Article(text=text))).named(name)
    assert actor is not None and (actor.kind, actor.country) == ("company", country)


def test_a_firms_name_begins_at_its_legal_form():
    text = "Pengembang PT Tirta Asri Tbk membuka gerai."
    assert actors(Document(Article(text=text))).named("PT Tirta Asri Tbk") is not None


def test_a_firms_name_goes_on_where_a_person_could_begin():
    found = actors(Document(Article(text="Blok itu tidak lagi dijalankan PT Tirta Petro Sentosa."))).actors
    assert [actor.name for actor in found] == ["PT Tirta Petro Sentosa"]


@pytest.mark.parametrize(
    "text",
    [
        "Menurut Beni Sutisna, pabrikan Jepang cenderung berhati-hati membaca pasar mobil.",
        "Di Semarang, perusahaan Jepang membuka lowongan.",
        "Rombongan singgah di Doha, Riyadh, Arab Saudi.",
    ],
)
def test_who_speaks_and_where_it_is_are_no_described_bodies(text):
    assert not described_bodies(Document(Article(text=text)))


def test_the_country_may_stand_behind_the_town_of_a_description():
    text = "Para perajin menjadi pemasok bagi Sorelle Bianchi, produsen mebel asal Brianza, Italia."
    (body,) = described_bodies(Document(Article(text=text))).values()
    assert (body.kind, body.country) == ("company", "IT")


def test_a_firm_that_sounds_foreign_is_of_the_country_of_the_sentence_before():
    text = "Lain lagi ceritanya di Arab Saudi. Jaringan hotel Al Safwa Foods menyanggupi membeli sambal."
    (firm,), _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert (firm.actor.name, firm.actor.country) == ("Al Safwa Foods", "SA")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Keinginan Hanjo Corporation pergi tertunda. Saham Hanjo dijual di Korea.", "Hanjo Corporation"),
        ("Jakarta, CNBC Indonesia - Kementerian Perdagangan memuji Jepang.", "Kementerian Perdagangan"),
    ],
)
def test_what_opens_a_sentence_or_an_article_opens_no_name(text: str, name: str):
    document = Document(Article(text=text, article_id="a-test"))
    assert name in {actor.name for actor in actors(document).actors}


def test_the_acronym_behind_it_spells_a_name_that_begins_with_its_country():
    text = "Kadin Malang menggandeng Swiss Senior Advisers Corps (SSAC) dan Singapore Skills Board (SSB)."
    found = actors(Document(Article(text=text)))
    assert found.named("Swiss Senior Advisers Corps") and found.named("Singapore Skills Board")


def test_a_long_relative_clause_ends_a_description():
    told = "organisasi asal Amerika Serikat yang menangani bibir sumbing anak di banyak negara di dunia ini."
    found = actors(Document(Article(text=f"Operasi itu menggandeng Smile Train, {told}")))
    assert [(a.name, a.kind, a.country) for a in found.actors if a.name == "Smile Train"] == [
        ("Smile Train", "association", "US")
    ]


def test_an_acronym_with_the_place_behind_it_is_the_same_body():
    text = "Unud menggandeng Kiwi Farmers Association (KFA) Waikato. KFA Waikato juga akan menggandeng SMK."
    found = actors(Document(Article(text=text)))
    assert found.named("KFA Waikato") in (None, found.named("Kiwi Farmers Association"))
