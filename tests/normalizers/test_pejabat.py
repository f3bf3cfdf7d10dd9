"""The approving officer: blocks on one line and on many, and two blocks joined."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import pejabat
from normalizers.model import Pejabat
from normalizers.reading import APA_ADANYA, KOREKSI, Reading, Saksi

NIP = "NIP. 19800229 200501 1 999"
DIGITS = "198002292005011999"
UNIT = "Kecamatan Sukamaju"
DINAS = "Kepala Dinas Komunikasi dan Informatika"
Officer = tuple[str | None, str | None, str | None, str | None, str | None]


def officer(text: str, unit: str | None = UNIT) -> Officer:
    value = pejabat.parse(text, unit).nilai
    return value.status, value.jabatan, value.nama, value.pangkat, value.nip


FULAN = "Ahmad Fulan, S.H."
SATU_BARIS: list[tuple[str, Officer]] = [
    (f"CAMAT SUKAMAJU AHMAD FULAN, SH {NIP}", (None, "Camat Sukamaju", FULAN, None, DIGITS)),
    (f"Plt. CAMAT SUKAMAJU AHMAD FULAN, SH {NIP}", ("Plt.", "Camat Sukamaju", FULAN, None, DIGITS)),
    (
        f" CAMAT SUKAMAJU Kabupaten Karangfiktif AHMAD FULAN, SH {NIP}",
        (None, "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    (
        f"CAMAT SUKAMAJU KABUPATEN KARANGFIKTIF **AHMAD SETYO F., S.STP. MM** Pembina {NIP}",
        (None, "Camat Sukamaju", "Ahmad Setyo F., S.STP., M.M.", "Pembina", DIGITS),
    ),
    (f"CAMAT AHMAD FULAN, SH {NIP}", (None, "Camat", FULAN, None, DIGITS)),
    (f"CARNAT SUKARNAJU AHMAD FULAN, SH {NIP}", (None, "Camat Sukarnaju", FULAN, None, DIGITS)),
    (f"CAMAT LAINDESA H. AHMAD FULAN, SH {NIP}", (None, "Camat Laindesa", f"H. {FULAN}", None, DIGITS)),
    ("SEKRETARIS KECAMATAN", (None, "Sekretaris Kecamatan", None, None, None)),
    ("SEKRETARIS KECAMATAN AHMAD FULAN, SH", (None, "Sekretaris Kecamatan", FULAN, None, None)),
    ("Plt. Camat SUKAMAJU", ("Plt.", "Camat Sukamaju", None, None, None)),
    (
        f"Camat Sukamaju\n- Nama: AHMAD FULAN, SH\n- NIP: {DIGITS}",
        (None, "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    ("Camat Sukamaju, AHMAD FULAN", (None, "Camat Sukamaju", "Ahmad Fulan", None, None)),
    (
        f"a.n. BUPATI KARANGFIKTIF CAMAT SUKAMAJU AHMAD FULAN, SH {NIP}",
        ("a.n.", "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    (
        f"Ditetapkan di Sukamaju pada tanggal 4 Januari 2021 CAMAT SUKAMAJU ttd AHMAD FULAN, SH {NIP}",
        (None, "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    (
        f"Sukamaju, 4 Januari 2021 CAMAT SUKAMAJU, AHMAD FULAN {NIP}",
        (None, "Camat Sukamaju", "Ahmad Fulan", None, DIGITS),
    ),
    (
        f"PEMERINTAH KABUPATEN KARANGFIKTIF CAMAT SUKAMAJU AHMAD FULAN, SH {NIP}",
        (None, "Camat Sukamaju", FULAN, None, DIGITS),
    ),
]
TANPA_PETUNJUK: list[tuple[str, Officer]] = [
    (f"Pj. SEKRETARIS DAERAH\nAHMAD FULAN, SH {NIP}", ("Pj.", "Sekretaris Daerah", FULAN, None, DIGITS)),
    (f"INSPEKTUR\n${{ttd_pengirim}}\nAHMAD FULAN, SH\n{NIP}", (None, "Inspektur", FULAN, None, DIGITS)),
    (f"CAMAT SUKAMAJU AHMAD FULAN, SH {NIP}", (None, "Camat Sukamaju", FULAN, None, DIGITS)),
    ("Camat Muara Fiktif AHMAD FULAN, S.H.", (None, "Camat Muara Fiktif", FULAN, None, None)),
    ("LURAH SUKA MAJU Ahmad Fulan, S.H.", (None, "Lurah Suka Maju", FULAN, None, None)),
    ("LURAH SUKA MAJU Drs. AHMAD FULAN", (None, "Lurah Suka Maju", "Drs. Ahmad Fulan", None, None)),
    ("LURAH SUKAMAJU TIMUR AHMAD FULAN, SH", (None, "Lurah Sukamaju Timur", FULAN, None, None)),
    (
        "KEPALA DESA SUKA MAJU KABUPATEN KARANGFIKTIF FULAN",
        (None, "Kepala Desa Suka Maju", "Fulan", None, None),
    ),
    ("LURAH FULAN, SH", (None, "Lurah", "Fulan, S.H.", None, None)),
    (
        "KEPALA SEKSI PELAYANAN UMUM SITI FULANAH, S.Sos",
        (None, "Kepala Seksi Pelayanan Umum", "Siti Fulanah, S.Sos.", None, None),
    ),
    (
        f"Plh. KEPALA DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN KARANGFIKTIF AHMAD FULAN, SH Pembina Utama Muda (IV/c) {NIP}",
        ("Plh.", f"{DINAS} Kabupaten Karangfiktif", FULAN, "Pembina Utama Muda", DIGITS),
    ),
    (
        "KEPALA DINAS PEMBERDAYAAN MASYARAKAT DAN DESA KABUPATEN OGAN FIKTIF AHMAD FULAN, SH",
        (None, "Kepala Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Ogan Fiktif", FULAN, None, None),
    ),
    (
        "SEKRETARIS DAERAH KABUPATEN KARANGFIKTIF AHMAD FULAN, SH",
        (None, "Sekretaris Daerah", FULAN, None, None),
    ),
    ("AHMAD FULAN, S.H.", (None, None, FULAN, None, None)),
]
BANYAK_BARIS: list[tuple[str, Officer]] = [
    (f"PI. CAMAT SUKAMAJU\n AHMAD FULAN, SH\n {NIP}", ("Plt.", "Camat Sukamaju", FULAN, None, DIGITS)),
    (
        f"Camat Sukamaju,\nttd\nDra. Hj. SITI FULANAH, M.Si\nPembina Tk. I (IV/b)\n{NIP}",
        (None, "Camat Sukamaju", "Dra. Hj. Siti Fulanah, M.Si.", "Pembina Tk. I", DIGITS),
    ),
    (
        f"a.n. BUPATI KARANGFIKTIF\nCAMAT SUKAMAJU\n\nAHMAD FULAN, SH\n{NIP}",
        ("a.n.", "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    (
        f"a.n. Camat Sukamaju\nSekretaris Kecamatan\nAHMAD FULAN, SH\n{NIP}",
        ("a.n.", "Sekretaris Kecamatan", FULAN, None, DIGITS),
    ),
    (
        f"KEPALA DINAS KOMUNIKASI DAN INFORMATIKA\nKABUPATEN KARANGFIKTIF\n\n\nAhmad Fulan, S.H.\n{NIP}",
        (None, f"{DINAS} Kabupaten Karangfiktif", FULAN, None, DIGITS),
    ),
    (
        f"KEPALA DINAS KOMUNIKASI\nDAN INFORMATIKA\nAHMAD FULAN\nPenata Tk I\n{NIP}",
        (None, DINAS, "Ahmad Fulan", "Penata Tk. I", DIGITS),
    ),
    (
        f"KEPALA SATUAN POLISI PAMONG PRAJA\nPROVINSI KARANGFIKTIF TIMUR\nAHMAD FULAN, SH\n{NIP}",
        (None, "Kepala Satuan Polisi Pamong Praja Provinsi Karangfiktif Timur", FULAN, None, DIGITS),
    ),
    (
        f"KEPALA SATUAN POLISI PAMONG PRAJA\n1 PROVINSI KARANGFIKTIF,\nAHMAD FULAN, SH\n{NIP}",
        (None, "Kepala Satuan Polisi Pamong Praja Provinsi Karangfiktif", FULAN, None, DIGITS),
    ),
    (
        f"(KEPALA SATUAN POLISI PAMONG PRAJA\nPROVINSI KARANGFIKTIF, / Wg\nAHMAD FULAN, SH\n{NIP}",
        (None, "Kepala Satuan Polisi Pamong Praja Provinsi Karangfiktif", FULAN, None, DIGITS),
    ),
    (
        f"CAMAT SUKAMAJU\nIr. AHMAD BAGUS\nFULAN\nPembina\n{NIP}",
        (None, "Camat Sukamaju", "Ir. Ahmad Bagus Fulan", "Pembina", DIGITS),
    ),
    (
        f"KEPALA DINAS PERHUBUNGAN\nAHMAD BAGUS\nFULAN, SH, M.Kes\n{NIP}",
        (None, "Kepala Dinas Perhubungan", "Ahmad Bagus Fulan, S.H., M.Kes.", None, DIGITS),
    ),
    (
        f"KEPALA PUSKESMAS\nKARANG FIKTIF\nFULAN, S.KM\n{NIP}",
        (None, "Kepala Puskesmas Karang Fiktif", "Fulan, S.KM.", None, DIGITS),
    ),
    (
        f"CAMAT SUKAMAJU KABUPATEN\nKARANGFIKTIF\nAHMAD FULAN, SH\n{NIP}",
        (None, "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    (f"CAMAT\nSUKAMAJU\n{NIP}", (None, "Camat Sukamaju", None, None, DIGITS)),
    (f"CAMAT\n\nAHMAD FULAN\n{NIP}", (None, "Camat", "Ahmad Fulan", None, DIGITS)),
    (f"KECAMATAN SUKAMAJU\nCAMAT,\n\nAHMAD FULAN\n{NIP}", (None, "Camat", "Ahmad Fulan", None, DIGITS)),
    (f"AHMAD FULAN, SH\nCamat Sukamaju\n{NIP}", (None, "Camat Sukamaju", FULAN, None, DIGITS)),
    (
        "Nama : Ahmad Fulan, S.H.\nJabatan : Camat Sukamaju\nPangkat/Gol : Pembina (IV/a)\nNIP : 19800229 200501 1 999",
        (None, "Camat Sukamaju", FULAN, "Pembina", DIGITS),
    ),
    (
        f"Ditetapkan di Sukamaju\npada tanggal 17 Januari 2024\nCAMAT SUKAMAJU\nCap/ttd\nAHMAD FULAN, SH\n{NIP}",
        (None, "Camat Sukamaju", FULAN, None, DIGITS),
    ),
    (
        "Disahkan oleh : Camat Sukamaju\n(.....................)\nNIP. ..............",
        (None, "Camat Sukamaju", None, None, None),
    ),
    (
        f"CAMAT SUKAMAJU\nDRS. H. MUHAMMAD AHMAD\nFULAN, M.Si\n{NIP}",
        (None, "Camat Sukamaju", "Drs. H. Muhammad Ahmad Fulan, M.Si.", None, DIGITS),
    ),
    (f"CAMAT SUKAMAJU\nAHMAD FULAN\nS.H.\n{NIP}", (None, "Camat Sukamaju", FULAN, None, DIGITS)),
    ("WALI KOTA SUKAMAJU\n\nttd\n\nAHMAD FULAN", (None, "Wali Kota Sukamaju", "Ahmad Fulan", None, None)),
]
UNIT_LAIN: list[tuple[str, str, Officer]] = [
    (
        "KEPALA UPTD PUSKESMAS TELAGA FIKTIF dr. SITI FULANAH, M.Kes",
        "UPTD Puskesmas Telaga Fiktif",
        (None, "Kepala UPTD Puskesmas Telaga Fiktif", "dr. Siti Fulanah, M.Kes.", None, None),
    ),
    (
        "Pj. KEPALA DESA SUKA MAJU AHMAD FULAN",
        "Desa Suka Maju",
        ("Pj.", "Kepala Desa Suka Maju", "Ahmad Fulan", None, None),
    ),
    (
        "LURAH SUKA MAJU Kecamatan Karang Fiktif AHMAD FULAN",
        "Kelurahan Suka Maju Kecamatan Karang Fiktif",
        (None, "Lurah Suka Maju", "Ahmad Fulan", None, None),
    ),
    (
        "KEPALA DINAS PERHUBUNGAN KOTA ARGA FIKTIF SITI FULANAH, SH",
        "Dinas Perhubungan Kota Arga Fiktif",
        (None, "Kepala Dinas Perhubungan Kota Arga Fiktif", "Siti Fulanah, S.H.", None, None),
    ),
    (
        "Plt. CAMAT KOTA SUKAMAJU AHMAD FULAN, S.H.",
        "Kecamatan Kota Sukamaju",
        ("Plt.", "Camat Kota Sukamaju", FULAN, None, None),
    ),
    (
        "KEPALA DINAS KETENAGAFIKTIFAN AHMAD FULAN, S.T.",
        "Dinas Ketenagafiktifan",
        (None, "Kepala Dinas Ketenagafiktifan", "Ahmad Fulan, S.T.", None, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SATU_BARIS + BANYAK_BARIS)
def test_a_block_of_the_unit(text: str, expected: Officer) -> None:
    assert officer(text) == expected


@pytest.mark.parametrize(("text", "expected"), TANPA_PETUNJUK)
def test_a_block_of_an_unknown_unit(text: str, expected: Officer) -> None:
    assert officer(text, None) == expected


@pytest.mark.parametrize(("text", "unit", "expected"), UNIT_LAIN)
def test_a_block_of_another_kind_of_unit(text: str, unit: str, expected: Officer) -> None:
    assert officer(text, unit) == expected


@pytest.mark.parametrize(
    "text",
    ["", "-", "..........", "(..............)", "ttd", "Disahkan oleh :", "Kecamatan Sukamaju", NIP[:4]],
)
def test_nothing_is_made_up(text: str) -> None:
    assert officer(text) == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("prefix", "status", "damaged"),
    [
        ("Plt.", "Plt.", False),
        ("PLT", "Plt.", False),
        ("Pelaksana Tugas", "Plt.", False),
        ("Pt.", "Plt.", True),
        ("PI.", "Plt.", True),
        ("P1t.", "Plt.", True),
        ("Pih.", "Plh.", True),
        ("Plh.", "Plh.", False),
        ("Pj.", "Pj.", False),
        ("Penjabat", "Pj.", False),
        ("PJS.", "Pjs.", False),
        ("a.n.", "a.n.", False),
        ("An.", "a.n.", False),
        ("A/N", "a.n.", False),
        ("u.b.", "a.n.", False),
    ],
)
def test_status(prefix: str, status: str, *, damaged: bool) -> None:
    reading = pejabat.parse(f"{prefix} CAMAT SUKAMAJU\nAHMAD FULAN, SH", UNIT)
    assert (reading.nilai.status, reading.nilai.jabatan) == (status, "Camat Sukamaju")
    assert reading.bagian["status"].cara == (KOREKSI if damaged else APA_ADANYA)
    assert [(s.lokasi, s.jenis, s.teks) for s in reading.saksi] == (
        [("/status", "status_rusak", prefix)] if damaged else []
    )


def test_a_status_that_the_contract_lacks_is_a_witness() -> None:
    reading = pejabat.parse("Pgs. CAMAT SUKAMAJU\nAHMAD FULAN", UNIT)
    assert (reading.nilai.status, reading.nilai.jabatan) == (None, "Camat Sukamaju")
    assert [(s.lokasi, s.jenis) for s in reading.saksi] == [("/status", "status_lain")]


@pytest.mark.parametrize(
    ("text", "pangkat"),
    [
        ("Pembina", "Pembina"),
        ("PEMBINA TK. I", "Pembina Tk. I"),
        ("Pembina Tingkat I", "Pembina Tk. I"),
        ("Pembina Tk.1", "Pembina Tk. I"),
        ("Penata Muda Tk I (III/b)", "Penata Muda Tk. I"),
        ("Pembina Utama Muda / IV.c", "Pembina Utama Muda"),
        ("Penata ( III/c )", "Penata"),
    ],
)
def test_pangkat(text: str, pangkat: str) -> None:
    for glue in ("\n", " "):
        block = glue.join(["CAMAT SUKAMAJU", "AHMAD FULAN, SH", text, NIP])
        assert officer(block) == (None, "Camat Sukamaju", FULAN, pangkat, DIGITS)


def test_a_rank_and_another_grade_leave_a_witness() -> None:
    reading = pejabat.parse(f"CAMAT SUKAMAJU\nAHMAD FULAN\nPembina IV/b\n{NIP}", UNIT)
    assert reading.nilai.pangkat == "Pembina"
    assert [(s.lokasi, s.jenis, s.teks) for s in reading.saksi] == [("/pangkat", "golongan", "Pembina Tk. I")]


def test_each_part_knows_its_place() -> None:
    text = f"Pt. CAMAT SUKAMAJU KABUPATEN X\nAHMAD FULAN, SH\nPembina (IV/a)\n{NIP}"
    places = {key: text[p.start : p.end] for key, p in pejabat.parse(text, UNIT).bagian.items()}
    assert places == {
        "status": "Pt.",
        "jabatan": "CAMAT SUKAMAJU",
        "nama": "AHMAD FULAN, SH",
        "pangkat": "Pembina",
        "nip": "19800229 200501 1 999",
    }


def test_a_place_taken_on_trust_is_less_sure() -> None:
    text = "CAMAT SUKAMAJU AHMAD FULAN, SH"
    assert pejabat.parse(text).bagian["nama"].keyakinan < pejabat.parse(text, UNIT).bagian["nama"].keyakinan


PIECES = re.findall(
    r"[^ ]+",
    "CAMAT Camat LURAH KEPALA DINAS KABUPATEN KOTA SUKA MAJU Plt. a.n. Pt. u.b. NIP. 19800229 200501 1 999 Drs. H. "
    "AHMAD FULAN, S.H. MM Pembina Tk. I (IV/a) ttd ... , dr. Budi dan SEKRETARIS DAERAH DESA tanggal 4 Januari 2021 di "
    "Ditetapkan W. PUSKESMAS \n",
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60),
    st.sampled_from([None, "", "Kecamatan Suka", "Kelurahan Suka Maju Kecamatan Muara", "Desa"]),
)
def test_no_block_makes_it_raise(text: str, unit: str | None) -> None:
    reading = pejabat.parse(text, unit)
    for key in ("jabatan", "status", "nama", "pangkat", "nip"):
        assert (getattr(reading.nilai, key) is None) == (key not in reading.bagian)
    assert all(0 <= place.start < place.end <= len(text) for place in reading.bagian.values())
    joined = pejabat.gabung(reading, reading)
    assert joined.nilai == reading.nilai


def block(**parts: Any) -> Reading[Pejabat]:
    """A block on lines of its own, read."""
    lines = [parts.get("jabatan"), parts.get("nama"), parts.get("pangkat"), parts.get("nip")]
    return pejabat.parse("\n".join(line for line in lines if line), UNIT)


SALAH = "NIP. 198800229 200501 1 999"


def test_what_the_identity_page_lacks_comes_from_the_signature_block() -> None:
    joined = pejabat.gabung(
        block(jabatan="CAMAT SUKAMAJU"),
        block(jabatan="CAMAT SUKAMAJU", nama="AHMAD FULAN, SH", pangkat="Pembina", nip=NIP),
    )
    assert joined.nilai == Pejabat(jabatan="Camat Sukamaju", nama=FULAN, pangkat="Pembina", nip=DIGITS)
    assert sorted(joined.bagian) == [
        "jabatan",
        "tanda_tangan/nama",
        "tanda_tangan/nip",
        "tanda_tangan/pangkat",
    ]


def test_an_unsound_nip_gives_way_to_the_sound_one_of_the_same_person() -> None:
    joined = pejabat.gabung(
        block(jabatan="CAMAT SUKAMAJU", nama="AHMAD SETYO F., SH", nip=SALAH),
        block(jabatan="CAMAT SUKAMAJU", nama="AHMAD SETYA F, SH", nip=NIP),
    )
    assert (joined.nilai.nama, joined.nilai.nip, joined.cara) == ("Ahmad Setyo F., S.H.", DIGITS, KOREKSI)
    assert "nip" not in joined.bagian
    assert joined.bagian["tanda_tangan/nip"].cara == KOREKSI
    assert Saksi("/nip", "tercetak", "198800229 200501 1 999".replace(" ", "")) in joined.saksi


@pytest.mark.parametrize(
    "tanda_tangan",
    [
        block(jabatan="CAMAT SUKAMAJU", nama="SITI FULANAH, SE", nip=NIP),
        block(jabatan="SEKRETARIS KECAMATAN", nama="AHMAD FULAN, SH", nip=NIP),
        block(jabatan="Disusun oleh\nCAMAT SUKAMAJU", nama="AHMAD FULAN, SH", nip=NIP),
    ],
    ids=["other person", "other office", "author of the SOP"],
)
def test_another_officer_gives_nothing(tanda_tangan: Reading[Pejabat]) -> None:
    first = block(jabatan="CAMAT SUKAMAJU", nama="AHMAD FULAN, SH", nip=SALAH)
    assert pejabat.gabung(first, tanda_tangan).nilai == first.nilai


def test_a_nip_far_from_the_other_stays() -> None:
    first = block(jabatan="CAMAT SUKAMAJU", nama="AHMAD FULAN, SH", nip="NIP. 19751331 200501 1 999")
    joined = pejabat.gabung(first, block(jabatan="CAMAT SUKAMAJU", nama="AHMAD FULAN, SH", nip=NIP))
    assert joined.nilai.nip == first.nilai.nip


def test_the_signature_block_is_a_witness() -> None:
    joined = pejabat.gabung(
        block(jabatan="CAMAT SUKAMAJU"), block(jabatan="CAMAT SUKAMAJU", nama="AHMAD FULAN", nip=NIP)
    )
    assert {(s.lokasi, s.teks) for s in joined.saksi if s.jenis == "tanda_tangan"} == {
        ("/jabatan", "Camat Sukamaju"),
        ("/nama", "Ahmad Fulan"),
        ("/nip", DIGITS),
    }
    assert pejabat.gabung(joined, None) is joined


def test_pieces_of_a_stamp_below_the_name_are_no_name() -> None:
    assert (
        officer("CAMAT SUKAMAJU,\nDocal\nBAGAS WIRAYUDA\nSUK A")[:3]
        == officer("CAMAT SUKAMAJU,\nBAGAS WIRAYUDA")[:3]
    )
    assert officer("CAMAT SUKAMAJU\nSITI")[2] == officer("CAMAT SUKAMAJU\n\nSITI")[2] == "Siti"
