"""Actors: every named person and body of an article once, with kind, country by a named rule, and forms."""

import pytest

from kerjasama.extract.actors.actors import actors, candidates
from kerjasama.extract.actors.index import country_actor
from kerjasama.extract.document import Document
from kerjasama.records import Actor, Article, Fact, Participant

STORY = (
    "Menteri Perindustrian Wahyu Santosa bertemu Duta Besar Jepang untuk Indonesia Sato Hiroshi di Jakarta. "
    "Wahyu mengatakan, Japan External Trade Organization (JETRO) akan membuka kantor di Surabaya.\n"
    '"Kami menyambut baik rencana JETRO," kata Wahyu. '
    "Sato berharap PT Samudra Biru Tbk (SBT) dan Universitas Airlangga ikut serta. "
    "SBT sudah lama bermitra dengan perusahaan Jepang.\n"
    "Pemprov Jatim mendukung. Gubernur Jawa Timur Dimas Prakoso menyampaikan hal itu kepada Kompas.com."
)


@pytest.fixture(scope="module")
def index():
    return actors(Document(Article(text=STORY)))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Wahyu Santosa", "person", "ID"),
        ("Sato Hiroshi", "person", "JP"),
        ("Dimas Prakoso", "person", "ID"),
        ("Japan External Trade Organization", "public_agency", "JP"),
        ("PT Samudra Biru Tbk", "company", "ID"),
        ("Universitas Airlangga", "education_research", "ID"),
        ("Pemerintah Provinsi Jawa Timur", "local_government", "ID"),
    ],
)
def test_kind_and_country(index, name, kind, country):
    actor = index.named(name)
    assert actor is not None and (actor.kind, actor.country) == (kind, country)


def test_offices_and_organisations_of_people(index):
    assert index.named("Wahyu Santosa").role_title == "Menteri Perindustrian"
    assert index.named("Wahyu Santosa").parent == "Kementerian Perindustrian"
    assert index.named("Sato Hiroshi").parent == "Kedutaan Besar Jepang untuk Indonesia"


def test_short_forms_and_acronyms_are_aliases(index):
    assert index.named("Wahyu").name == "Wahyu Santosa"
    assert "JETRO" in index.named("Japan External Trade Organization").aliases
    assert index.named("SBT").name == "PT Samudra Biru Tbk"
    assert len(index.named("SBT").mentions) >= 3


def test_what_a_title_implies_is_no_actor_and_neither_are_media_and_countries(index):
    names = {actor.name for actor in index.actors}
    assert not names & {"Kementerian Perindustrian", "Kompas.com", "Jepang", "Indonesia"}


def test_mentions_are_where_they_are_said_to_be(index):
    for start, end, actor in index.mentions:
        assert index.at(start, end) is actor or index.at(start, end) is not None
        assert STORY[start:end].strip()


def test_every_country_has_a_named_rule(index):
    for actor in index.actors:
        rule = next(anchor.rule for anchor in actor.anchors if anchor.slot == "country")
        assert rule.startswith(("country.", "registry."))


def test_countries_become_actors_as_parties(index):
    grown = index.with_parties([country_actor("JP", [(0, 7)])])
    assert grown.named("Jepang").kind == "country"
    assert index.named("Jepang") is None


def test_a_party_known_by_an_alias_is_the_same_actor(index):
    party = Actor("JETRO", "public_agency", "JP", ((0, 7),))
    grown = index.with_parties([party])
    assert len(grown.actors) == len(index.actors)
    assert (0, 7) in grown.named("JETRO").mentions


def test_a_country_is_never_merged_with_a_person(index):
    party = Actor("Indonesia", "country", "ID", ((0, 7),), aliases=("Wahyu", "kedua negara"))
    grown = index.with_parties([party])
    assert grown.named("Indonesia").kind == "country"
    assert grown.named("Wahyu").kind == "person"
    assert "kedua negara" not in grown.named("Indonesia").aliases


