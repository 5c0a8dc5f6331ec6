"""Which candidates tell one fact.

All sentences here are written for these tests.
"""

from told_facts import facts

CONTRACT = "PT Rantai Baja meneken kontrak pembelian dengan Kivi Oy asal Finlandia. "


def test_a_contract_and_a_letter_of_intent_are_two_documents():
    told = facts(CONTRACT + "PT Rantai Baja meneken letter of intent dengan Kivi Oy tentang riset baja.")
    assert [f.instrument for f in told] == ["agreement", "agreement"]


def test_a_contract_told_again_is_one():
    told = facts(CONTRACT + "Penandatanganan kontrak PT Rantai Baja dan Kivi Oy disaksikan Bupati Garut.")
    assert [f.instrument for f in told] == ["agreement"]


def test_what_a_contract_is_signed_for_is_its_content():
    told = facts(
        "PT Rantai Baja menandatangani kontrak dengan Kivi Oy asal Finlandia untuk memproduksi bersama bus."
    )
    assert [f.instrument for f in told] == ["agreement"]


def test_a_state_and_its_government_sign_one_document():
    told = facts(
        "Pemerintah Indonesia dan Prancis meneken perjanjian air bersih. Penandatanganan perjanjian itu "
        "dilakukan oleh Deputi Bappenas Dedi Wiranata dan Duta Besar Prancis Laurence Bellefond."
    )
    assert [f.instrument for f in told] == ["agreement"]


def test_a_promise_is_what_is_promised():
    told = facts("Peru bersepakat untuk segera mengumumkan peluncuran perundingan Indonesia-Peru CEPA.")
    assert [(f.instrument, f.stage) for f in told] == [("agreement", "planned")]


def test_each_document_of_a_list_is_told_and_what_announces_the_list_is_not():
    told = facts(
        "Presiden Joko Widodo dan PM Fiji Sitiveni Rabuka menyaksikan pertukaran dua MoU, yaitu:\n"
        "1. MoU antara Kementerian Kesehatan Indonesia dan Kementerian Kesehatan Fiji tentang dokter\n"
        "2. MoU antara Kementerian Pertanian Indonesia dan Kementerian Pertanian Fiji tentang kelapa"
    )
    documents = [{p.name for p in f.participants} for f in told if f.instrument == "agreement"]
    assert len(documents) == 2
    assert {"Indonesia", "Fiji"} not in documents
