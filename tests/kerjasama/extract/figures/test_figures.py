from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.extract.document import Document
from kerjasama.extract.figures import cues
from kerjasama.extract.figures.figures import figures
from kerjasama.records import Article

PUBLISHED = "2024-05-22"


def read(text, published=PUBLISHED):
    return figures(Document(Article(text=text, published_at=published)))


def one(text):
    (figure,) = read(text)
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Ekspor kopi naik 18,3 persen pada tahun ini.", "change", "up"),
        ("Ekspor kopi menurun tajam sebesar 5 persen.", "change", "down"),
        ("Pertumbuhan ekonomi nasional diperkirakan mencapai 5,2 persen.", "change", "up"),
        ("Penambahan tenaga kerja di kawasan itu mencapai 400 orang.", "change", "up"),
        ("Penjualannya 12 persen lebih rendah.", "change", "down"),
        ("Kapasitasnya bertambah 3 kali lipat.", "change", "up"),
        ("Suku bunga naik menjadi 6,25 persen.", "level", None),
        ("Harga cabai anjlok lebih dari 2 persen.", "change", "down"),
        ("Bank itu memangkas suku bunga acuan sebesar 25 basis poin.", "change", "down"),
        ("Perseroan menambah modal anak usahanya sebesar Rp 5 miliar.", "change", "up"),
        ("Penurunan tarif itu dari 32 persen.", "level", None),
        ("Bus listrik mengurangi emisi 56 persen.", "change", "down"),
        ("Pemerintah menurunkan tarif 5 persen.", "level", None),
        ("Harga timah turun di kisaran US$ 1.736 per ton.", "level", None),
        ("Nilai kontraknya mencapai Rp 3 triliun.", "level", None),
        ("Kuota tambahan sebanyak 20.000 jemaah dibagi rata.", "level", None),
        ("Tim itu berangkat, ditambah 12 orang relawan.", "level", None),
        ("Saham itu tergelincir 0,78%.", "change", "down"),
        ("Ekonomi tumbuh cepat di level 5,61%.", "change", "up"),
        ("Perekonomian itu masih minus 0,74 persen.", "change", "down"),
        ("Perkiraan pertumbuhan ekonomi itu tercapai, yakni 5,2 persen.", "change", "up"),
        ("Suku bunga naik ke level 5,5 persen.", "level", None),
        ("Ekonomi tumbuh dengan kuat sebesar 5,2 persen.", "change", "up"),
        ("Sektor itu terkoreksi paling dalam sebesar 4,67%.", "change", "down"),
        ("Menurunnya biaya pabrik itu yaitu sebesar 27,5%.", "change", "down"),
        ("Indeks memimpin penguatan sebesar 6,85%.", "change", "up"),
        ("UMKM menyumbang 60 persen terhadap PDB.", "share", None),
        ("Tarif impor itu 19 persen.", "level", None),
        ("Obligasi itu berkupon 6,7 persen.", "level", None),
        ("Pajak menyumbang porsi terbesar, 40 persen.", "share", None),
        ("Pasar menduga penurunan inflasi hingga ke level 8,1 persen.", "share", None),
        ("Penurunan terbesar ekspor nonmigas terjadi pada karet sebesar 18 persen.", "change", "down"),
        ("Merek itu kehilangan 3 persen nilainya.", "change", "down"),
        ("Jumlah pegawai turun hampir mendekati 1.000 orang.", "change", "down"),
        ("Bank itu memangkas suku bunga kebijakan 25 bps.", "change", "down"),
        ("Omzet pedagang turun berkisar 50 persen.", "change", "down"),
        ("Penurunannya berkisar Rp 50 per liter.", "change", "down"),
        ("Ada penurunan harga Rp 200 per liter.", "change", "down"),
        ("Sebanyak 38 persen kenaikannya terjadi di kota.", "change", "up"),
        ("Emas itu 38 persen kenaikannya.", "change", "up"),
        ("Penguasaan bolanya 68 persen dibanding tim tamu.", "share", None),
        ("Labanya 68 persen dibanding tahun lalu.", "change", "up"),
    ],
)
def test_kind_and_direction(text, kind, direction):
    figure = one(text)
    assert (figure.kind, figure.direction) == (kind, direction)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pabrik itu telah menyerap 1.200 pekerja.", "actual"),
        ("Pabrik itu menyerap 1.200 pekerja.", "actual"),
        ("Pabrik itu akan menyerap 1.200 pekerja.", "target"),
        ("Perseroan menargetkan 1.200 pekerja.", "target"),
        ("Program itu untuk melahirkan 1.200 wirausaha.", "target"),
        ("Proyek itu diperkirakan menelan Rp 5 triliun.", "estimate"),
        ("Kebutuhan dananya Rp 5 triliun.", "estimate"),
        ("Dana dibutuhkan untuk menggenjot ekonomi yang tumbuh 5 persen.", "actual"),
        ("Neraca itu diproyeksikan akan mencatat defisit Rp 5 triliun.", "estimate"),
        ("Neraca itu mencatat defisit Rp 5 triliun.", "actual"),
        ("Badan itu telah menyetujui hibah sebesar Rp 5 miliar.", "actual"),
        ("Badan itu menjanjikan hibah sebesar Rp 5 miliar.", "target"),
        ("Badan itu telah menyiapkan lahan 5 hektare.", "actual"),
        ("Perusahaan akan membangun pabrik. Kapasitasnya mencapai 5 ribu ton.", "target"),
        ("Pabrik itu sudah beroperasi dengan kapasitas 5 ribu ton.", "actual"),
        ("Setiap wajib pajak membayar Rp 5 juta.", "actual"),
        ("Perang itu mengancam kerugian ekspor sebesar Rp 5 miliar.", "estimate"),
        ("Jalur menuju danau itu sepanjang 5 kilometer.", "actual"),
        ("Porsi 5 persen akan disetor ke negara.", "target"),
        ("Porsi 5 persen harus disetor ke negara.", "target"),
        ("Tercatat 21 proyek pengolahan yang akan didanai.", "target"),
        ("Mereka tidak perlu membayar Rp 5 juta.", "actual"),
        ("Pertumbuhan ekonomi diramal menyentuh 5 persen.", "estimate"),
        ("Perlu diketahui, dananya Rp 5 miliar.", "actual"),
        ("Langkah itu bisa menghemat Rp 5 miliar.", "estimate"),
        ("Kalau hujan, panennya 5 ton.", "estimate"),
        ("Pertumbuhan ekonomi akan berkisar 5 persen.", "estimate"),
        ("Kami perkirakan ekspornya 300 ton.", "estimate"),
        ("Realisasinya 54 persen dari nilai yang ditargetkan.", "actual"),
        ("Dana itu untuk produksi 50 gerbong.", "target"),
        ("Jalan itu akan membuka wilayah berpenduduk 3 juta jiwa.", "actual"),
        ("Investasi untuk menggerakkan ekonomi yang tumbuh 5 persen.", "actual"),
        ("Mereka menawarkan diri untuk membangun jalan layang (flyover) sepanjang 21 kilometer.", "target"),
        ("Pelatihan 30 nelayan pada 2027 itu disambut baik.", "target"),
        ("Pada 2016 bank itu memberi kredit untuk memproduksi 150 gerbong.", "actual"),
        ("Rencana itu batal, sedangkan pabrik lama menyerap 1.200 pekerja.", "actual"),
        ("Hadiah itu diharapkan memotivasi karyawan yang jumlahnya sekitar 25.000 orang.", "actual"),
        ("Kedua negara akan merayakan 75 tahun persahabatan.", "actual"),
        ('"Itu akan terwujud," kata Rina kepada 20 investor.', "actual"),
    ],
)
def test_status_is_told_by_the_nearest_word(text, status):
    assert one(text).status == status


