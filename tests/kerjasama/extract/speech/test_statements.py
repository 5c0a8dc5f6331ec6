"""Statements: who says what, directly or not, wherever the verb stands and whoever is meant by "ia"."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.extract.speech.statements import statements
from kerjasama.records import Article

HEAD = (
    "Menteri Perindustrian Wahyu Santosa menerima Duta Besar Jepang untuk Indonesia Sato Hiroshi di Jakarta."
)


def said(text: str) -> list[tuple[str, str, str]]:
    """(speaker, mode, words) of every statement."""
    document = Document(Article(text=text))
    return [(s.speaker, s.mode, text[s.start : s.end]) for s in statements(document, actors(document))]


def after(*lines: str) -> list[tuple[str, str, str]]:
    return said("\n".join((HEAD, *lines)))


@pytest.mark.parametrize(
    "line",
    [
        '"Kami siap membuka pasar baru," kata Wahyu.',
        "“Kami siap membuka pasar baru,” ujar Menteri Wahyu dalam keterangannya, Selasa (4/6).",
        'Wahyu mengatakan, "Kami siap membuka pasar baru."',
        '"Kami siap membuka pasar baru," tutur Menteri Perindustrian Wahyu Santosa.',
    ],
)
def test_direct_speech_with_its_attribution_on_either_side(line):
    assert [(speaker, mode, words.rstrip(",.")) for speaker, mode, words in after(line)] == [
        ("Wahyu Santosa", "direct", "Kami siap membuka pasar baru")
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Wahyu mengatakan bahwa ekspor kopi akan naik tahun depan.", "ekspor kopi akan naik tahun depan"),
        ("Menurut Wahyu, ekspor kopi akan naik tahun depan.", "ekspor kopi akan naik tahun depan"),
        ("Ekspor kopi, kata Wahyu, akan naik tahun depan.", "Ekspor kopi, kata Wahyu, akan naik tahun depan"),
        ("Selain itu, kata Wahyu, ekspor kopi akan naik tahun depan.", "ekspor kopi akan naik tahun depan"),
        ("Wahyu juga berharap ekspor kopi naik tahun depan.", "ekspor kopi naik tahun depan"),
        ("Menurut Wahyu dalam keterangannya, Selasa (4/6), ekspor kopi akan naik.", "ekspor kopi akan naik"),
        ("Wahyu menyampaikan hal itu bisa dimaklumi semua petani.", "hal itu bisa dimaklumi semua petani"),
        ("Wahyu meminta eksportir kopi menjaga mutu.", "eksportir kopi menjaga mutu"),
        ("Wahyu yakin ekspor kopi akan naik tahun depan.", "ekspor kopi akan naik tahun depan"),
        ("Hal itu, kata Wahyu disebabkan cuaca buruk.", "Hal itu, kata Wahyu disebabkan cuaca buruk"),
        ("Selain itu, kata Wahyu ekspor kopi akan naik.", "ekspor kopi akan naik"),
        ("Panen sudah usai, namun, menurut Wahyu stok kopi masih tipis.", "stok kopi masih tipis"),
        ("Wahyu menanggapi kabar itu, dia memastikan stok kopi masih cukup.", "stok kopi masih cukup"),
        ("Kepada pers, diplomat senior itu menyebutkan bahwa stok kopi cukup.", "stok kopi cukup"),
        ("Wahyu juga secara gamblang menilai stok kopi masih cukup.", "stok kopi masih cukup"),
        ("Wahyu Santosa, dalam diskusi di Solo, menilai stok kopi masih cukup.", "stok kopi masih cukup"),
        ("Kuasa hukum Sato, Wahyu Santosa, menilai stok kopi masih cukup.", "stok kopi masih cukup"),
        ("Dijelaskan Wahyu, stok kopi di gudang masih cukup.", "stok kopi di gudang masih cukup"),
        ("Kabar baik diungkapkan Wahyu yang mengatakan stok kopi masih cukup.", "stok kopi masih cukup"),
    ],
)
def test_indirect_speech(line, words):
    assert after(line) == [("Wahyu Santosa", "indirect", words)]


def test_the_speaker_is_named_behind_a_list_of_fields_or_before_a_place():
    office = "Deputi Bidang Protokol, Pers, dan Media Sekretariat Presiden"
    line = f'"Acara itu dibuka besok," kata {office} Yusri Permadi.'
    assert after(line)[0][0] == "Yusri Permadi"
    line = "“Kunjungan ini langkah yang konkret,” kata Ketua Komisi VII DPR Mukhammad Misbakhin di Jakarta."
    assert after(line)[0][0] == "Mukhammad Misbakhin"


def test_the_speaker_in_force_is_carried_over():
    found = after(
        "Sato mengatakan, hubungan kedua negara sangat baik.",
        '"Kami ingin menambah beasiswa bagi mahasiswa," ujarnya.',
        "Ia menilai pelatihan bahasa perlu diperluas ke daerah.",
        "Menurutnya, tenaga perawat paling dibutuhkan saat ini.",
        '"Itu harapan kami sejak lama," kata dia.',
    )
    assert [speaker for speaker, _, _ in found] == ["Sato Hiroshi"] * 5
    assert [mode for _, mode, _ in found] == ["indirect", "direct", "indirect", "indirect", "direct"]


def test_a_paraphrase_means_the_speaker_in_force():
    found = after(
        '"Kami akan membangun pabrik di Batang," ucap Sato.',
        "Pria yang juga pernah bertugas di Hanoi itu menyebut lahannya sudah tersedia.",
    )
    assert [speaker for speaker, _, _ in found] == ["Sato Hiroshi", "Sato Hiroshi"]


def test_a_relation_is_not_the_one_who_is_named():
    found = after(
        '"Kami akan membangun pabrik di Batang," ucap Sato.',
        "Anak buah Menteri Perindustrian Wahyu Santosa itu menyebut lahannya sudah tersedia.",
    )
    assert [speaker for speaker, _, _ in found] == ["Sato Hiroshi", "Sato Hiroshi"]


def test_a_subject_before_menurutnya_belongs_to_what_was_said():
    _, (_, _, words) = after(
        '"Kami siap membuka pasar baru," kata Wahyu.', "Inflasi, menurutnya, sudah dijaga dengan baik."
    )
    assert words == "Inflasi, menurutnya, sudah dijaga dengan baik"


def test_a_quotation_ends_in_whose_statement_it_was():
    found = after(
        '"Semua pihak akan mendapat kepastian hukum," demikian pernyataan Kementerian Perindustrian.'
    )
    assert [(speaker, mode) for speaker, mode, _ in found] == [("Kementerian Perindustrian", "direct")]


def test_who_says_ujarnya_is_a_person_where_one_has_spoken():
    found = after(
        '"Kami siap membuka pasar baru," kata Wahyu.',
        "Kementerian Perindustrian memperkirakan ekspor kopi akan naik tahun depan.",
        '"Kami yakin petani akan senang," ujarnya.',
    )
    assert [speaker for speaker, _, _ in found] == [
        "Wahyu Santosa",
        "Kementerian Perindustrian",
        "Wahyu Santosa",
    ]


def test_who_says_ujarnya_is_a_body_where_bodies_alone_have_spoken_since():
    found = after(
        '"Kami siap membuka pasar baru," kata Wahyu.',
        "Kementerian Perindustrian memperkirakan ekspor kopi akan naik tahun depan.",
        "Kementerian Perindustrian menjelaskan bahwa petani akan dilatih lebih dulu.",
        '"Kami yakin petani akan senang," ujarnya.',
    )
    assert [speaker for speaker, _, _ in found][-1] == "Kementerian Perindustrian"


def test_an_office_means_its_holder():
    found = after('"Rencana itu sangat kami hargai," sebut Menperin.')
    assert [speaker for speaker, _, _ in found] == ["Wahyu Santosa"]


def test_bodies_and_countries_speak_too():
    found = after(
        "Jepang berharap jumlah perawat Indonesia bertambah.",
        "Asosiasi Mebel Nusantara mencatat penjualan naik dua kali lipat.",
    )
    assert [speaker for speaker, _, _ in found] == ["Jepang", "Asosiasi Mebel Nusantara"]
    document = Document(Article(text="Jepang berharap jumlah perawat Indonesia bertambah."))
    assert actors(document).named("Jepang").kind == "country"


def test_quoted_sentences_of_one_paragraph_are_one_statement():
    ((speaker, mode, words),) = after(
        '"Kami siap membuka pasar baru," kata Wahyu. "Petani akan kami dampingi sampai panen."'
    )
    assert (speaker, mode) == ("Wahyu Santosa", "direct")
    assert words.startswith("Kami siap") and words.endswith("sampai panen")


def test_a_sentence_before_hal_itu_disampaikan_is_its_speakers():
    found = after("Ekspor kopi ke Jepang naik tajam sejak awal tahun. Hal itu disampaikan Wahyu usai rapat.")
    assert found == [("Wahyu Santosa", "indirect", "Ekspor kopi ke Jepang naik tajam sejak awal tahun")]


@pytest.mark.parametrize(
    "line",
    [
        "Wahyu ingin membuka pasar baru di Asia Timur.",
        "Wahyu datang untuk menegaskan dukungan pemerintah.",
        "Wahyu tidak menyebutkan nilai investasi perusahaan itu.",
        "Wahyu dan Sato sepakat bahwa pelatihan perlu ditambah.",
        'Film "Kisah Kopi dari Gayo" diputar di aula.',
        "Harga kopi naik dua persen di pasar pagi.",
        "Wahyu menyampaikan apresiasi atas kunjungan itu.",
        "Wahyu mengungkapkan rasa terimakasihnya atas kunjungan itu.",
        "Wahyu menjamin pasokan kopi tahun depan.",
        "Wahyu menekankan hal ini saat memimpin rapat di Solo.",
        "PT Menara Nusantara mencatat penambahan 39 menara di Jawa.",
        '"Apakah harga kopi akan naik lagi?" tanya seorang wartawan.',
        "Wahyu mengatakan kepada wartawan di Jakarta.",
        "Wahyu yakin bisa menang tahun depan.",
        "Komentar itu Wahyu sampaikan di kanal radio.",
        "Umumnya, harga kopi naik pada akhir tahun.",
    ],
)
def test_what_is_no_statement(line):
    assert after(line) == []


def test_office_organisation_and_verb_are_told():
    text = f'{HEAD}\n"Kami ingin menambah beasiswa," tegas Sato.'
    document = Document(Article(text=text))
    (statement,) = statements(document, actors(document))
    assert statement.verb == "tegas"
    assert statement.role_title == "Duta Besar Jepang untuk Indonesia"
    assert statement.organisation == "Kedutaan Besar Jepang untuk Indonesia"
    assert statement.country == "JP"
    assert statement.anchors[0].rule == "speaker.person"


def test_a_described_body_is_the_one_named_before():
    text = f"{HEAD}\nPT Kopi Sejati datang. Perusahaan asal Swedia ini menegaskan bahwa stok kopi cukup."
    assert said(text) == [("PT Kopi Sejati", "indirect", "stok kopi cukup")]


def test_a_plan_that_is_pointed_at_is_the_sentence_before():
    text = after(
        "Pabrik kopi baru akan dibuka.", "Dilansir dari pers, rencana besar itu disampaikan oleh Wahyu."
    )
    assert text == [("Wahyu Santosa", "indirect", "Pabrik kopi baru akan dibuka")]


def test_what_somebody_says_of_the_sentence_before_is_that_sentence():
    lines = ("Wahyu datang.", "Pabrik kopi baru akan dibuka.", "Hal itu disampaikannya saat rapat di Solo.")
    assert after(*lines) == [("Wahyu Santosa", "indirect", "Pabrik kopi baru akan dibuka")]


def test_what_a_release_says_is_its_bodys():
    text = "Dalam keterangan Kementerian Perdagangan, perjanjian itu membuka pasar baru."
    assert said(text) == [("Kementerian Perdagangan", "indirect", "perjanjian itu membuka pasar baru")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ke depan kata dia, kopi akan dijual ke Jepang.", "Ke depan kata dia, kopi akan dijual ke Jepang"),
        (
            "Jika panen itu gagal, dikatakan Wahyu, pemerintah akan mengimpor kopi.",
            "Jika panen itu gagal, dikatakan Wahyu, pemerintah akan mengimpor kopi",
        ),
        ("Soal panen itu, dikatakan Wahyu petani sudah siap.", "petani sudah siap"),
        ("Wahyu menjamin pihaknya terbuka terhadap masukan.", "pihaknya terbuka terhadap masukan"),
        ("Ia menargetkan kajian kopi itu rampung bulan depan.", "kajian kopi itu rampung bulan depan"),
    ],
)
def test_an_attribution_may_stand_inside_and_a_pledge_be_one(line, words):
    first = '"Kami siap membuka pasar baru," kata Wahyu.'
    assert after(first, line)[1:] == [("Wahyu Santosa", "indirect", words)]


def test_a_pronoun_and_its_verb_may_follow_a_quotation():
    first = '"Kami siap membuka pasar baru," kata Wahyu.'
    found = after(first, '"Petani kopi sudah lama menunggu," dia menambahkan.')
    assert found[1:] == [("Wahyu Santosa", "direct", "Petani kopi sudah lama menunggu")]


def test_subject_and_verb_may_follow_a_quotation():
    line = '"Kami siap membuka pasar baru," Wahyu mengatakan kepada pers.'
    assert after(line) == [("Wahyu Santosa", "direct", "Kami siap membuka pasar baru")]


PIECES = st.sampled_from(
    [
        HEAD,
        "\n",
        '"Kami siap,',
        '" kata Wahyu',
        "ujarnya",
        "Sato mengatakan bahwa",
        "“",
        "”",
        ". ",
        ", ",
        "Menurutnya",
        " ia menilai ",
        "Baca juga: Harga Kopi Naik\n",
        "PT Angin Timur (PAT)",
        " di ",
        "Jepang ",
        "kopi robusta ",
        "(",
        ")",
        "Hal itu disampaikan Sato",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_statements_are_verbatim_apart_and_never_boilerplate(text):
    document = Document(Article(text=text))
    index = actors(document)
    found = statements(document, index)
    for statement in found:
        assert 0 <= statement.start < statement.end <= len(text)
        assert text[statement.start : statement.end].strip() == text[statement.start : statement.end]
        assert not document.is_boilerplate(statement.start, statement.end)
        assert any(actor.name == statement.speaker for actor in index.actors)
    for earlier, later in pairwise(found):
        assert earlier.end <= later.start
