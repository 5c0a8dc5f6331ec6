"""Cooperation facts out of whole articles: what the sentences assert, and what they do not.

All sentences here are written for these tests.
"""

import pytest
from told_facts import sides

from kerjasama.extract.reader import read
from kerjasama.records import Article, Extraction, Fact


def reading(text: str, published_at: str | None = "2024-05-09") -> Extraction:
    return read(Article(text=text, article_id="a-test", published_at=published_at))


def only(text: str) -> Fact:
    facts = reading(text).facts
    assert len(facts) == 1, [(f.instrument, f.stage) for f in facts]
    return facts[0]


def test_a_company_is_invited_to_invest():
    fact = only(
        "Menteri Perindustrian Agus Gumiwang Kartasasmita mengajak perusahaan Jepang menanamkan modal "
        "di Indonesia, "
        "khususnya di sektor otomotif."
    )
    assert (fact.instrument, fact.stage) == ("investment", "requested")
    assert fact.partner_countries == ("JP",)
    assert ("perusahaan Jepang", "JP") in sides(fact)
    assert fact.sectors == ("automotive",)


def test_two_universities_sign_a_document():
    fact = only(
        "Universitas Gadjah Mada menandatangani nota kesepahaman dengan Kyoto University di Kyoto pada "
        "12 Juni 2023."
    )
    assert (fact.instrument, fact.stage) == ("agreement", "signed")
    assert sides(fact) == {("Universitas Gadjah Mada", "ID"), ("Kyoto University", "JP")}
    assert (fact.event_date, fact.date_precision, fact.date_basis) == ("2023-06-12", "day", "explicit")
    assert "Kyoto" in fact.foreign_places


def test_who_receives_is_host_and_who_comes_is_visitor():
    facts = reading(
        "Menteri Perdagangan Zulkifli Hasan menerima kunjungan Duta Besar Jepang untuk Indonesia Masaki "
        "Yasushi di "
        "Jakarta, Rabu (8/5/2024)."
    ).facts
    meeting = facts[0]
    assert (meeting.instrument, meeting.stage) == ("dialogue", "completed")
    assert {(p.name, p.role) for p in meeting.participants} == {
        ("Zulkifli Hasan", "host"),
        ("Masaki Yasushi", "visitor"),
    }
    assert meeting.event_date == "2024-05-08"
    assert meeting.places == ("ID-JK",)


def test_a_meeting_and_what_is_asked_in_it_are_two_facts():
    facts = reading(
        "Gubernur Jawa Timur Khofifah Indar Parawansa bertemu Duta Besar Jepang untuk Indonesia Masaki "
        "Yasushi di "
        "Surabaya, Senin (6/5/2024). Pemerintah Provinsi Jawa Timur berharap Jepang memperluas "
        "investasi di Jawa Timur."
    ).facts
    assert {(f.instrument, f.stage) for f in facts} == {
        ("dialogue", "completed"),
        ("investment", "requested"),
    }


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Indonesia dan Jepang sepakat memperkuat kerja sama di bidang kesehatan.", "agreed"),
        ("Indonesia dan Jepang akan memperkuat kerja sama di bidang kesehatan.", "planned"),
        ("Indonesia dan Jepang sepakat menjajaki kerja sama di bidang kesehatan.", "planned"),
        ("Indonesia dan Jepang sedang membahas kerja sama di bidang kesehatan.", "planned"),
        ("Indonesia berharap kerja sama dengan Jepang di bidang kesehatan diperluas.", "requested"),
        ("Kerja sama Indonesia dan Jepang di bidang kesehatan sudah terjalin sejak 2005.", "ongoing"),
        ("Kerja sama Indonesia dan Jepang di bidang kesehatan ditunda.", "suspended"),
        ("Indonesia membatalkan kerja sama dengan Jepang di bidang kesehatan.", "cancelled"),
    ],
)
def test_the_words_around_the_tie_give_the_stage(sentence: str, stage: str):
    fact = only(sentence)
    assert (fact.instrument, fact.stage) == ("general", stage)
    assert sides(fact) == {("Indonesia", "ID"), ("Jepang", "JP")}
    assert fact.sectors == ("health",)


def test_what_is_not_yet_agreed_is_never_agreed():
    facts = reading("Belum ada kesepakatan kerja sama antara Indonesia dan Malaysia soal tenaga kerja.").facts
    assert {f.stage for f in facts} <= {"planned"}