def test_the_parts_of_a_sum_have_its_status():
    text = "Targetnya Rp 2 triliun, yang terdiri dari setoran kas Rp 500 miliar dan sitaan Rp 1,5 triliun."
    assert [figure.status for figure in read(text)] == ["target"] * 3


def test_where_many_are_from_is_told_with_them():
    assert [figure.status for figure in read("Ditargetkan 2.200 pelari dari 25 negara.")] == ["target"] * 2


def test_what_was_before_has_another_time():
    text = "Beban umum mencapai Rp 857 miliar pada 2023, atau naik dari posisi Rp 750 miliar."
    assert periods(text) == ["2023", None]


def test_units_of_one_story_count_the_same():
    text = "Mereka membeli 48 unit jet tempur. Prosesnya panjang. " + "Kota itu ramai. " * 50
    assert [figure.unit for figure in read(text + "Sebanyak 20 unit tiba pada 2023.")] == ["aircraft"] * 2


def test_the_next_percentage_goes_on_with_the_statistic_before():
    text = "Ekspor naik 5 persen pada 2023. Sementara untuk bahan baku meningkat 7 persen."
    assert periods(text) == ["2023", "2023"]


def test_from_now_to_is_a_target():
    now, then = read("Rasio kredit naik dari 21 persen saat ini menjadi 30 persen pada 2030.")
    assert (now.status, now.period) == ("actual", None)
    assert (then.status, then.period) == ("target", "2030")


