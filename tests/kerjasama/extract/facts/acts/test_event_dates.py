"""The date of an event is not the day on which somebody spoke of it."""

from told_facts import facts

from kerjasama.extract.reader import read
from kerjasama.records import Article, Fact

LEAD = "Menteri Perdagangan Indonesia Zulkifli Hasan bertemu Duta Besar Jepang untuk Indonesia Masaki Yasushi"


def meeting(text: str) -> Fact:
    return next(fact for fact in facts(text) if fact.instrument == "dialogue")


def test_the_day_beside_the_meeting_is_its_day():
    fact = meeting(f"{LEAD} di Jakarta, Rabu (8/5/2024).")
    assert (fact.event_date, fact.date_precision) == ("2024-05-08", "day")
    anchor = next(a for a in fact.anchors if a.slot == "event_date")
    assert anchor.rule.startswith("date.")


def test_the_day_of_a_press_statement_is_none():
    fact = meeting(
        f'{LEAD}. "Kami membahas ekspor," kata Zulkifli dalam keterangan tertulis, Rabu (8/5/2024).'
    )
    assert fact.event_date is None
    assert (fact.date_precision, fact.date_basis) == ("none", "none")


def test_the_publication_date_is_never_an_event_date():
    assert meeting(f"{LEAD} di Jakarta.").event_date is None


def date_of(text: str) -> str | None:
    return facts(text)[0].event_date


def test_a_plan_happens_on_the_day_that_its_sentence_tells():
    assert date_of("PT Kopi Gayo menyiapkan ekspor kopi ke Jepang pada September 2024.") == "2024-09"


def test_what_begins_on_a_day_has_run_since():
    text = (
        "Perusahaan Jepang, Toyota Motor Corporation, mulai membangun pabrik di Indonesia, Rabu (8/5/2024)."
    )
    assert date_of(text) == "2024-05-08"


def test_the_year_of_a_names_event_is_no_date():
    text = (
        "Pada pameran Indo Defense 2024, PT Pindad dan Hyundai Motor Company menjajaki kerja sama perawatan."
    )
    assert date_of(text) is None


DEAL = "Pemerintah Kota Bogor dan Pemerintah Kota Kitakyushu, Jepang, sepakat melakukan alih teknologi."


def test_the_next_sentence_that_takes_the_act_up_gives_its_day():
    taken_up = "Kesepakatan itu dicapai dalam pertemuan kedua wali kota di Bogor, Rabu (8/5/2024)."
    assert date_of(f"{DEAL} {taken_up}") == "2024-05-08"


def test_the_day_on_which_words_are_taken_up_is_none():
    said = "Hal itu disampaikan Wali Kota Bogor di Balai Kota, Rabu (8/5/2024)."
    assert date_of(f"{DEAL} {said}") is None


def test_what_happened_at_a_meeting_has_its_day():
    text = (
        "Menteri Perdagangan Indonesia Zulkifli Hasan bertemu Menteri Ekonomi Jepang Ken Saito di Tokyo "
        "pada Rabu (8/5/2024). Saito memuji kopi Gayo. Dalam pertemuan tersebut, keduanya meneken nota "
        "kesepahaman tentang ekspor kopi antara Indonesia dan Jepang."
    )
    found = read(Article(text=text, article_id="a-date", published_at="2024-05-10")).facts
    assert {fact.instrument: fact.event_date for fact in found}["agreement"] == "2024-05-08"


def told_on(text: str) -> str | None:
    """The event date of the first fact of an article of 10 June 2024."""
    return read(Article(text=text, published_at="2024-06-10")).facts[0].event_date


SHOP = "Bengkel Roda Laut dari Surabaya menggandeng Nordsee GmbH asal Jerman untuk merakit mesin kapal."
PLANT = "Nordsee GmbH asal Jerman berencana membangun pabrik mesin kapal di Gresik."


def test_a_later_sentence_tells_when_what_was_told_set_out():
    assert told_on(f"{SHOP} Direkturnya menuturkan, kemitraan itu berjalan sejak Maret.") == "2024-03"
    assert told_on(f"{PLANT} Konstruksi dimulai Agustus.") == "2024-08"
    assert told_on(f"{PLANT} Pabrik itu ditargetkan rampung Agustus.") is None


def test_nothing_planned_happened_before_it_was_printed():
    assert told_on(f"{PLANT} Konstruksi dimulai pada Januari 2024.") is None


def test_half_a_year_is_told_as_its_year():
    assert told_on(f"{PLANT} Konstruksi dimulai pada semester II 2024.") == "2024"


def test_what_happened_on_the_same_day_has_the_day_told_last():
    text = (
        "Gubernur Jawa Timur bertemu Duta Besar Jerman Ina Lepel di Surabaya, Selasa (4/6). "
        "Di hari yang sama, PT Kapal Madura menandatangani nota kesepahaman dengan Nordsee GmbH asal Jerman."
    )
    days = {f.instrument: f.event_date for f in read(Article(text=text, published_at="2024-06-10")).facts}
    assert days == {"dialogue": "2024-06-04", "agreement": "2024-06-04"}