def test_participants_of_facts_become_actors(index):
    participant = Participant("pelaku UMKM Jepang", "JP", "beneficiary", 3, 9)
    fact = Fact("trade", "planned", ("JP",), (participant,), ((0, 20),))
    assert index.with_parties([fact]).named("pelaku UMKM Jepang").kind == "group"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Nota itu diteken perusahaan asal Yordania, Petra Salt Company, di Jakarta.",
            "Petra Salt Company",
            "JO",
        ),
        (
            "Kementerian Energi Uni Emirat Arab mengundang Indonesia.",
            "Kementerian Energi Uni Emirat Arab",
            "AE",
        ),
        ("KBRI Tokyo melayani warga Indonesia di Jepang.", "KBRI Tokyo", "ID"),
        ("PT Toyota Astra Karya memproduksi mobil.", "PT Toyota Astra Karya", "ID"),
        ("Presiden Jokowi bertemu Presiden Vladimir Putin di Bali.", "Vladimir Putin", "RU"),
    ],
)
def test_countries_by_rule(text, name, country):
    assert actors(Document(Article(text=text))).named(name).country == country


def test_an_acronym_that_the_article_explains_otherwise_is_not_the_registry_one():
    text = "Badan itu akan mengelola International Fruit Center (IFC) di Bogor. IFC dibuka bulan depan."
    assert all(
        a.name != "International Finance Corporation" for a in actors(Document(Article(text=text))).actors
    )
    assert all(
        "International Finance Corporation" not in a.aliases
        for a in actors(Document(Article(text=text))).actors
    )


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "tanpa huruf besar", "A", "(JICA)", '"', "Menteri", "Menteri,"]
)
def test_odd_texts_are_no_trouble(text):
    actors(Document(Article(text=text)))


@pytest.mark.parametrize(
    ("sentence", "body", "person"),
    [
        (
            "Direktur Utama PT Pupuk Nusa Jaya Wibowo Santosa mengatakan proyek itu ditunda.",
            "PT Pupuk Nusa Jaya",
            "Wibowo Santosa",
        ),
        (
            "Direktur PT Panas Lampung Raya Budi Mulyawan menandatangani perjanjian itu.",
            "PT Panas Lampung Raya",
            "Budi Mulyawan",
        ),
        (
            "Direktur Utama PT Panas Lampung Raya Hendarto Mulyawan menandatangani perjanjian itu.",
            "PT Panas Lampung Raya",
            "Hendarto Mulyawan",
        ),
    ],
)
def test_who_heads_a_body_is_cut_off_its_name(sentence, body, person):
    found = {actor.name: actor for actor in actors(Document(Article(text=sentence))).actors}
    assert set(found) == {body, person}
    assert found[person].parent == body


def test_who_heads_a_body_is_cut_off_it_though_only_his_later_name_tells_where_it_ends():
    text = (
        "Kepala Kantor Perwakilan JICA Indonesia Hirokawa Seiji meninjau pabrik. "
        "Hirokawa Seiji memuji hasilnya."
    )
    found = {actor.name for actor in actors(Document(Article(text=text))).actors}
    assert found == {"JICA Indonesia", "Hirokawa Seiji"}


