"""Procedures that are lists of sentences: what each says besides what is done."""

import pytest

from tests.extractors.plain import one_sop, said

ABOVE = """PEMERINTAH KABUPATEN WANASARI
DINAS KEARSIPAN

Nomor SOP : 041/23/DK/2020
Nama SOP : Peminjaman Arsip
Dasar Hukum :
- Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
Peralatan :
- Rak arsip

"""
SENTENCES = ("menerima formulir", "mencari arsip di depo", "menyerahkan arsip kepada peminjam")
TIMES = ("5 menit", "1 jam", "10 menit")


def steps(form: str, head: str = "LANGKAH KERJA") -> list[tuple[str | None, str | None]]:
    lines = [
        form.format(at=at, huruf="abc"[at - 1], kecil=text, besar=text.capitalize(), waktu=time)
        for at, (text, time) in enumerate(zip(SENTENCES, TIMES, strict=True), 1)
    ]
    sop = one_sop(ABOVE + "\n".join([head, *lines]) + "\n")
    assert [said(entry) for entry in sop.kotak["peralatan_perlengkapan"]] == ["Rak arsip"]
    assert "kualifikasi_pelaksana" not in sop.kotak
    return [((said(step.uraian) or "").casefold(), said(step.waktu)) for step in sop.prosedur]


@pytest.mark.parametrize(
    "form",
    [
        "{at}. {besar} ({waktu})",
        "{at}. {besar}, {waktu}.",
        "{at}) {besar} [{waktu}]",
        "{at}. {besar} - {waktu}",
        "- {besar} ({waktu})",
        "{huruf}. {besar}. Waktu {waktu}.",
        "Langkah {at}. {besar} (waktu {waktu})",
    ],
)
def test_the_duration_at_the_end_of_a_sentence(form: str) -> None:
    assert steps(form) == list(zip(SENTENCES, TIMES, strict=True))


@pytest.mark.parametrize("head", ["Tahapan Kegiatan", "C. PROSEDUR", "Urutan kerja :", "Mekanisme"])
def test_names_of_such_lists(head: str) -> None:
    assert steps("{at}. {besar} ({waktu})", head) == list(zip(SENTENCES, TIMES, strict=True))


def test_sentences_without_durations_are_steps_below_the_boxes() -> None:
    assert steps("{huruf}. Petugas {kecil}") == [(f"petugas {text}", None) for text in SENTENCES]


@pytest.mark.parametrize(
    "form",
    [
        "{at}. Petugas Depo: {kecil}, {waktu}.",
        "{at}. {besar} (Petugas Depo, {waktu})",
        "{at}. {besar}\n   Petugas Depo | {waktu} | Tanda terima",
        "{at}. {besar}\n   Petugas Depo ({waktu})",
    ],
)
def test_who_acts(form: str) -> None:
    assert steps(form) == list(zip(SENTENCES, TIMES, strict=True))
    lines = "\n".join(
        form.format(at=at, kecil=text, besar=text.capitalize(), waktu="5 menit")
        for at, text in enumerate(SENTENCES, 1)
    )
    sop = one_sop(f"{ABOVE}LANGKAH KERJA\n{lines}\n")
    assert [said(name) for name in sop.pelaksana] == ["Petugas Depo"]
    assert [[mark.kolom for mark in step.tanda] for step in sop.prosedur] == [[0], [0], [0]]
    outputs = {said(step.output) for step in sop.prosedur}
    assert outputs == ({"Tanda terima"} if "Tanda" in form else {None})


def test_a_duration_inside_a_sentence_stays_there() -> None:
    text = "1. Menunggu selama 5 menit di loket\n2. Memeriksa berkas\n3. Menyerahkan berkas\n"
    sop = one_sop(f"{ABOVE}LANGKAH KERJA\n{text}")
    assert said(sop.prosedur[0].uraian) == "Menunggu selama 5 menit di loket"
    assert not any(step.waktu for step in sop.prosedur)


def test_a_table_without_an_identity_page() -> None:
    sop = one_sop(
        "Panduan SOP Politeknik Wanasari\n"
        "No Kegiatan Pelaksana Mutu Baku Ket\n"
        "Pemohon Staf Kasi Kelengkapan Waktu Output\n"
        "1 mengisi formulir cuti KTM 10 Formulir\n"
        "akademik menit terisi\n"
        "2 memeriksa alasan Formulir 1 hari Formulir\n"
        "pengajuan cuti terisi disetujui\n"
        "3 menyetujui pengajuan Formulir 2 hari Surat izin\n"
        "cuti disetujui cuti\n"
    )
    assert [said(step.uraian) for step in sop.prosedur] == [
        "mengisi formulir cuti akademik",
        "memeriksa alasan pengajuan cuti",
        "menyetujui pengajuan cuti",
    ]
    assert not sop.kotak