@pytest.mark.parametrize(
    ("text", "period", "base"),
    [
        ("Pada 2023, ekspor kopi tercatat 5.000 ton.", "2023", None),
        ("Ekspor kopi tercatat 5.000 ton pada kuartal I 2024.", "2024-01/2024-03", None),
        ("Ekspor kopi 5.000 ton sepanjang tahun lalu.", "2023", None),
        ("Ekspor naik 5 persen dibanding realisasi 2022.", None, "2022"),
        ("Bila dibandingkan dengan 2022, ekspor naik 5 persen.", None, "2022"),
        ('"Ekspor kopinya 5.000 ton," kata Rina dalam pengumuman Mei 2024.', None, None),
        ("Sejak Januari 2020 sampai Maret 2021 dihasilkan 241 ton.", "2020-01/2021-03", None),
        ("Rina mengatakan, Rabu (22/5/2024), ada 300 peserta.", None, None),
        ("Defisit per 31 Maret 2024 tercatat Rp 240 triliun.", "2024-03-31", None),
        ("Ekspor berjalan sejak 2018 dan mencapai 300 ton.", None, None),
        ("Upahnya menjadi Rp 4 juta sejak Juli 2023.", "2023-07", None),
        ("Pada Juni 2023, Rina mengatakan ekspornya 300 ton.", None, None),
        ("Pelatihan digelar pada 13-15 Mei di Solo dan diikuti 40 guru.", "2024-05", None),
        ("Hingga triwulan III 2023, investasi tercatat Rp 44 triliun.", "2023-01/2023-09", None),
        ("Hingga 19 Mei 2024, pemakainya mencapai 19 juta orang.", "2024-05", None),
        ("Selama empat bulan pertama 2024, ekspor kopi tercatat 5.000 ton.", "2024-01/2024-04", None),
        ("Pada perdagangan Rabu (22/5), rupiah ditutup di level Rp 16.000.", "2024-05-22", None),
        ("Keduanya merayakan 75 tahun persahabatan pada 2025.", "2025", None),
        ("Sungai sepanjang 297 kilometer ini sempat mengering pada 2018.", None, None),
        ('"Itu terwujud pada 2025," kata Rina kepada 20 investor.', None, None),
    ],
)
def test_periods(text, period, base):
    figure = one(text)
    assert (figure.period, figure.base_period) == (period, base)


def periods(text):
    return [figure.period for figure in read(text)]


