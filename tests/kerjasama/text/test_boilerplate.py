"""What is furniture in a news text, and what only looks like it."""
# ruff: noqa: E501 (texts as outlets print them are not wrapped)

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.boilerplate import boilerplate_spans
from kerjasama.text.pointers import is_headline

BODY = (
    "Pemerintah Kabupaten Jepara menerima kunjungan delegasi pengusaha mebel dari Nagoya.\n"
    '"Kami ingin perajin belajar teknik pengeringan kayu," kata Bupati Jepara Dian Kristiandi.'
)


def left(text):
    """The text without its furniture, white space settled."""
    kept, position = [], 0
    for start, end, _ in boilerplate_spans(text):
        kept.append(text[position:start])
        position = end
    return "\n".join(
        line for line in " \n".join([*kept, text[position:]]).split("\n") if line.strip()
    ).strip()


def lines(text):
    return [line.strip() for line in left(text).split("\n") if line.strip()]


@pytest.mark.parametrize(
    "furniture",
    [
        "Baca juga: Perajin Jepara Kirim Mebel ke Osaka",
        "Baca juga:Perajin Jepara Kirim Mebel ke Osaka",
        "BACA JUGA: Perajin Jepara Kirim Mebel ke Osaka",
        "Baca Juga",
        "Baca juga:\nPerajin Jepara Kirim Mebel ke Osaka",
        "Simak juga Video: Panen Raya di Demak",
        "[Gambas:Video 20detik]",
        "SCROLL TO CONTINUE WITH CONTENT",
        "ADVERTISEMENT",
        "Advertisement",
        "Cek Berita dan Artikel yang lain di Google\n                News",
        "Pewarta: Nur Imam\nEditor: Ade Marno\nCopyright © ANTARA 2024",
        "Penulis: Rina Astuti",
        "(rin/bud)",
        "(Rina Astuti)",
        "(*)",
        "Komentar\n\nkomentar",
        "Redaksi menerima tulisan opini dari luar dengan panjang 600 kata.",
        "Tags: mebel, jepara, ekspor",
        "#Mebel #JeparaMaju",
        "2 dari 3 halaman",
        "Kelanjutan kisah perajin di halaman selanjutnya...",
        "Baca selanjutnya dengan klik tautan ini.",
        "Selanjutnya: Perajin Jepara Kirim Mebel ke Osaka",
        "[ Kembali | Cetak ] Dibaca: 98 kali",
        "- Advertisement -",
        "LARAS PRABANDARI",
        "Bersambung ke halaman selanjutnya.",
        "Bagikan ke Facebook",
        "Facebook Twitter WhatsApp",
        "Ikuti kami di Google News dan saluran WhatsApp",
        "Dapatkan update berita pilihan setiap hari di Telegram, caranya klik tautan.",
        "Artikel ini telah tayang di Contoh.com dengan judul Perajin Belajar ke Nagoya",
        ";Siapa yang menerima kunjungan delegasi pengusaha mebel?;Pemerintah Kabupaten Jepara",
        "KOMPAS.com/RINA ASTUTI Perajin mengukir kursi di Jepara.",
        "Ilustrasi mebel kayu jati",
        "Humas\nKementerian Contoh\n#ContohMaju",
        "-",
        "====",
    ],
)
def test_furniture_falls_away_and_the_article_stays(furniture):
    assert lines(f"{BODY}\n{furniture}") == BODY.split("\n")