def test_a_body_whose_head_stands_behind_a_comma_stays_whole():
    text = "Direktur Utama PT Sinar Laut Sejahtera, Ahmad Basuki, menyebut angka itu."
    assert {actor.name for actor in actors(Document(Article(text=text))).actors} == {
        "PT Sinar Laut Sejahtera",
        "Ahmad Basuki",
    }


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        # A foreign firm's daughter in Indonesia, and a firm whose name goes on behind a known one's.
        (
            "Presiden Direktur Danone Indonesia Rina Wulandari bertemu mereka.",
            "Danone Indonesia",
            "company",
            "ID",
        ),
        (
            "Kerja sama itu digarap Mizuho Financial Group di Jakarta.",
            "Mizuho Financial Group",
            "company",
            "JP",
        ),
        # Who speaks for an international organisation is of no country.
        ("Presiden Bank Dunia Samuel Harper menyambut rencana itu.", "Samuel Harper", "person", "INT"),
        # Hospitals and what they are named after, schools and universities abroad.
        ("RSUD dr. Soetomo bekerja sama dengan Jepang.", "RSUD dr. Soetomo", "public_agency", "ID"),
        ("RSUP Sanglah menerima dokter dari Australia.", "RSUP Sanglah", "public_agency", "ID"),
        (
            "Mereka belajar di Albert Lortzing Gymnasium, Jerman.",
            "Albert Lortzing Gymnasium",
            "education_research",
            "DE",
        ),
        ("Ia mengajar di Universiti Sains Melaka.", "Universiti Sains Melaka", "education_research", "MY"),
        (
            "Politeknik Negeri Bali dan Box Hill Institute dari Australia sepakat.",
            "Box Hill Institute",
            "education_research",
            "AU",
        ),
        (
            "Dubes menyambangi Universitas Sriwijaya (Unsri) Palembang.",
            "Universitas Sriwijaya",
            "education_research",
            "ID",
        ),
        (
            "Mahasiswa belajar di Jepang. Mereka diterima Takasaki City College di kampusnya.",
            "Takasaki City College",
            "education_research",
            "JP",
        ),
        # Of no country by their names.
        (
            "Atlet itu didampingi Federasi Layangan Internasional di Seoul, Korea Selatan.",
            "Federasi Layangan Internasional",
            "international_organisation",
            "INT",
        ),
        (
            "Dosen itu diterima Badan Kerja Sama Internasional Jepang di Tokyo.",
            "Badan Kerja Sama Internasional Jepang",
            "public_agency",
            "JP",
        ),
        ("Kepala Departemen Riset BI Wulan Sari hadir.", "BI", "public_agency", "ID"),
        # Names that end in a word which alone would name nobody, and research centres.
        (
            "Peneliti Australia dari Centre for Rural Development (CRD) memaparkan kajian itu.",
            "Centre for Rural Development",
            "education_research",
            "AU",
        ),
        (
            "Kelompok Tani Sumber Rejeki menerima pelatihan itu.",
            "Kelompok Tani Sumber Rejeki",
            "association",
            "ID",
        ),
    ],
)
def test_bodies_by_the_form_of_their_names(text, name, kind, country):
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert {one.actor.name: (one.actor.kind, one.actor.country) for one in found}.get(name) == (kind, country)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Rombongan Jepang tiba. Produser Nakagawa Ayumi mengatakan filmnya selesai.",
            "Nakagawa Ayumi",
            "JP",
        ),
        ("Kepala JICA Indonesia Matsuda Kenji menyerahkan alat itu.", "Matsuda Kenji", "JP"),
        # Whoever is no Japanese by name is none because the sentence names Japan.
        ("Pembeli Jepang memuji hasilnya, kata Daeng Rahmatullah kemarin.", "Daeng Rahmatullah", "ID"),
        ("Wali Kota Ternate Yosef Marasabessy menjamu tamu Australia itu.", "Yosef Marasabessy", "ID"),
        ("Duta Besar Uni Eropa untuk Indonesia Karl Lindgren membantah itu.", "Karl Lindgren", "INT"),
        ("Duta Besar UE untuk Indonesia Karl Lindgren membantah itu.", "Karl Lindgren", "INT"),
        ("Direktur Kesehatan USAID Indonesia Mary Holden memuji hasilnya.", "Mary Holden", "US"),
        ("Kepala Kantor Dagang dan Ekonomi Taipei (TETO) di Indonesia Paul Hsu hadir.", "Paul Hsu", "TW"),
        ("Ketua Komite Bilateral Rusia Kadin Indonesia, Hasto Pranoto, hadir.", "Hasto Pranoto", "ID"),
        ("Guru bahasa Jepang Rini Wulansari ikut berangkat.", "Rini Wulansari", "ID"),
        ("CEO Oasis Fund Sultan bin Omar Al-Harbi tiba di Riyadh.", "Sultan bin Omar Al-Harbi", "SA"),
        ("Pangeran Sultan bin Omar tiba di Riyadh.", "Sultan bin Omar", "SA"),
    ],
)
def test_people_are_placed_by_name_and_region(text, name, country):
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert {one.actor.name: one.actor.country for one in found}.get(name) == country