def test_a_time_is_for_all_of_a_list_and_for_its_value():
    assert periods("Akan terjual 2 juta sepeda motor dan 400 ribu mobil pada 2025.") == ["2025", "2025"]
    assert (
        periods("Pada Mei 2023 tercatat 27 MoU diteken dengan nilai lebih dari US$ 11 miliar.")
        == ["2023-05"] * 2
    )
    assert periods("Mereka melatih 12 guru selama 2 bulan di Solo pada awal 2023.") == ["2023", None]


def test_times_and_values_told_side_by_side_go_together():
    first, second = read("Target pada 2025 dan 2026 naik menjadi Rp 43 triliun dan Rp 50 triliun.")
    assert (first.period, second.period) == ("2025", "2026")


def test_growth_revised_is_growth_before_and_after():
    figures_ = read("Lembaga itu memangkas proyeksi pertumbuhan ekonomi dari 5,2 persen menjadi 5 persen.")
    assert [(figure.kind, figure.status) for figure in figures_] == [("change", "estimate")] * 2


def test_a_rate_of_exchange_in_brackets_ends_no_list():
    *_, farm = read("Nilainya US$ 15 miliar (asumsi kurs Rp 16.294 per dolar AS), gandum US$ 4,5 miliar.")
    assert farm.status == "actual"


def test_a_base_that_was_aimed_at_is_a_target():
    _, aimed = read("Pendapatan naik 21 persen dibandingkan target 2023 sebesar Rp4,1 triliun.")
    assert (aimed.status, aimed.period) == ("target", "2023")


def test_a_time_goes_with_the_number_that_it_introduces():
    first, second = read(
        "Porsinya pada 2025 ditargetkan naik menjadi 15 persen dan pada 2026 menjadi 17 persen."
    )
    assert (first.period, second.period) == ("2025", "2026")
    now, before = read(
        "Laba triwulan I 2024 menjadi Rp 3,3 miliar dari periode yang sama tahun lalu sebesar Rp 4,6 miliar."
    )
    assert (now.period, before.period) == ("2024-01/2024-03", "2023-01/2023-03")
    assert one("Dari Januari hingga April 2024, ekspor tumbuh 7 persen.").period == "2024-01/2024-04"


def test_the_part_of_a_year_before_is_told_from_the_one_of_now():
    assert periods(
        "Kredit pada Mei 2023 tumbuh 5 persen, di atas pertumbuhan 6 persen pada bulan sebelumnya."
    ) == [
        "2023-05",
        "2023-04",
    ]
    found = read(
        "Ekonomi tumbuh 6 persen pada kuartal I 2024, lebih tinggi dari kuartal sebelumnya 5 persen."
    )
    assert [(figure.kind, figure.period) for figure in found] == [
        ("change", "2024-01/2024-03"),
        ("change", "2023-10/2023-12"),
    ]
    text = "Kredit pada Mei 2023 tumbuh 5 persen. Angka ini lebih tinggi dari bulan sebelumnya 6 persen."
    assert periods(text) == ["2023-05", None]


def test_what_a_change_is_from_has_its_own_time_and_is_real():
    text = (
        "Laba turun 5 persen dari kuartal I 2022 yang sebesar Rp 5 miliar dengan aset mencapai Rp 9 miliar."
    )
    assert periods(text) == [None, "2022-01/2022-03", None]
    (growth,) = read("Ekonomi akan berbalik dari 2020 yang terkontraksi 3 persen.")
    assert (growth.kind, growth.status, growth.period) == ("change", "actual", "2020")


def test_a_rate_told_again_is_one_figure_unless_another_countrys():
    assert len(read("Tarif impor menjadi 19 persen. Menurut Rina, tarifnya 19 persen itu ringan.")) == 1
    assert len(read("Malaysia terkena tarif 19 persen. Brunei mendapat tarif 19 persen juga.")) == 2