@pytest.mark.parametrize(
    "furniture",
    [
        "Baca juga: Perajin Jepara Kirim Mebel ke Osaka",
        "ADVERTISEMENT\nSCROLL TO CONTINUE WITH CONTENT",
        "Baca Juga",
    ],
)
def test_furniture_between_paragraphs(furniture):
    first, second = BODY.split("\n")
    assert lines(f"{first}\n{furniture}\n{second}") == [first, second]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Ekspor naik 12 persen. Baca juga: Perajin Jepara Kirim Mebel ke Osaka Sementara itu, bupati berharap.",
            "Ekspor naik 12 persen. Sementara itu, bupati berharap.",
        ),
        (
            'Ekspor naik 12 persen. Baca juga: Perajin Jepara Kirim Mebel ke Osaka "Kami bangga," kata bupati Jepara.',
            'Ekspor naik 12 persen. "Kami bangga," kata bupati Jepara.',
        ),
        (
            "Ekspor naik.Baca JugaBupati menyebut perajin siap.",
            "Ekspor naik. Bupati menyebut perajin siap.",
        ),
        (
            "Ekspor naik. Baca Juga“Kami bangga,” kata bupati.",
            "Ekspor naik. “Kami bangga,” kata bupati.",
        ),
    ],
)
def test_pointers_that_run_on_into_the_text(text, kept):
    assert " ".join(left(text).split()) == kept


@pytest.mark.parametrize(
    "prose",
    [
        "Ia mengajak siswa membaca juga buku-buku berbahasa Jepang.",
        "Menurut dia, kita lihat juga bagaimana pasar menanggapinya.",
        "Dana itu akan dibagikan kepada 120 perajin di Kabupaten Jepara.",
        "Editor buku itu, Rina Astuti, menyebut naskah selesai pada Mei.",
        "Menteri menulis di akun Facebook miliknya bahwa pabrik siap dibangun.",
        "Kawasan itu masuk dalam ASEAN Economic Community (AEC).",
        "Nilai ekspor tercatat Rp1,2 triliun; nilai impor Rp800 miliar.",
        "Sumber daya manusia menjadi perhatian kedua pihak.",
        "Delegasi membahas iklan layanan masyarakat bersama.",
        "Penandatanganan berlangsung di halaman 2 gedung utama Kementerian.",
    ],
)
def test_prose_is_left_alone(prose):
    text = f"{BODY}\n{prose}\n{BODY}"
    assert boilerplate_spans(text) == []


def test_a_doubled_caption_and_the_tags_after_the_signature_go():
    text = f"{BODY}\nPerajin Jepara saat pameran\nPerajin Jepara saat pameran\n(rin/bud)\nmebel\nekspor mebel\njepara"
    assert lines(text) == BODY.split("\n")


def test_a_table_of_contents_goes_and_its_headings_stay():
    text = f"Daftar Isi\nSejarah Kerja Sama\nNilai Ekspor\nSejarah Kerja Sama\n{BODY}\nNilai Ekspor\n{BODY}"
    assert lines(text)[0] == "Sejarah Kerja Sama"
    assert lines(text).count("Nilai Ekspor") == 1


def test_further_headlines_behind_a_pointer_and_who_helped_to_write_are_no_text():
    pointer = "Baca artikel menarik lainnya:Potret Pabrik MebelPasar Ekspor Melemah"
    helpers = "Rina Sari, Budi Tama, dan Eka Putra berkontribusi dalam penulisan artikel ini."
    text = f"{BODY}\n{pointer}\n{BODY} {helpers}"
    assert not {"Potret", "Rina", "Eka"} & set(" ".join(lines(text)).replace(",", "").split())


def test_headlines_are_told_from_sentences():
    assert is_headline("Bupati Jepara dan Pengusaha Nagoya Teken Nota Kesepahaman")
    assert not is_headline("Bupati Jepara dan pengusaha dari Nagoya meneken nota kesepahaman.")
    assert not is_headline("Jepara")


@given(
    st.lists(
        st.sampled_from([*BODY.split("\n"), "Baca juga:", "(a/b)", "-", "", ";Apa itu?;Itu", "Editor: A B"]),
        max_size=9,
    )
)
def test_spans_are_in_order_inside_the_text_and_apart(pieces):
    text = "\n".join(pieces)
    spans = boilerplate_spans(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
