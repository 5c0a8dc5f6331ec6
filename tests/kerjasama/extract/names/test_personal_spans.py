"""Where personal names begin and end, and what names no person."""

import pytest

from kerjasama.extract.actors.actors import candidates
from kerjasama.extract.document import Document
from kerjasama.extract.names.personal_spans import personal_spans
from kerjasama.extract.reader import read
from kerjasama.records import Article


def people(text: str) -> set[str]:
    """The personal names of a text."""
    document = Document(Article(text=text))
    words = document.tokens
    return {text[words[a].start : words[b - 1].end] for a, b in personal_spans(document).items()}


def countries(text: str) -> dict[str, str | None]:
    """Who and what is found in a text, with the country."""
    return {one.actor.name: one.actor.country for one in candidates(Document(Article(text=text)))[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Ini awal yang baik," kata Khaled al-Masri, direktur museum itu.', "Khaled al-Masri"),
        ("Ia menyambut Jenderal Xu Boyang di Jakarta.", "Xu Boyang"),
        ('"Harga kopi akan naik," kata psikolog Hana Pertiwi.', "Hana Pertiwi"),
        ("Rapat dihadiri Andi Rahman, Sri Lestari, serta Keith Hammond dari Inggris.", "Keith Hammond"),
        ("Ia akan bertemu Anna Schmidt Juli lalu di kantornya.", "Anna Schmidt"),
        ("Anggota Komisi I DPR Andia Thresia Narang menyambutnya.", "Andia Thresia Narang"),
        ("Kata Country Manager Wahana Kreasi Reza. Wahana Kreasi membuka kantor.", "Reza"),
        ("Wakil Rektor Bidang Riset Unsari Prof. Nurlela Hasan menyambutnya.", "Nurlela Hasan"),
        ("Naskah diteken Deputy Vice Chancellor Prof. Datuk Ts. Dr. Azman Yaakob.", "Azman Yaakob"),
        ("Director, Office of Research Talang University Dr. Suraya Kassim hadir.", "Suraya Kassim"),
        ("Hal itu dikatakan VP Kalina Capital Reynard Wijaya.", "Reynard Wijaya"),
        ("Menurut CEO Kalina Ventures Andi Wijaya, dana itu cukup.", "Andi Wijaya"),
        ("Wakil Gubernur Sulsel H. Agus Numang menerima mereka.", "Agus Numang"),
        ("Rektor Undiksha Prof. I Wayan Lastra melakukan penandatanganan.", "I Wayan Lastra"),
        ("Ketua Yayasan Kasih Bangsa Pdt. Sara Lodo menerima mereka.", "Sara Lodo"),
        ("Ia didampingi Menteri Agama RI Lukman Hakim Saefuddin di Tunis.", "Lukman Hakim Saefuddin"),
        ("Hadir pula Atase Pendidikan KBRI Tunis Umar Faqih, dan tamunya.", "Umar Faqih"),
        ("Direktur RSUD Dr. Soetomo Abdul Kadir menyambutnya.", "Abdul Kadir"),
        ("Tampak Presiden Joe Biden Presiden Joko Widodo di ruang itu.", "Joko Widodo"),
        ("Tampak Presiden Joe Biden Presiden Joko Widodo di ruang itu.", "Joe Biden"),
        ("Alat itu dirancang Founder RiverCycle Anssi Mikola di Finlandia.", "Anssi Mikola"),
    ],
)
def test_where_a_name_stands(text: str, name: str):
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CEO itu untung besar hingga Karyawan Ketar-ketir.", "Karyawan Ketar-ketir"),
        ("Budi Santosa, Chief Marketing Officer PINTU mengatakan hal itu.", "PINTU"),
        ("Rapat dihadiri Andi Rahman dan Bank Sentral Jerman.", "Bank Sentral"),
        ("Pasien dirawat di RSUD dr. Saiful Anwar.", "Saiful Anwar"),
        ("Pasien dirawat di Rumah Sakit TNI AL Mintoharjo di Jakarta.", "Mintoharjo"),
        ('"Kami senang," kata Kepala Pusat Kesehatan TNI Mayor Jenderal dr. Sugiarto.', "Mayor Jenderal"),
        ("Gubernur Jeollanam-do, Kim Yong Rok, hadir di Seoul.", "Jeollanam-do"),
    ],
)
def test_what_is_no_person(text: str, name: str):
    assert name not in people(text)