def test_how_long_it_is_to_last_is_not_when():
    assert told_on(f"{PLANT[:-1]} untuk tiga tahun ke depan.") is None


def test_the_year_in_a_programmes_name_is_not_its_day():
    text = (
        "Pemkab Garut bersama IM Japan menggelar seleksi Magang Jepang Tahun 2024 di Garut, Rabu (8/5/2024)."
    )
    assert date_of(text) == "2024-05-08"


def rule_of(text: str, instrument: str | None = None) -> tuple[str | None, str]:
    """The event date of an article of 10 June 2024, and the rule that told it ("" where none did)."""
    told = read(Article(text=text, published_at="2024-06-10")).facts
    fact = next(f for f in told if instrument in (None, f.instrument))
    return fact.event_date, next((a.rule for a in fact.anchors if a.slot == "event_date"), "")


def test_next_year_behind_a_town_is_no_years_name():
    assert told_on("Nordsee GmbH asal Jerman akan membangun pabrik kapal di Gresik tahun depan.") == "2025"


def test_the_year_of_a_law_or_of_one_of_a_kind_is_not_its_date():
    assert told_on(f"{PLANT[:-1]} sesuai dengan Undang-Undang Nomor 25 Tahun 2025.") is None
    quota = "Pemerintah Indonesia meminta tambahan kuota haji 2025 kepada Pemerintah Arab Saudi."
    assert told_on(quota) is None


def test_what_somebody_said_before_it_dates_no_act():
    text = (
        "Penegasan itu disampaikan Bupati Gresik, Rabu (5/6), usai nota kesepahaman diteken Pemkab Gresik "
        "bersama perusahaan pembuat mesin kapal Nordsee GmbH asal Jerman pada Minggu (2/6)."
    )
    assert told_on(text) == "2024-06-02"


def test_a_name_that_sounds_like_saying_hides_no_date():
    text = "Program Laut Terang dijalankan Pemkab Gresik bersama Nordsee GmbH asal Jerman sejak 2021."
    assert told_on(text) == "2021"


def test_until_when_it_rests_is_not_when_it_stopped():
    text = "Nordsee GmbH asal Jerman menunda pembangunan pabrik mesin kapal di Gresik hingga 2026."
    assert told_on(text) is None


def test_what_was_begun_then_has_run_since():
    text = "Nordsee GmbH asal Jerman mengoperasikan pabrik mesin kapal di Gresik, yang dirintis tahun 2019."
    assert told_on(text) == "2019"


def test_what_is_wished_for_has_the_time_at_which_it_is_wished_for():
    text = "Bupati Gresik mengundang Nordsee GmbH asal Jerman berinvestasi di Gresik pada Agustus mendatang."
    assert told_on(text) == "2024-08"


def test_the_sentence_before_sets_the_scene_for_what_was_done():
    scene = "Hujan turun di Pelabuhan Gresik, Rabu (5/6)."
    deed = "Koperasi Laut Biru asal Gresik telah mengirim dua kontainer kopi ke Jepang."
    assert rule_of(f"{scene} {deed}") == ("2024-06-05", "date.scene_set")
    said = '"Kami gembira," kata Bupati Gresik Sahat Pardede, Rabu (5/6).'
    assert rule_of(f"{said} {deed}") == (None, "")


def test_a_promise_was_made_when_its_words_were_said():
    promise = "Nordsee GmbH asal Jerman menyanggupi pembangunan pabrik mesin kapal di Gresik."
    text = f"{promise} Kesanggupan itu dituangkan dalam surat kepada Bupati Gresik tertanggal 3 Juni."
    assert rule_of(text) == ("2024-06-03", "date.said_then")


def test_an_item_of_a_list_has_the_day_told_before_the_list():
    text = (
        "Menteri Perdagangan Indonesia Zulkifli Hasan bertemu Menteri Ekonomi Jepang Ken Saito di Tokyo, "
        "Rabu (5/6).\n1. Nota kesepahaman ekspor kopi antara Indonesia dan Jepang diteken kedua menteri."
        "\n2. Nota kesepahaman pelatihan perawat antara Indonesia dan Jepang diteken kedua menteri."
    )
    assert rule_of(text, "agreement") == ("2024-06-05", "date.listed")


def test_a_sentence_that_opens_with_since_tells_since_when():
    runs = "Koperasi Laut Biru asal Gresik rutin mengekspor ikan ke Jepang."
    assert rule_of(f"{runs} Sejak awal Maret, kapalnya berangkat saban pekan.")[1] == "date.since_then"


def test_who_speaks_at_the_opening_speaks_on_its_day():
    text = (
        "Nordsee GmbH asal Jerman mulai membangun pabrik mesin kapal di Gresik. "
        '"Kami memilih Gresik karena pelabuhannya," kata Direktur Nordsee Klaus Weber saat peletakan batu '
        "pertama, Rabu (5/6)."
    )
    assert rule_of(text) == ("2024-06-05", "date.spoken_there")


def test_what_happened_then_has_the_year_told_last():
    then = "Kala itu, Pemkab Gresik telah menerima hibah dari Pemerintah Jerman."
    text = f"Gempa merusak Gresik pada 2019. {then}"
    assert rule_of(text) == ("2019", "date.then")