def test_a_mother_firm_is_not_its_daughter():
    text = "Direktur BNI Sekuritas Rina Wulandari datang. Menurut BNI, kerja sama itu berjalan setahun."
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert {one.actor.name for one in found if one.actor.kind == "company"} == {"BNI", "BNI Sekuritas"}


def test_who_ends_a_bodys_name_is_known_by_his_family_name():
    text = "Kepala Kantor Perwakilan JICA Indonesia Hirose Kenji menandatangani naskah itu di Jakarta."
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert {one.actor.name: one.actor.country for one in found}.get("Hirose Kenji") == "JP"


def test_who_sounds_plainly_at_home_is_so_though_his_employer_is_not():
    text = "Country Manager Google, Budi Setiawan, mengatakan pelatihan itu gratis."
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert {one.actor.name: one.actor.country for one in found}.get("Budi Setiawan") == "ID"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dirut PT Sinar Baja menyebut proyek itu selesai tahun depan.", {"PT Sinar Baja"}),
        (
            "Naskah itu diteken Ministry of Forestry, Energy, and Fisheries Kanada.",
            {"Ministry of Forestry, Energy, and Fisheries Kanada"},
        ),
    ],
)
def test_names_stay_whole(text, names):
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert {one.actor.name for one in found} == names


def test_a_known_name_in_brackets_is_whole_with_its_commas():
    text = (
        "Wakil Menteri METI (Ministry of Economy, Trade and Industry) Jepang Ogawa Takeshi menerima Menteri "
        "Koperasi di Tokyo."
    )
    found = {actor.name for actor in actors(Document(Article(text=text))).actors}
    assert "Ministry of Economy, Trade and Industry" in found
    assert not {"Ministry of Economy", "Trade and Industry"} & found


def test_a_directorate_general_printed_with_its_ministry_is_the_same_body():
    text = (
        "Ditjen KPAII Kemenperin menggelar rapat. Direktorat Jenderal Ketahanan, Perwilayahan, dan Akses "
        "Industri Internasional menutupnya."
    )
    found = [actor.name for actor in actors(Document(Article(text=text))).actors]
    assert found == ["Direktorat Jenderal Ketahanan, Perwilayahan, dan Akses Industri Internasional"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Menteri Keuangan Sri Handayani membuka acara.", "Sri Handayani"),
        ("Deputi Bidang Investasi Otorita IKN Agung Prasetyo mengatakan hal itu.", "Agung Prasetyo"),
        ("Presiden China Xi Jinping tiba di Beijing.", "Xi Jinping"),
        ("Presiden Uni Eropa Ursula von der Leyen hadir.", "Ursula von der Leyen"),
        ("Wali Kota Verona Luigi Bianchi mengatakan kota itu siap.", "Luigi Bianchi"),
    ],
)
def test_a_name_is_whole_where_a_title_or_a_place_stands_before_it(text, name):
    found, _, _ = candidates(Document(Article(text=text)))
    assert [one.actor.name for one in found if one.group] == [name]


def test_a_word_of_a_persons_name_is_no_body():
    found, _, _ = candidates(Document(Article(text="Kata Gubernur BI Perry Warjiyo, Rabu (18/6/2025).")))
    assert "Warjiyo" not in [one.actor.name for one in found]


def test_the_town_of_the_dateline_is_no_person():
    text = "Walesi (ANTARA) - Kementerian Pertanian membuka toko di Kabupaten Jayawijaya, Walesi, Rabu (7/2)."
    index = actors(Document(Article(text=text, dateline_place="Walesi")))
    assert index.named("Walesi") is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Latihan itu digelar TNI bersama Angkatan Bersenjata Yordania dan Uni Emirat Arab.",
            "Angkatan Bersenjata Yordania",
            "JO",
        ),
        ("Kontrak itu dimenangkan Minami Kaisan KK dari Jepang.", "Minami Kaisan KK", "JP"),
        ("Dana itu disalurkan lewat Norfund kepada petani.", "Norfund", "NO"),
    ],
)
def test_where_a_bodys_name_ends(text, name, country):
    found = {c.actor.name: c.actor.country for c in candidates(Document(Article(text=text)))[0]}
    assert found.get(name) == country