def test_a_running_cooperation_that_somebody_wants_to_widen_is_two_facts():
    facts = reading(
        "Kerja sama Indonesia dan Jepang di bidang kesehatan sudah berlangsung sejak 2005. "
        "Indonesia berharap kerja sama dengan Jepang itu ditingkatkan."
    ).facts
    assert [(f.instrument, f.stage) for f in facts] == [("general", "ongoing"), ("general", "requested")]
    assert facts[0].event_date == "2005"
    assert facts[0].date_precision == "year"


def test_the_same_act_told_again_is_one_fact_with_both_sentences():
    fact = only(
        "Indonesia dan Jepang sepakat memperkuat kerja sama di bidang kesehatan. Pemerintah menilai "
        "langkah itu tepat. "
        "Sebelumnya, Indonesia dan Jepang sepakat memperkuat kerja sama tersebut."
    )
    assert len(fact.evidence) == 2


def test_two_stages_told_side_by_side_are_two_facts():
    facts = reading(
        "Jepang dan Indonesia membicarakan investasi, baik yang sudah terlaksana maupun yang sedang "
        "dicanangkan."
    ).facts
    assert {"ongoing", "planned"} <= {f.stage for f in facts if f.instrument == "investment"}


def test_both_countries_stand_for_the_pair_named_before():
    facts = reading(
        "Indonesia dan Vietnam menggelar pertemuan tingkat menteri di Hanoi. "
        "Kedua negara sepakat meningkatkan kerja sama perikanan."
    ).facts
    agreed = next(f for f in facts if f.stage == "agreed")
    assert sides(agreed) == {("Indonesia", "ID"), ("Vietnam", "VN")}
    anchor = next(a for a in agreed.anchors if "pair_countries" in a.rule)
    assert anchor.start is not None


@pytest.mark.parametrize(
    "text",
    [
        "Jepang merupakan mitra strategis Indonesia.",
        "Sekitar 2.000 perusahaan Jepang beroperasi di Indonesia.",
        "Uni Emirat Arab dan Prancis menandatangani perjanjian investasi di Abu Dhabi.",
        "Kementerian Koperasi menyalurkan hibah kepada pelaku UMKM di Jawa Barat.",
        "Kerja sama itu diharapkan dapat memperkuat hubungan Indonesia dan Jepang.",
        "",
    ],
)
def test_praise_presence_and_the_affairs_of_others_are_no_facts(text: str):
    assert reading(text).facts == ()


def test_news_from_abroad_has_no_indonesian_side_by_the_sound_of_a_name_alone():
    told = "Presiden Donald Trump bertemu Sulaiman Hadi{} di Washington, Senin."
    assert reading(told.format("")).facts == ()
    assert [fact.instrument for fact in reading(told.format(" dari Indonesia")).facts] == ["dialogue"]


def test_a_match_of_two_countries_is_no_cooperation():
    extraction = reading(
        "Timnas Indonesia menjamu timnas Jepang dalam pertandingan Piala Asia di stadion utama. "
        "Pelatih Indonesia bertemu pelatih Jepang seusai laga, lalu penyerang Jepang mencetak gol pada "
        "babak kedua."
    )
    assert not extraction.is_cooperation


SPORT = (
    "Timnas menang dalam laga pembuka turnamen. Gol tercipta pada babak kedua di stadion utama. "
    "Pelatih timnas memuji skuad. Indonesia sepakat bekerja sama dengan Jepang."
)


def test_a_report_of_sport_is_no_cooperation():
    assert reading(SPORT).facts == ()


def test_a_report_of_a_war_or_of_the_market_may_tell_some_between_the_lines():
    text = (
        "Serangan rudal menewaskan belasan orang di Gaza. Perang itu belum berakhir dan sandera belum bebas. "
        "Indonesia sepakat bekerja sama dengan Yordania."
    )
    assert {(fact.instrument, fact.stage) for fact in reading(text).facts} == {("general", "agreed")}


def test_a_dollar_of_the_united_states_is_no_party():
    fact = only(
        "Indonesia mendapatkan pinjaman dari JICA senilai 300 juta dolar AS untuk pelabuhan di Subang."
    )
    assert (fact.instrument, fact.stage) == ("finance", "ongoing")
    assert fact.partner_countries == ("JP",)
    assert [p.role for p in fact.participants if p.side == "JP"] == ["funder"]
    assert fact.places == ("32.13",)


def test_firms_that_work_together_are_partners():
    fact = only(
        "PT Astra International Tbk bekerja sama dengan Toyota Motor Corporation asal Jepang dalam "
        "produksi mobil."
    )
    assert (fact.instrument, fact.stage) == ("business_partnership", "ongoing")


def test_countries_become_actors_where_they_are_parties():
    extraction = reading("Indonesia dan Jepang sepakat memperkuat kerja sama di bidang kesehatan.")
    assert {(a.name, a.kind) for a in extraction.actors} == {("Indonesia", "country"), ("Jepang", "country")}