def test_a_list_of_rates_is_of_levels():
    text = "Swiss mendapat tarif 39 persen, Irak dan Serbia masing-masing 35 persen, serta Laos 40 persen."
    assert [figure.kind for figure in read(text)] == ["level"] * 3


def test_equal_parts_of_one_sum_are_two_figures():
    text = "Targetnya Rp 2 triliun, terdiri dari setoran kas Rp 500 miliar dan sitaan Rp 500 miliar."
    assert [figure.value for figure in read(text)] == [2e12, 5e11, 5e11]


def test_a_part_of_the_year_is_no_look_back_from_its_quarter():
    text = (
        "Penjualan pada kuartal II 2020 tercatat Rp 5 triliun. Biaya pada semester I 2020 turun 27 persen. "
        "Seperti penurunan biaya energi sebesar 15 persen."
    )
    assert periods(text) == ["2020-04/2020-06", "2020-01/2020-06", "2020-01/2020-06"]


def test_a_time_of_another_act_or_matter_is_not_taken():
    assert one("Peluncurannya bulan depan, pengerjaannya sudah 85 persen.").period is None
    _, surplus = read("Ekspor naik 10 persen dibanding tahun lalu, dengan surplus mencapai US$ 2 miliar.")
    assert surplus.period is None
    _, before = read("Laba kuartal I 2024 naik menjadi Rp 5 miliar dari sebelumnya Rp 4 miliar.")
    assert before.period is None


def test_a_statistic_up_to_a_day_is_for_its_month():
    assert one("Pendapatan negara sampai 31 Maret 2024 mencapai Rp 638,7 triliun.").period == "2024-03"


def test_a_sentence_without_numbers_may_set_the_time():
    text = "Sepanjang Januari-November 2022, ekspor ke semua negara tumbuh. Pertumbuhan tertinggi 81 persen."
    assert one(text).period == "2022-01/2022-11"


def test_a_converted_amount_learns_its_time_from_a_later_telling():
    text = "Ekspornya US$ 4,31 miliar atau setara Rp 70 triliun. Pada 2023 ekspornya US$ 4,31 miliar."
    assert periods(text) == ["2023", "2023"]


def test_the_time_behind_a_result_is_for_the_change_too():
    assert periods("Ekspor naik 5 persen menjadi 3 juta ton pada 2023.") == ["2023", "2023"]
    assert periods("Ekspor naik dari 2 juta ton menjadi 3 juta ton pada 2023.") == [None, "2023"]


def test_the_next_statistic_is_for_the_same_time():
    assert periods("Pada 2023 ekspor kopi tercatat US$ 3 miliar. Impornya US$ 2 miliar.") == ["2023"] * 2
    assert periods("Produksinya 5.000 ton pada 2023. Angka itu naik 7 persen.") == ["2023"] * 2
    assert periods("Ekspor kopi US$ 3 miliar pada 2023. Di tahun yang sama ada 40 pabrik.") == ["2023"] * 2
    assert periods("Pada 2023 ekspor kopi tercatat US$ 3 miliar. Kini impornya US$ 2 miliar.") == [
        "2023",
        None,
    ]
    assert periods("Pada 2023 ekspor kopi tercatat US$ 3 miliar. Ia memberi Rp 2 juta.") == ["2023", None]
    back = "Pada 2023 ekspor naik 9 persen. Pada 2021 ekspor naik 7 persen. Impor kopi tercatat US$ 2 miliar."
    assert periods(back) == ["2023", "2021", "2023"]
    assert periods("Pada 2023 laba tercatat US$ 3 miliar. Pendapatan naik dari sebelumnya US$ 2 miliar.") == [
        "2023",
        None,
    ]
    base = "Ekspor tercatat US$ 3 miliar, dibanding 2022 yang hanya US$ 2 miliar. Impornya US$ 4 miliar."
    assert periods(base) == [None, "2022", None]