def test_a_provinces_short_name_is_no_firm():
    text = "Wakil Gubernur NTT menyampaikan bahwa NTT siap menerima tamu dari Jepang."
    assert all(c.actor.country != "JP" for c in candidates(Document(Article(text=text)))[0])


def test_a_region_that_acts_is_its_government():
    text = "Pemprov Jatim membuka pendaftaran. Jatim dan Jepang bekerja sama melatih perawat sejak 2019."
    index = actors(Document(Article(text=text)))
    assert [a.name for a in index.actors if a.kind == "local_government"] == [
        "Pemerintah Provinsi Jawa Timur"
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Pengurus Kadin Nusa Tenggara Barat mengunjungi pabrik cokelat.",
            "Kadin Nusa Tenggara Barat",
        ),
        ("Menurut Apindo Jawa Barat, pesanan sepatu turun tahun ini.", "Apindo Jawa Barat"),
    ],
)
def test_a_bodys_branch_is_named_with_its_region(sentence: str, name: str):
    found = {actor.name: actor.country for actor in actors(Document(Article(text=sentence))).actors}
    assert found.get(name) == "ID"


def names_of(text: str) -> set[str]:
    return {actor.name for actor in actors(Document(Article(text=text))).actors}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rombongan itu berangkat ke Federasi Rusia untuk bertemu para pengusaha.", "Federasi Rusia"),
        ("Badan AS tersebut menyatakan bahwa kapal itu miliknya.", "Badan AS"),
        ("Gedung itu dibangun Asia Group (PT. MAU) sejak lama.", "PT"),
        ("Rapat digelar di Kementerian Koordinator Bidang Pangan, Jakarta Pusat, Selasa.", "Jakarta Pusat"),
        (
            "Kata Direktur Jenderal Ketenagalistrikan Kementerian ESDM Andy Sommeng, naik.",
            "Ketenagalistrikan",
        ),
        ("Pemprov DKI Jakarta hadir. Pemprov DKI mengundang investor.", "Pemerintah Provinsi DKI"),
        ("Mereka bekerja di PT PMA (Penanaman Modal Asing) dan PT B.", "Penanaman Modal Asing"),
        ("Menurut Humas Kantor Imigrasi Kelas I TPI Jakarta Selatan, selesai.", "Jakarta Selatan"),
        ("Ia kuliah di Universitas Sultan Ageng Tirtayasa sejak 2019.", "Ageng Tirtayasa"),
    ],
)
def test_what_is_no_actor(text: str, name: str):
    assert name not in names_of(text)


def test_a_region_is_no_short_form_of_a_firm_with_its_name():
    index = actors(Document(Article(text="PT Ambon Bahari hadir. Warga Ambon menyambutnya.")))
    assert index.named("PT Ambon Bahari").aliases == ()


def test_a_by_name_is_the_same_person():
    text = "Joko Purnomo atau yang akrab disapa Jokpur memimpin rapat. Jokpur mengatakan hal itu."
    assert actors(Document(Article(text=text))).named("Joko Purnomo").aliases == ("Jokpur",)


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        (
            "Menteri Wanita, Keluarga dan Pembangunan Masyarakat Malaysia Nancy Sharif tiba.",
            "Nancy Sharif",
            "Kementerian Wanita, Keluarga dan Pembangunan Masyarakat Malaysia",
        ),
        (
            "Menteri Senior dan Menteri Koordinator Bidang Keamanan Nasional Singapura Tan Wei Lim tiba.",
            "Tan Wei Lim",
            "Kementerian Koordinator Bidang Keamanan Nasional Singapura",
        ),
        ("Menteri Keuangan Scott Bessent tiba.", "Scott Bessent", "Kementerian Keuangan Amerika Serikat"),
        (
            "Semua aman, kata Koordinator Penerangan KBRI Tokyo Nirmala Kusumadewi lewat pesan singkat.",
            "Nirmala Kusumadewi",
            "KBRI Tokyo",
        ),
        ("Kata Direktur Utama PT Baharu Tbk. Arief Pramono, siap.", "Arief Pramono", "PT Baharu Tbk"),
        ("Direktur Pelayanan Publik Bulog Tri Wahyudi Saleh hadir.", "Tri Wahyudi Saleh", "Bulog"),
        ("Duta Besar Iran untuk PBB, Ali Bahreini, hadir.", "Ali Bahreini", "Kedutaan Besar Iran untuk PBB"),
        (
            "Senada dengan itu, Wakhid Nur Salim, Kepala Sekolah SMA Sains Nusantara, menegaskannya.",
            "Wakhid Nur Salim",
            "Sekolah SMA Sains Nusantara",
        ),
    ],
)
def test_the_body_that_a_title_tells(text: str, name: str, body: str):
    assert actors(Document(Article(text=text))).named(name).parent == body


