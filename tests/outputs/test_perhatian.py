from typing import Any

import pytest

from normalizers.model import Bukti, Sop
from pipeline.data import table
from pipeline.outputs.perhatian import (
    DAFTAR,
    ISIAN,
    hitung,
    jangkar,
    kata_keyakinan,
    keputusan,
    label,
    mendesak,
    sebutan,
    tempat,
    terendah,
)
from tests.builders import a_sop
from tests.outputs.contoh import a_naskah


def with_finding(
    lokasi: str, tingkat: str = "galat", usulan: str | None = None, pesan: str = "Salah."
) -> Sop:
    temuan = {"kode": "K1", "tingkat": tingkat, "lokasi": lokasi, "pesan": pesan, "usulan": usulan}
    return a_sop(temuan=[temuan], peringatan=[])


@pytest.mark.parametrize(
    ("lokasi", "usulan", "kata"),
    [
        ("/dasar_hukum/1/tahun", "2018", "tahun 2019 pada dasar hukum 2 (usul 2018)"),
        ("/dasar_hukum/1/tahun", None, "tahun pada dasar hukum 2: Salah"),
        ("/identitas/tanggal_efektif", "2021-04-01", "tanggal efektif 1 Maret 2021 (usul 2021-04-01)"),
        ("/identitas/disahkan_oleh/status", "Plt.", "status pengesah tidak ada (usul Plt.)"),
        ("/prosedur/2/waktu", "15 menit", "waktu 10 menit pada langkah 3 (usul 15 menit)"),
        ("/prosedur/2/keterangan", None, "keterangan langkah 3 tidak ada"),
        ("/peringatan", None, "peringatan tidak ada"),
        ("", None, "SOP ini: Salah"),
        # a long value would drown the sentence
        ("/dasar_hukum/0/teks", "x", "teks dasar hukum 1: Salah (usul x)"),
    ],
)
def test_a_finding_in_words(lokasi: str, usulan: str | None, kata: str) -> None:
    (hal,) = keputusan(with_finding(lokasi, usulan=usulan))
    assert (hal.lokasi, hal.tingkat, hal.kata) == (lokasi, "galat", kata)


@pytest.mark.parametrize(
    ("lokasi", "pesan", "kata"),
    [
        ("/prosedur/1/waktu", "Waktu pada langkah 2 tidak wajar.", "waktu pada langkah 2 tidak wajar"),
        ("/identitas/disahkan_oleh/nip", "NIP pengesah salah.", "NIP pengesah salah"),
        ("/prosedur/1/waktu", "Waktu tidak wajar.", "waktu pada langkah 2: Waktu tidak wajar"),
    ],
)
def test_a_message_that_names_its_place_is_enough(lokasi: str, pesan: str, kata: str) -> None:
    (hal,) = keputusan(with_finding(lokasi, pesan=pesan))
    assert hal.kata == kata


def test_a_repair_that_was_made_is_called_so() -> None:
    sop = with_finding("/identitas/disahkan_oleh/pangkat", "peringatan", "Pembina")
    bukti = {"/identitas/disahkan_oleh/pangkat": Bukti(mentah="Pernbina", cara="koreksi", keyakinan=0.9)}
    (hal,) = keputusan(sop.model_copy(update={"bukti": bukti}))
    assert hal.kata == "pangkat pengesah Pembina (sudah diperbaiki dari “Pernbina”)"


def test_decisions_are_errors_and_suggestions_each_place_once_errors_first() -> None:
    rows = [
        ("A1", "peringatan", "/instansi/unit", "Kecamatan Maju"),
        ("A2", "galat", "/dasar_hukum/0/tahun", None),
        ("A3", "galat", "/dasar_hukum/0/tahun", "2010"),
        ("A4", "peringatan", "/keterkaitan", None),
        ("A5", "info", "/prosedur", "apa"),
    ]
    sop = a_sop(
        temuan=[
            {"kode": k, "tingkat": t, "lokasi": lokasi, "pesan": k, "usulan": usulan}
            for k, t, lokasi, usulan in rows
        ]
    )
    assert [hal.lokasi for hal in keputusan(sop)] == ["/dasar_hukum/0/tahun", "/instansi/unit"]
    assert hitung(sop.temuan) == {"galat": 2, "peringatan": 2, "info": 1}