def test_another_state_of_things_is_not_for_the_time_before_it():
    assert periods("Targetnya 23 persen pada 2025, sementara realisasinya baru 11 persen.") == ["2025", None]


def test_those_who_attend_are_not_those_of_whom_they_speak():
    assert periods("Menteri yang hadir pada Rabu (22/5) mengatakan pabrik itu menyerap 850 orang.") == [None]


def test_a_level_its_change_and_its_base():
    total, growth, base = read(
        "Jumlah koperasi akan menjadi 4,03 juta unit pada tahun 2025 "
        "atau meningkat 4,7% dari 3,85 juta unit tahun 2024."
    )
    assert (total.value, total.kind, total.status, total.period) == (4_030_000, "level", "target", "2025")
    assert (growth.kind, growth.status, growth.period) == ("change", "target", "2025")
    assert (base.value, base.kind, base.status, base.period) == (3_850_000, "level", "actual", "2024")


def test_an_addend_is_a_change_for_the_time_of_its_sum():
    first, total = read(
        "Jumlah UMKM ditargetkan 182.000 unit sehingga total akan menjadi 4 juta pada tahun 2025."
    )
    assert (first.unit, first.kind, first.period) == ("business", "change", "2025")
    assert (total.unit, total.kind) == ("business", "level")


def test_a_converted_amount_takes_over_status_and_time():
    dollars, rupiah = read(
        "Proyek itu diperkirakan menelan sekitar US$ 23 miliar (setara Rp 377 triliun) pada 2026."
    )
    assert (dollars.status, rupiah.status) == ("estimate", "estimate")
    assert dollars.period == rupiah.period
    assert (dollars.unit, rupiah.unit) == ("USD", "IDR")
    assert rupiah.qualifier == "about"


def test_a_large_foreign_sum_told_again_is_one_figure():
    text = "Modalnya 2 miliar euro. Rina menyebut komitmen pendanaan \u20ac2 miliar itu besar."
    assert len(read(text)) == 1


def test_a_quantity_told_again_is_one_figure():
    text = "Program itu membangun 3 juta rumah. Menurut Rina, 3 juta rumah itu selesai pada 2029."
    assert len(read(text)) == 1
    text = "Kerja sama itu genap 75 tahun. Peringatan 75 tahun kerja sama itu meriah."
    assert len(read(text)) == 1


def test_a_sum_that_a_quotation_repeats_is_one_figure():
    told = "Anggaran pelatihan guru mencapai Rp 5 miliar. "
    assert len(read(told + '"Kami siapkan Rp 5 miliar," kata Rina.')) == 1
    assert len(read(told + "Dinas lain membeli beras Rp 5 miliar.")) == 2
    far = "Kota itu ramai. " * 20
    assert len(read(told + far + '"Jembatan ini memakan Rp 5 miliar," kata Rina.')) == 2


def test_a_range_told_again_is_one_figure_where_it_is_no_common_one():
    assert (
        len(read("Bank meramal laba 4,6 hingga 5,4 persen. Tahun depan kredit tumbuh 4,6-5,4 persen.")) == 1
    )
    assert len(read("Harga minyak naik 15-20 persen. Ongkos kapal naik 15-20 persen.")) == 2


def test_things_told_again_without_their_counter_are_one_figure():
    assert len(read("Mereka memesan 50 unit pesawat. Maskapai itu akan memakai 50 pesawat.")) == 1


def test_a_number_told_again_without_its_noun_is_one_figure():
    assert len(read("Kota itu dijatah 11 ribu peserta. Kuota 11 ribu tersebut akan dipenuhi.")) == 1
    assert len(read("Mereka menyita 75 bidang tanah. Dari 75 bidang itu sebagian dilelang.")) == 1
    assert len(read("Sisa tagihannya Rp71 triliun. Berarti kas kurang sebesar Rp71 triliun.")) == 1