def test_the_speaker_of_a_wish_is_named():
    facts = reading(
        '"Kami berharap Jepang dapat memberikan pelatihan bagi perawat Indonesia," kata Menteri '
        "Kesehatan Indonesia "
        "Budi Gunadi Sadikin di Jakarta, Rabu (8/5/2024)."
    ).facts
    wish = next(f for f in facts if f.stage == "requested")
    assert wish.instrument == "training_exchange"
    assert wish.speaker == "Budi Gunadi Sadikin"
    assert wish.event_date is None


def test_a_local_government_with_its_short_form_in_between_is_one_party():
    fact = only(
        "Pemerintah Kota (Pemkot) Semarang dan Pemerintah Kota Toyama sepakat bekerja sama di bidang "
        "pengelolaan sampah."
    )
    assert sides(fact) == {("Pemerintah Kota Semarang", "ID"), ("Pemerintah Kota Toyama", "JP")}


def test_a_plant_at_an_indonesian_place_is_an_investment_in_indonesia():
    fact = only(
        "Perusahaan asal Jepang, Kitano Motor Corporation, akan membangun pabrik di Kabupaten Subang."
    )
    assert (fact.instrument, fact.stage) == ("investment", "planned")
    assert sides(fact) == {("Kitano Motor Corporation", "JP"), ("Indonesia", "ID")}


def test_a_group_of_a_region_is_a_party():
    facts = reading("Konsul Jenderal Jepang mengajak petani Jawa Barat mengikuti pelatihan di Jepang.").facts
    assert [f.instrument for f in facts] == ["training_exchange"]
    assert ("petani Jawa Barat", "ID") in sides(facts[0])


def test_a_visit_to_a_country_is_a_meeting_with_it():
    fact = only("Menteri itu menyinggung kunjungan Presiden Emmanuel Macron ke Indonesia pada Mei 2023.")
    assert (fact.instrument, fact.stage) == ("dialogue", "completed")
    assert sides(fact) == {("Emmanuel Macron", "FR"), ("Indonesia", "ID")}


def test_a_foreign_side_of_no_one_country_is_a_group_outside_them():
    fact = only(
        "Kementerian Investasi mengajak sejumlah investor asing menanamkan modal di Indonesia.\n\n"
        "Jepang adalah pasar yang besar."
    )
    assert (fact.instrument, fact.stage) == ("investment", "requested")
    assert ("sejumlah investor asing", "INT") in sides(fact)
    assert fact.partner_countries == ()


def test_named_countries_take_the_place_of_unnamed_ones():
    fact = only(
        "Indonesia menjalin kerja sama dengan beberapa negara, yakni Jepang dan Korea Selatan, "
        "di bidang energi."
    )
    assert fact.partner_countries == ("JP", "KR")
    assert not any(side == "INT" for _, side in sides(fact))


def test_two_bodies_of_one_country_cooperate_among_themselves():
    facts = reading(
        "Menteri Perdagangan Jepang Kenta Morishita bertemu Menteri Perdagangan Budi Santoso di Jakarta.\n\n"
        "Perum Bulog akan menggandeng Kementerian Pertanian untuk menjaga harga beras."
    ).facts
    assert [(fact.instrument, fact.stage) for fact in facts] == [("dialogue", "completed")]


def test_a_trade_deal_told_without_a_signature_is_agreed():
    fact = only("Indonesia dan Kanada mencapai kesepakatan penting mengenai tarif.")
    assert (fact.instrument, fact.stage, fact.partner_countries) == ("agreement", "agreed", ("CA",))


def test_a_first_shipment_took_place():
    fact = only("PT Sari Bahari Nusantara melepas ekspor rumput laut ke Jepang dari Makassar.")
    assert (fact.instrument, fact.stage) == ("trade", "completed")


def test_a_firm_and_foreign_producers_are_business_partners():
    fact = only("PT Wahana Motor Sentosa bekerja sama dengan produsen baterai asal Korea Selatan.")
    assert fact.instrument == "business_partnership"


def test_we_who_met_a_body_met_it_as_a_body():
    facts = reading(
        "Wakil Gubernur Jawa Timur Bagus Wiratama menjelaskan rencana itu di Surabaya, Rabu.\n\n"
        '"Kami juga pernah mengunjungi Universitas Kyoto di Jepang," kata Bagus.'
    ).facts
    assert len(facts) == 1
    assert sides(facts[0]) == {
        ("Pemerintah Provinsi Jawa Timur", "ID"),
        ("Universitas Kyoto", "JP"),
    }