def test_a_name_without_its_article_is_the_same_persons():
    text = "Presiden Suriah Ahmed al-Masri hadir. Menurut al-Masri, hasilnya baik. Setelah itu Masri pulang."
    found = candidates(Document(Article(text=text)))[0]
    assert [len(one.actor.mentions) for one in found if one.group] == [3]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kata Kepala Riset Astrona International Budi Santosa, baik.", "Astrona International", "ID"),
        ("Menurut Head of Research Ridley Indonesia, Feri Santosa, pasar pulih.", "Ridley Indonesia", "ID"),
        ("Budi Santosa, Direktur Utama Kalokal, mengatakan hal itu.", "Kalokal", "ID"),
        ("Direktur Utama PSN Adi Rahman mengatakan hal itu.", "PSN", "ID"),
        ("Dinas Perdagangan (Disdag) Jawa Tengah mencatatnya.", "Dinas Perdagangan Jawa Tengah", "ID"),
        ("Perang Hamas-Israel berlangsung lama.", "Hamas", "PS"),
        ("Bantuan itu dari Badan Bantuan Pengungsi PBB di Ramallah.", "Badan Bantuan Pengungsi PBB", "INT"),
        ("Kementerian Kesehatan di Gaza mencatat korban.", "Kementerian Kesehatan", "PS"),
        ("Perwakilan AS, termasuk Departemen Perdagangan, hadir.", "Departemen Perdagangan", "US"),
        ("Perusahaan teknologi Denmark, Aerofugia, menunda rencananya.", "Aerofugia", "DK"),
        ("Izin itu diterbitkan Korlantas Polri sejak Juni.", "Korlantas Polri", "ID"),
    ],
)
def test_bodies_and_their_countries(text: str, name: str, country: str):
    assert countries(text).get(name) == country


@pytest.mark.parametrize("name", ["Badan Usaha Milik Negara", "Greena Foundation dan Waste2Tea"])
def test_what_is_no_body(name: str):
    assert name not in countries(f"Program itu digarap {name} (BUMN) sejak lama.")


def test_known_people_have_their_country_and_stand_for_no_state():
    text = "Konser Ed Sheeran di Jakarta ditunda. Ed Sheeran bekerja sama dengan Kementerian Pariwisata."
    document = Document(Article(text=text))
    assert {one.actor.country for one in candidates(document)[0] if one.group} == {"GB"}
    assert not [fact for fact in read(document.article).facts if "GB" in fact.partner_countries]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gempa itu terjadi di Silopa, Turki. Silopa dilanda panas.", "Silopa"),
        ("Pasien dirawat di Rumah Sakit Hasan Basri sejak Senin.", "Hasan Basri"),
        ("Awak kapal Amanda ditahan tentara.", "Amanda"),
    ],
)
def test_places_schools_and_ships_are_no_people(text: str, name: str):
    assert name not in people(text)


def test_embassies_are_told_apart_by_their_seats_and_a_body_is_one_under_both_names_of_its_country():
    text = "KBRI Ankara dan KBRI Kairo siap. Badan Energi AS dan Badan Energi Amerika Serikat hadir."
    found = [one.actor.name for one in candidates(Document(Article(text=text)))[0]]
    assert sorted(found) == ["Badan Energi Amerika Serikat", "KBRI Ankara", "KBRI Kairo"]


def test_a_list_of_people_may_break_off_with_its_text():
    assert people("Menteri Perdagangan Zulkifli Hasan dan") == {"Zulkifli Hasan"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dosen Wahyudi Saputra M.Kom, dan Danang Nugroho Ph.D., ikut serta.", "Wahyudi Saputra"),
        ("Rektor Unsari Ir. Slamet Basuki Widagdo MT berterima kasih.", "Slamet Basuki Widagdo"),
        ("Kepala SMK Negeri 1 Talang Ulim, Faisal SPd menuturkan hal itu.", "Faisal"),
        ("Direktur LPK Sinar Timur, Yurnalis mengatakan, mereka siap.", "Yurnalis"),
    ],
)
def test_degrees_without_a_comma_are_no_part_of_a_name(text: str, name: str):
    assert name in countries(text)


@pytest.mark.parametrize(
    ("text", "body", "nobody"),
    [
        ("Pasien dirujuk ke RSUD Dr. Haryoto Lumajang pada Senin.", "RSUD Dr. Haryoto Lumajang", "Haryoto"),
        ("Pasien dirujuk ke RSUD dr. Slamet Garut pada Senin.", "RSUD dr. Slamet Garut", "Slamet"),
    ],
)
def test_a_hospital_is_called_after_somebody(text: str, body: str, nobody: str):
    found = countries(text)
    assert body in found and not any(name.startswith(nobody) for name in found)


def test_initials_in_brackets_go_on_the_name_that_they_abbreviate():
    found = countries("Lembaga Pelatihan Kerja (LPK) Sinar Timur mengirim 12 siswa SMK Negeri 1 Talang Ulim.")
    assert "Lembaga Pelatihan Kerja Sinar Timur" in found
    assert "Talang Ulim" not in found