def test_the_most_urgent_thing() -> None:
    assert mendesak(a_sop()) is None
    assert mendesak(with_finding("/prosedur", "info")) is None
    warned = mendesak(with_finding("/prosedur", "peringatan", pesan="Langkah terlalu sedikit."))
    assert warned is not None
    assert warned.kata == "prosedur: Langkah terlalu sedikit"
    unsure = mendesak(a_sop(bukti={"/identitas/nomor_sop": Bukti(mentah="x", cara="label", keyakinan=0.4)}))
    assert unsure is not None
    assert unsure.kata == "nomor SOP 065/12/SOP/2021 terbaca ragu (40 %)"


def test_lowest_confidence() -> None:
    assert terendah(a_sop()) == (None, 1.0)
    bukti = {
        f"/peringatan/{i}": Bukti(mentah="x", cara="label", keyakinan=k)
        for i, k in enumerate((0.9, 0.3, 0.3))
    }
    assert terendah(a_sop(bukti=bukti)) == ("/peringatan/1", 0.3)


@pytest.mark.parametrize(
    ("keyakinan", "kata"),
    [(1.0, "yakin"), (0.9, "yakin"), (0.8, "cukup yakin"), (0.5, "kurang yakin"), (0, "ragu")],
)
def test_confidence_in_words(keyakinan: float, kata: str) -> None:
    assert kata_keyakinan(keyakinan) == kata


@pytest.mark.parametrize(
    ("lokasi", "line", "anchor"),
    [
        ("", "", "umum"),
        ("/sumber/halaman/0", "", "umum"),
        ("/instansi", "/identitas", "identitas"),
        ("/instansi/unit", "/instansi/unit", "instansi-unit"),
        ("/identitas/disahkan_oleh", "/identitas/disahkan_oleh", "identitas-disahkan_oleh"),
        ("/identitas/disahkan_oleh/nip", "/identitas/disahkan_oleh/nip", "identitas-disahkan_oleh-nip"),
        ("/dasar_hukum/1/lembaran/0/tahun", "/dasar_hukum/1", "dasar_hukum-1"),
        ("/prosedur/2/waktu/menit", "/prosedur/2", "prosedur-2"),
        ("/prosedur/99/waktu", "/prosedur", "prosedur"),
        ("/keterkaitan", "/keterkaitan", "keterkaitan"),
    ],
)
def test_place_on_the_page(lokasi: str, line: str, anchor: str) -> None:
    assert tempat(a_sop(), lokasi) == line
    assert jangkar(line) == anchor


def test_a_step_is_called_by_its_printed_number() -> None:
    sop = a_sop(prosedur=[{"no": 7, "uraian": "Menerima surat"}, {"no": None, "uraian": "Mencatat surat"}])
    assert sebutan(sop, "/prosedur/0/uraian") == "uraian langkah 7"
    assert sebutan(sop, "/prosedur/1/waktu/menit") == "waktu pada langkah di baris ke-2"


def test_every_value_of_the_contract_has_a_name() -> None:
    known = set(table("istilah")["nilai"])
    assert known - {"", "/sumber"} <= patterns("", a_naskah().sop.model_dump() | {"peringatan": [""]})
    for lokasi in (*ISIAN, *(f"/{key}/0" for key in DAFTAR)):
        assert lokasi.replace("/0", "/*") in known
        assert label(lokasi)


def patterns(lokasi: str, value: Any) -> set[str]:
    if isinstance(value, dict):
        return {lokasi}.union(*(patterns(f"{lokasi}/{key}", inner) for key, inner in value.items()))
    if isinstance(value, list):
        return {lokasi}.union(*(patterns(f"{lokasi}/*", inner) for inner in value))
    return {lokasi}