def test_a_region_that_is_none_of_indonesias_is_abroad():
    text = "Pemkot Bandung dan Pemkot Kitakyushu bersahabat. Di Jepang, wali kota menyambut rombongan."
    found = {actor.name: actor.country for actor in actors(Document(Article(text=text))).actors}
    assert found == {"Pemerintah Kota Bandung": "ID", "Pemerintah Kota Kitakyushu": "JP"}


def test_a_foreign_towns_head_is_of_its_country():
    text = "Bupati Sikka Rudi Harun diterima Wali Kota Brisbane Adrian Whitlock di balai kota."
    found = {actor.name: actor.country for actor in actors(Document(Article(text=text))).actors}
    assert found == {"Rudi Harun": "ID", "Adrian Whitlock": "AU"}


def test_an_article_that_names_indonesia_nowhere_has_bodies_of_the_state_whose_news_it_tells():
    text = "Universitas Witwatersrand di Afrika Selatan meneliti badak. Afrika Selatan punya banyak badak. {}"
    named = actors(Document(Article(text=text.format("Mahkamah Agung mendukung penelitian itu."))))
    assert named.named("Mahkamah Agung").country == "ZA"
    home = "Di Indonesia, Mahkamah Agung mendukung penelitian serupa."
    assert actors(Document(Article(text=text.format(home)))).named("Mahkamah Agung").country == "ID"


def test_a_word_that_is_shouted_beside_a_country_is_no_body():
    assert "Inggris BESOK" not in names_of("Parlemen menunggu. Kata dia, keputusan Inggris BESOK akan tiba.")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Menteri Perdagangan Sulaeman Basri (Sulbas) tiba. Sulbas mengatakan hal itu.", ["Sulaeman Basri"]),
        ("Menteri Perdagangan Sulaeman Basri tiba. Hamdan mengatakan hal itu.", ["Sulaeman Basri", "Hamdan"]),
    ],
)
def test_a_name_blended_from_a_fuller_one_is_the_same_person(text: str, people: list[str]):
    found, _, _ = candidates(Document(Article(text=text)), lambda seen, person: True)
    assert [one.actor.name for one in found if one.actor.kind == "person"] == people


def test_who_is_called_by_a_name_cut_short_is_one_person():
    found = actors(
        Document(
            Article(
                text="Gubernur NTT Marselinus Wuran tiba di Kupang, Senin. Marse mengatakan bandara itu akan "
                'dibuka. "Kami siap," kata Marse.'
            )
        )
    )
    assert [a.name for a in found.actors if a.kind == "person"] == ["Marselinus Wuran"]
    assert found.named("Marselinus Wuran").parent == "Pemerintah Provinsi NTT"


def test_a_corporate_secretary_is_of_the_firm_behind_the_office():
    text = "Sekretaris Perusahaan PT Nusa Gas Rina Maharani bicara di Jakarta."
    found = {actor.name: actor.parent for actor in actors(Document(Article(text=text))).actors}
    assert found == {"PT Nusa Gas": None, "Rina Maharani": "PT Nusa Gas"}


