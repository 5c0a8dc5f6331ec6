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
