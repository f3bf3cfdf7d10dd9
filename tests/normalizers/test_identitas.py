import re
from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.pages import Place
from normalizers.bukti import Catatan
from normalizers.identitas import parse
from normalizers.model import Pejabat
from normalizers.reading import KOREKSI, Saksi
from tests.builders import a_raw

UNIT = "Kecamatan Sukamaju"


def parsed(identitas=None, judul=(), tanda_tangan=None):
    raw = a_raw(identitas=identitas, judul=judul, tanda_tangan=tanda_tangan)
    catatan = Catatan(raw.source, 1)
    return parse(raw.identitas, raw.judul, raw.tanda_tangan, UNIT, catatan), catatan


def test_whole_page():
    identitas, catatan = parsed(
        {
            "nomor_sop": "065/ 12 /SOP/2021",
            "tanggal_pembuatan": "4 Januari 2021",
            "tanggal_revisi": "--",
            "tanggal_efektif": "Maret 2021",
            "nama_sop": "PENGELOLAAN SURAT MASUK",
            "disahkan_oleh": "Plt. CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH\nPembina\nNIP. 19780315 200003 1 002",
        }
    )
    assert identitas.nomor_sop == "065/12/SOP/2021"
    assert (identitas.tanggal_pembuatan, identitas.tanggal_revisi) == ("2021-01-04", None)
    assert (identitas.tanggal_efektif, identitas.tanggal_pengesahan) == ("2021-03", None)
    assert identitas.nama_sop == "Pengelolaan Surat Masuk"
    assert identitas.disahkan_oleh == Pejabat(
        jabatan="Camat Sukamaju",
        status="Plt.",
        nama="Bagas Wirayuda, S.H.",
        pangkat="Pembina",
        nip="197803152000031002",
    )
    assert {pointer: bukti.mentah for pointer, bukti in catatan.bukti.items()} == {
        "/identitas/nomor_sop": "065/ 12 /SOP/2021",
        "/identitas/tanggal_pembuatan": "4 Januari 2021",
        "/identitas/tanggal_efektif": "Maret 2021",
        "/identitas/nama_sop": "PENGELOLAAN SURAT MASUK",
        "/identitas/disahkan_oleh/jabatan": "CAMAT SUKAMAJU",
        "/identitas/disahkan_oleh/status": "Plt.",
        "/identitas/disahkan_oleh/nama": "BAGAS WIRAYUDA, SH",
        "/identitas/disahkan_oleh/pangkat": "Pembina",
        "/identitas/disahkan_oleh/nip": "19780315 200003 1 002",
    }
    assert not catatan.saksi


def test_nothing_stated():
    identitas, catatan = parsed({"nomor_sop": "...", "nama_sop": "-", "disahkan_oleh": "-"})
    assert identitas.model_dump(exclude={"disahkan_oleh"}) == dict.fromkeys(
        [
            "nomor_sop",
            "tanggal_pembuatan",
            "tanggal_revisi",
            "tanggal_efektif",
            "tanggal_pengesahan",
            "nama_sop",
        ]
    )
    assert identitas.disahkan_oleh == Pejabat()
    assert not catatan.bukti


@pytest.mark.parametrize(
    ("text", "jenis"), [("31 Februari 2021", "tanggal_mustahil"), ("menyusul", "bukan_tanggal")]
)
def test_what_is_no_date_is_witnessed(text, jenis):
    identitas, catatan = parsed({"tanggal_revisi": text})
    assert identitas.tanggal_revisi is None
    assert catatan.saksi == [Saksi("/identitas/tanggal_revisi", jenis, text)]


def test_date_cites_the_date_alone():
    _, catatan = parsed({"tanggal_efektif": "Sukamaju, 4 Januari 2021"})
    assert catatan.bukti["/identitas/tanggal_efektif"].mentah == "4 Januari 2021"


def test_heading_names_the_sop_without_a_label():
    identitas, catatan = parsed(
        judul=["STANDAR OPERASIONAL PROSEDUR\nKECAMATAN SUKAMAJU", "SOP PENGELOLAAN\nSURAT MASUK"]
    )
    assert identitas.nama_sop == "Pengelolaan Surat Masuk"
    assert catatan.bukti["/identitas/nama_sop"].cara == "judul"
    assert catatan.bukti["/identitas/nama_sop"].mentah == "PENGELOLAAN\nSURAT MASUK"


def test_heading_that_says_otherwise_is_witnessed_once():
    identitas, catatan = parsed(
        {"nama_sop": "Pengelolaan Surat Masuk Kecamatan Sukamaju"},
        judul=["SOP PENGELOLAAN SURAT MASUK", "SOP PENGADUAN", "PENGADUAN"],
    )
    assert identitas.nama_sop == "Pengelolaan Surat Masuk Kecamatan Sukamaju"
    assert catatan.saksi == [Saksi("/identitas/nama_sop", "judul", "Pengaduan")]