def test_both_companies_are_the_firms_named_last():
    facts = reading(
        "PT Laut Biru Makmur menjual rumput laut kering. Kepala Dinas Perdagangan Takalar Ali Basri "
        "mengatakan Setouchi Foods Co Ltd asal Jepang sudah lama mencari bahan baku. Kontrak jual beli itu "
        "diteken "
        "kedua perusahaan pada Februari 2020."
    ).facts
    signed = next(fact for fact in facts if fact.instrument == "agreement")
    assert {name for name, _ in sides(signed)} == {"PT Laut Biru Makmur", "Setouchi Foods Co Ltd"}


def test_a_meeting_that_is_only_spoken_of_took_place():
    facts = reading(
        "Menteri Pertanian Amran Sulaiman menerima usulan Duta Besar Belanda untuk Indonesia Marc Gerritsen. "
        "Dalam pertemuan itu, Amran Sulaiman dan Marc Gerritsen membahas benih kentang."
    ).facts
    assert [(f.instrument, f.stage) for f in facts] == [("dialogue", "completed")]


def test_an_aim_with_both_sides_in_its_clause_is_a_fact():
    fact = only("Inisiatif PT Indomobil untuk menggandeng produsen mobil dari China berjalan sejak 2018.")
    assert (fact.instrument, fact.stage) == ("business_partnership", "ongoing")


def test_the_same_people_on_two_days_and_by_telephone_meet_more_than_once():
    facts = reading(
        "Presiden Prabowo Subianto bertemu Perdana Menteri Australia Anthony Albanese di Canberra pada "
        "3 Februari 2024. Prabowo Subianto kembali bertemu Anthony Albanese di Jakarta pada 6 Mei 2024. "
        "Sebelum itu Prabowo Subianto berbicara melalui telepon dengan Anthony Albanese."
    ).facts
    assert [f.instrument for f in facts] == ["dialogue"] * 3
    assert [f.event_date for f in facts][:2] == ["2024-02-03", "2024-05-06"]


def test_a_visit_named_in_passing_has_a_guest_and_the_country_he_goes_to():
    facts = reading(
        "Menurut Seskab Teddy Indra Wijaya, pada kunjungan kenegaraan Presiden Emmanuel Macron ke Indonesia "
        "pada Mei 2023 ditandatangani 12 nota kesepahaman antara Indonesia dan Prancis."
    ).facts
    met = next(fact for fact in facts if fact.instrument == "dialogue")
    assert {(p.name, p.role) for p in met.participants} == {
        ("Indonesia", "host"),
        ("Emmanuel Macron", "visitor"),
    }
    assert "agreement" in {fact.instrument for fact in facts}


def test_who_witnesses_a_signing_told_before_signs_no_other_document():
    facts = reading(
        "PT Pertamina menandatangani nota kesepahaman dengan Rosneft dari Rusia. Penandatanganan itu "
        "disaksikan Kementerian Energi dan Sumber Daya Mineral dan Rosneft."
    ).facts
    assert [(f.instrument, f.stage) for f in facts] == [("agreement", "signed")]


def test_what_was_agreed_stays_agreed_whatever_goes_on_with_it():
    fact = only("Kesepakatan dagang antara Indonesia dan Kanada kini tengah menjadi sorotan para pengusaha.")
    assert (fact.instrument, fact.stage) == ("agreement", "agreed")


def test_shares_that_change_hands_are_a_completed_investment():
    fact = only("Toyota Motor Corporation mengakuisisi 40 persen saham PT Astra Daihatsu Motor.")
    assert (fact.instrument, fact.stage) == ("investment", "completed")


def test_the_supply_chains_of_the_world_are_no_partnership():
    text = "Perang antara Rusia dan Ukraina mengganggu rantai pasok pangan hingga ke Indonesia."
    assert reading(text).facts == ()


def test_what_an_act_asked_for_is_to_bring_about_is_no_act():
    fact = only("Kementerian Pertanian berharap JICA mengirim tenaga ahli agar petani mampu mengekspor kopi.")
    assert (fact.instrument, fact.stage) == ("technical_assistance", "requested")


def test_a_firm_and_its_suppliers_are_business_partners():
    fact = only("Toyota Motor Corporation menggandeng pemasok lokal di Indonesia.")
    assert (fact.instrument, fact.stage) == ("business_partnership", "ongoing")


def test_talks_that_go_on_are_an_ongoing_dialogue():
    fact = only("Kementerian Luar Negeri terus berkoordinasi dengan Kedutaan Besar Jepang di Jakarta.")
    assert (fact.instrument, fact.stage) == ("dialogue", "ongoing")