def test_people_told_again_under_another_name_are_one_figure():
    assert len(read("Ada 73 wasit yang hadir. Mereka, 73 orang, berlatih di Solo.")) == 1
    assert len(read("Pasar itu dihuni 600 juta jiwa. Sebanyak 600 juta orang tinggal di sana.")) == 1


def test_one_percentage_of_two_things_is_two_figures():
    text = "Pemerintah menjatah 40 persen belanja barang. Pemerintah juga memakai 40 persen anggaran daerah."
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("IHSG menguat ke level 7.351 di bursa.", 7351, "point"),
        ("PMI manufaktur naik ke level 51,3 pada Mei.", 51.3, "point"),
        ("PMI manufaktur naik ke 51,3 pada Mei.", 51.3, "point"),
        ("Indeks dolar AS bergerak di sekitar 89,7.", 89.7, "point"),
        ("Rupiah ditutup di posisi 16.250 per dolar AS.", 16250, "IDR"),
        ("Gempa bermagnitudo 5,9 mengguncang kota itu.", 5.9, "magnitude"),
        ("Kecepatannya minimal 50 Mbps saja.", 50, "megabit per second"),
        ("Indeks daya saing itu turun menjadi 0,74.", 0.74, "point"),
        ("Hotel itu buka dengan jumlah kamar 564.", 564, "room"),
        ("Gempa dengan kekuatan 6,1 mengguncang kota itu.", 6.1, "magnitude"),
        ("Gempa M 5,2 mengguncang kota itu.", 5.2, "magnitude"),
        ("Acara itu diikuti 52 Kepala Sekolah di Solo.", 52, "person"),
        ("Dananya untuk 12 pemahat di Bali.", 12, "person"),
        ("Mereka berlatih selama 7 Bulan di pusat itu.", 7, "month"),
        ("Hotel di tepi danau itu ada 11, katanya.", 11, "hotel"),
        ("Pesawat itu melaju hingga Mach 1,8 di udara.", 1.8, "mach"),
        ("Dari pesanan 24 unit, sebagian pesawat sedang dirakit.", 24, "aircraft"),
        ("Dananya \u00e2\u0082\u00ac2 miliar saja.", 2e9, "EUR"),
        ("Mereka turut dalam penandatanganan 13 Perjanjian Kerja Sama di Solo.", 13, "agreement"),
    ],
)
def test_units_that_stand_before_a_number_or_are_short(text, value, unit):
    figure = one(text)
    assert (figure.value, figure.unit) == (value, unit)


def test_numbers_without_a_unit_count_what_the_sentence_counts():
    there, here = read("Jumlah penyedia mencapai 191 di Tokyo dan 24 di Jakarta.")
    assert (there.unit, here.unit) == ("company", "company")
    more, fewer = read("Terjual lebih dari 20 juta mobil di sana. Di sini hanya sekitar 15 juta.")
    assert (more.unit, fewer.unit, fewer.value) == ("car", "car", 15e6)
    _, first = read("Menara itu berisi 534 unit apartemen. Tahap awal dijual 134 unit.")
    assert first.unit == "apartment"
    _, workers = read("Menara itu berisi 534 unit apartemen. Ada pula 13 unit kerja di sana.")
    assert workers.unit == "unit"
    _, part = read("Mereka mengirim 10.000 pesawat (termasuk 2.500 Rajawali).")
    assert part.unit == "aircraft"
    _, some = read("Dari 37 perusahaan itu, 14 di antaranya berasal dari Osaka.")
    assert (some.value, some.unit) == (14, "company")
    _, fans = read("Mereka berlatih selama 3 tahun. Pendukungnya mencapai 15 juta.")
    assert fans.unit != "year"
    assert one("Jumlah pesawat saat itu ada 800 pak, sebelum wabah.").unit == "aircraft"
    assert one("Ia membayar biaya kursus 15 juta.").unit == "IDR"
    assert one("Total hadiahnya mencapai 10 miliar.").unit == "IDR"
    _, part = read("Ada 90 perkara. Dari semua itu, 14 di antaranya telah diputus.")
    assert (part.value, part.unit) == (14, "case")