def test_signature_block_completes_the_officer():
    identitas, catatan = parsed(
        {"disahkan_oleh": "CAMAT SUKAMAJU"},
        tanda_tangan="CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH\nNIP. 19780315 200003 1 002",
    )
    assert identitas.disahkan_oleh.nama == "Bagas Wirayuda, S.H."
    assert catatan.bukti["/identitas/disahkan_oleh/jabatan"].cara == "label"
    assert catatan.bukti["/identitas/disahkan_oleh/nama"].cara == "tanda_tangan"
    assert catatan.bukti["/identitas/disahkan_oleh/nama"].baris == (3, 3)


def test_signature_block_alone():
    identitas, catatan = parsed(tanda_tangan="CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH")
    assert identitas.disahkan_oleh.jabatan == "Camat Sukamaju"
    assert catatan.bukti["/identitas/disahkan_oleh/jabatan"].cara == "tanda_tangan"


def test_broken_status_is_repaired_and_witnessed():
    identitas, catatan = parsed({"disahkan_oleh": "Pt. CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH"})
    assert identitas.disahkan_oleh.status == "Plt."
    assert catatan.bukti["/identitas/disahkan_oleh/status"].cara == KOREKSI
    assert catatan.saksi == [Saksi("/identitas/disahkan_oleh/status", "status_rusak", "Pt.")]


def doubted(name: str, heading: str, *doubtful: str) -> tuple[str | None, str]:
    """The name that comes of a scanned page, and what it is quoted from; the words given are read without certainty."""
    raw = a_raw(identitas={"nama_sop": name}, judul=(heading,))
    text = raw.source.text
    places = [
        Place(match.start(), match.end(), 1, Box(0, 0, 1, 1), "uji", 0.2 if match[0] in doubtful else 0.95)
        for match in re.finditer(r"\S+", text)
    ]
    catatan = Catatan(replace(raw.source, places=tuple(places)), 1)
    found = parse(raw.identitas, raw.judul, None, UNIT, catatan)
    return found.nama_sop, catatan.bukti["/identitas/nama_sop"].mentah


def test_a_clear_heading_speaks_for_a_damaged_name() -> None:
    name, quoted = doubted("36 N GyEH SURAT KELUAR", "SOP PENANGANAN SURAT KELUAR", "36", "N", "GyEH")
    assert (name, "PENANGANAN" in quoted) == ("Penanganan Surat Keluar", True)


def test_of_such_a_heading_the_place_is_left_out() -> None:
    name, _ = doubted("P3N9 SURAT KELUAR.", "SOP PENANGANAN SURAT KELUAR DI KECAMATAN SUKAMAJU", "P3N9")
    assert name == "Penanganan Surat Keluar"


@pytest.mark.parametrize(
    ("heading", "doubtful"),
    [
        ("SOP PENANGANAN SURAT MASUK", ()),  # nothing is in doubt
        ("SOP MENANGANI SURAT KELUAR", ("KELUAR",)),  # the heading confirms the word
        ("SOP PELAYANAN KTP", ("PENANGANAN",)),  # of something else
        ("SOP PENERIMAAN SURAT KELUAR", ("PENANGANAN", "PENERIMAAN")),  # no clearer itself
    ],
)
def test_else_the_name_stands(heading: str, doubtful: tuple[str, ...]) -> None:
    assert doubted("PENANGANAN SURAT KELUAR", heading, *doubtful)[0] == "Penanganan Surat Keluar"


def test_pieces_of_words_under_a_stamp_are_a_damaged_name_however_sure() -> None:
    torn = "Penomoran dan Disposisi Surat"
    assert doubted("SOP Pe osisi Surat", "SOP PENOMORAN DAN DISPOSISI SURAT")[0] == torn
    name, _ = doubted("PENERBITAN JIN/REKOMENDASI", "SOP PENERBITAN IJIN/REKOMENDASI")
    assert name == "Penerbitan Ijin/Rekomendasi"


def test_a_name_nearly_the_same_is_believed_unless_read_far_less_surely() -> None:
    assert doubted("PENGELOLAAN SURAT MASUK", "SOP PENGELOLAAN SURAT KELUAR")[0] == "Pengelolaan Surat Masuk"
    name, _ = doubted("PENGEL0LAAM SURAT KELUAR.", "SOP PENGELOLAAN SURAT KELUAR", "KELUAR.")
    assert name == "Pengelolaan Surat Keluar"