@pytest.mark.parametrize(
    ("text", "instrument", "stage"),
    [
        (
            "Dana Singapura Teluk Capital mengempit 20 persen saham PT Graha Sentosa Tbk.",
            "investment",
            "completed",
        ),
        (
            "PT Graha Sentosa memegang hak edar pompa Kivi Oy dari Finlandia.",
            "business_partnership",
            "ongoing",
        ),
        ("Kivi Oy dari Finlandia menggelar uji tuntas atas PT Graha Sentosa.", "investment", "planned"),
        (
            "PT Graha Sentosa berbagi kode penerbangan dengan Arda Air dari Turki.",
            "business_partnership",
            "ongoing",
        ),
        ("Jerman membenamkan US$2 miliar di Indonesia.", "investment", "ongoing"),
        ("PT Graha Sentosa ditunjuk Kivi Oy sebagai pemasok tetap.", "business_partnership", "ongoing"),
    ],
)
def test_how_firms_invest_and_partner(text, instrument, stage):
    assert (instrument, stage) in {(f.instrument, f.stage) for f in reading(text).facts}


def test_an_unnamed_head_of_a_region_stands_for_it():
    fact = only(
        "Gubernur Nusa Tenggara Timur menjamu Duta Besar Kanada, Alan Whitmore, di Kupang, Rabu (8/5)."
    )
    assert sides(fact) == {("Pemerintah Provinsi Nusa Tenggara Timur", "ID"), ("Alan Whitmore", "CA")}


def test_one_doubtful_fact_alone_is_not_told(monkeypatch: pytest.MonkeyPatch):
    text = "PT Sari Bahari Nusantara menjalin kerja sama dengan Bank of Kyoto."
    told = " ".join(("Begitu bunyi pengumuman itu.",) * 8)
    certain = sum(fact.confidence for fact in reading(f"{text} {told}").facts)
    monkeypatch.setattr("kerjasama.extract.facts.facts.LEAST_EXPECTED", certain + 0.01)
    assert certain > 0 and not reading(f"{text} {told}").facts
    assert reading(text).facts  # all that a brief has room for


def test_a_word_inside_a_name_says_no_stage():
    fact = only("Taruna Ikrar bertemu Duta Besar Jepang Masafumi Ishii di Jakarta, Senin.")
    assert (fact.instrument, fact.stage) == ("dialogue", "completed")


@pytest.mark.parametrize(
    "sentence",
    [
        "Indonesia mencatat kenaikan permintaan ekspor rumput laut dari Jepang.",
        "Bank Indonesia menyebut Undang-Undang Perdagangan Amerika Serikat menekan impor.",
        "PT Sawit Jaya meminta maaf kepada para investor di Singapura.",
    ],
)
def test_what_the_market_wants_or_a_law_says_is_no_request(sentence: str):
    assert not [fact for fact in reading(sentence).facts if fact.stage == "requested"]


@pytest.mark.parametrize(
    ("sentence", "instrument"),
    [
        ("Kementerian ESDM berminat membiayai proyek panas bumi bersama JBIC.", "programme"),
        (
            "Inisiatif ini bagian dari kerja sama antara TNI dan JICA yang melatih para dokter militer TNI.",
            "general",
        ),
    ],
)
def test_the_frame_of_an_act_is_no_fact_beside_it(sentence: str, instrument: str):
    assert instrument not in {fact.instrument for fact in reading(sentence).facts}


def test_money_paid_out_is_paid_and_a_loan_runs():
    paid = only("Sebesar 5 juta dolar AS ditransfer pemerintah Norwegia kepada Kementerian Kehutanan.")
    assert (paid.instrument, paid.stage) == ("finance", "completed")
    lent = only("PT Bank Arjuna memperoleh pinjaman lunak dari JICA.")
    assert (lent.instrument, lent.stage) == ("finance", "ongoing")


def test_what_is_denied_is_not_told():
    assert not reading("Bahlil membantah isu bahwa LG batal menanamkan modal di Indonesia.").facts


def test_a_visit_under_way_and_done_is_one():
    facts = reading(
        "Presiden Prabowo Subianto sedang mengunjungi Presiden Emmanuel Macron di Paris. Presiden Prabowo "
        "Subianto bertemu Presiden Emmanuel Macron di Istana Élysée."
    ).facts
    assert [fact.instrument for fact in facts].count("dialogue") == 1


def test_goods_that_pass_a_country_are_not_sold_to_it():
    text = (
        "PT Sawit Jaya melakukan ekspor minyak sawit dengan benar, tetapi dokumennya hilang saat transit {}."
    )
    assert not reading(text.format("di Singapura")).facts