def test_what_stands_in_brackets_behind_a_part_of_a_university_may_be_the_universitys():
    text = "Riset itu didanai LPPM Universitas Serayu (Unsera). Unsera berdiri pada 1990."
    found = candidates(Document(Article(text=text)))[0]
    aliases = {one.actor.name: one.actor.aliases for one in found}
    assert "Unsera" in aliases["Universitas Serayu"]


def test_a_numbered_office_is_no_part_of_a_bodys_name():
    text = "Wakil Rektor IV UMT, Muhamad Faris Hidayat, menyebut kerja sama itu berjalan."
    assert "UMT" in names_of(text)


def test_a_leaders_office_comes_again_without_its_country():
    text = (
        "Kantor Perdana Menteri Israel menyampaikan pernyataan pada Senin di Yerusalem. "
        "Sehari sebelumnya pejabat di Kantor Perdana Menteri menolak usul itu."
    )
    office = actors(Document(Article(text=text))).named("Kantor Perdana Menteri Israel")
    assert [text[start:end] for start, end in office.mentions] == [
        "Kantor Perdana Menteri Israel",
        "Kantor Perdana Menteri",
    ]


def test_the_end_of_a_known_bodys_name_is_no_person():
    text = (
        "PT Pangan Lestari bekerja sama dengan Mitsui di Surabaya. Mitsui menanam modal di Pangan Lestari. "
        "Untuk itu Pangan Lestari menggandeng Mitsui."
    )
    assert "Lestari" not in names_of(text)


def test_what_tells_what_a_programme_is_for_names_no_firm():
    found = names_of("Dokumen SME Growth for Automotive diserahkan kepada METI Jepang di Tokyo.")
    assert not any("Growth" in name for name in found)


def placed(text: str, name: str) -> tuple[str | None, str]:
    """The country of an actor and the rule that tells it."""
    index = actors(Document(Article(text=text)))
    actor = next(body for body in (*index.actors, *index.doubtful) if body.name == name)
    return actor.country, next(anchor.rule for anchor in actor.anchors if anchor.slot == "country")


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (", perusahaan logistik Rusia,", True),
        (", perusahaan yang berbasis di Moskow,", True),
        (", terdaftar di Rusia,", True),
        (", yang hadir sebagai pembicara di Moskow,", False),
        (", dalam kunjungan ke Rusia,", False),
        (", dengan perusahaan Rusia,", False),
    ],
)
def test_what_a_comma_behind_a_name_adds_to_it(behind: str, told: bool):
    text = f"Indonesia dan Rusia bertemu. Kontrak itu diteken Velmara Group{behind} bersama Indonesia."
    assert (placed(text, "Velmara Group")[1] == "country.apposition") == told


def test_a_group_of_a_known_firm_is_that_firm():
    index = actors(Document(Article(text="BYD membangun pabrik. BYD Group mengumumkan itu di Subang.")))
    bodies = {actor.name for actor in index.actors if "BYD" in actor.name}
    assert len(bodies) == 1


def test_a_prince_by_his_rank_and_given_name_is_who_was_named_in_full():
    text = (
        "Menteri Luar Negeri Arab Saudi Pangeran Faisal bin Farhan tiba di Jakarta. "
        "Pangeran Faisal mengatakan kunjungan itu singkat."
    )
    assert [name for name in names_of(text) if "Faisal" in name] == ["Faisal bin Farhan"]


def test_the_account_of_a_known_person_is_the_person():
    index = actors(Document(Article(text="Rusia menunggu kunjungan Presiden @prabowo pada Juni nanti.")))
    assert ("Prabowo", "ID") in {(actor.name, actor.country) for actor in index.actors}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kementerian Pertanian dan Rural Development Administration (RDA) Korea Selatan menanam padi.",
            {"Kementerian Pertanian", "Rural Development Administration Korea Selatan"},
        ),
        (
            "SMAN 3 Denpasar dan Perth Modern School, Australia, bertukar siswa.",
            {"SMAN 3 Denpasar", "Perth Modern School"},
        ),
    ],
)
def test_a_body_abroad_with_an_english_name_is_another_than_the_one_before_dan(text: str, names: set[str]):
    assert names <= set(names_of(text))