@pytest.mark.parametrize(
    "text",
    [
        "Program 3 Juta Rumah berjalan baik.",
        "Baca juga: Pemerintah Pulangkan 9.057 Pekerja Migran",
        "Acara digelar Rabu (22/5) pukul 10.00 WIB di lantai 5.",
        "Pasal 33 UUD 1945 mengatur hal itu.",
        "Posisinya naik 11 peringkat.",
        "Ketua koperasi itu, Rina Putri, 28 tahun, tersenyum.",
        "Tersangka RP, perempuan, 28 tahun, ditahan.",
        "Gelandang 28 tahun itu pulang.",
        "Kartu itu gratis bagi yang telah 60 tahun ke atas.",
        "Pameran batik 2023 kali ini ramai.",
        "Negara itu berada di posisi 62 dari daftar.",
        "Pada usianya menginjak 28 tahun, ia pulang.",
        "Harga itu turun. Baca juga: Utang Negara Naik Jadi Rp 7 Triliun Tahun Ini Kata dia, harga stabil.",
        "Gunung itu kini di level 3.",
        "Seksi 1 dan 2 dikerjakan bersama.",
        "Hubungi 0811 1111 670 hanya lewat pesan.",
    ],
)
def test_names_headlines_dates_and_laws_are_no_figures(text):
    assert read(text) == ()


def test_the_indicator_is_in_the_articles_words_and_short():
    figure = one("Nilai tambah industri kecil dan menengah di seluruh provinsi tercatat Rp520 triliun.")
    assert figure.indicator == "Nilai tambah industri kecil dan menengah di seluruh provinsi"
    long = one("Nilai " + "tambah sangat besar " * 9 + "tercatat Rp520 triliun.")
    assert len(long.indicator.split()) == 12


def test_anchors_point_at_the_words_that_decided():
    text = "Pada 2023, ekspor kopi diperkirakan naik 5 persen."
    figure = one(text)
    told = {anchor.slot: text[anchor.start : anchor.end] for anchor in figure.anchors}
    assert told == {"kind": "naik", "status": "diperkirakan", "period": "2023"}


def test_no_word_is_a_cue_of_two_statuses():
    assert set(cues.STATUS_OF.values()) == {"target", "estimate", "actual"}


WORDS = [
    *("naik", "turun", "5", "persen", "Rp", "3", "juta", "orang", "pada", "2023", "atau", "dari", "menjadi"),
    *("akan", "telah", "sekitar", "hingga,", ".", "(", ")", "tahun", "lalu"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_sentence_gives_valid_figures_at_valid_offsets(text):
    for figure in read(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.unit
        assert figure.kind in ("level", "change", "share")
        assert figure.status in ("actual", "target", "estimate")
        assert (figure.direction is not None) == (figure.kind == "change")
        for anchor in figure.anchors:
            assert 0 <= anchor.start <= anchor.end <= len(text)
        assert len(fields(figure)) > 0


def test_a_time_taken_from_another_telling_comes_with_its_words():
    text = "Panen kopi 1.250 ton. Menurut dinas, panen kopi 1.250 ton itu tercapai pada 2023."
    (figure,) = read(text)
    assert figure.period == "2023"
    assert [text[a.start : a.end] for a in figure.anchors if a.slot == "period"] == ["2023"]


def test_equal_changes_of_one_sentence_are_of_different_things():
    found = read("Yen melemah 0,2 persen, baht menguat 0,1 persen, dan peso melemah 0,2 persen.")
    assert [figure.value for figure in found] == [0.2, 0.1, 0.2]


def test_a_second_time_of_comparison_is_no_period():
    figure = one("Jumlah itu merosot 86 persen dibandingkan rata-rata 2022-2025 maupun 2010-2019.")
    assert (figure.period, figure.base_period) == (None, "2022/2025")
