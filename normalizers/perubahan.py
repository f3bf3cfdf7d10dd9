"""The regulations that change a cited one: what follows "sebagaimana telah diubah dengan …".

Works on a line that ``sitasi`` has made ready. What is named inside the subject of a change
("… tentang Pengubah atas Undang-Undang Nomor 23 Tahun 2014") is no change of its own.
"""

import re
from collections.abc import Iterator

from normalizers import kutipan, lembaga
from normalizers.data import table
from normalizers.kutipan import Isi, Kutipan
from normalizers.model import Pengubah
from normalizers.reading import APA_ADANYA, KOREKSI

_ATURAN = table("ejaan_hukum")["ubah"]
_KATA = re.compile(r"[A-Za-z]+")
_SEBELUM = re.compile(rf"(?:\b(?P<kata>{'|'.join(_ATURAN['pengantar'])})\b[\s.:]*|[,&(]\s*)\Z", re.IGNORECASE)
_JO = re.compile(r"\b(?:jo|juncto)\b[\s.]*\Z", re.IGNORECASE)
_EKOR = re.compile(rf"(?:[\s,;.(&]|\b(?:{'|'.join(_ATURAN['ekor'])})\b)+\Z", re.IGNORECASE)
_PANJANG_PENGANTAR = 24


def cari(text: str, induk: Kutipan) -> list[Isi[Pengubah]]:
    """The changes that a line states about the regulation that it cites, in reading order."""
    start = kutipan.awal_perubahan(text, 0, len(text))
    awal = list(_awal(text, start)) if start < len(text) else []
    found = []
    for place, at in enumerate(awal):
        end = awal[place + 1] if place + 1 < len(awal) else len(text)
        if ekor := _EKOR.search(text, at, end):
            end = ekor.start()
        milik_induk = induk.tentang is not None and at <= induk.tentang.di[0] < end
        isi = _isi(text, at, end, berjudul=not milik_induk)
        if isi and _mengubah(text, at, isi.nilai, induk):
            found.append(isi)
    return found


def _awal(text: str, start: int) -> Iterator[int]:
    """Where a regulation is named that is a change itself, not part of the subject of one."""
    dalam_judul = False
    for kata in _KATA.finditer(text, start):
        at = kata.start()
        if kata[0].lower() == "tentang":
            dalam_judul = True
        if not lembaga.starts_kind(text, at):
            continue
        pengantar = _SEBELUM.search(text, max(start, at - _PANJANG_PENGANTAR), at)
        if pengantar is None or (dalam_judul and not pengantar["kata"]):
            continue
        if kutipan.memulai(text, at):
            dalam_judul = False
            yield at


def _isi(text: str, start: int, end: int, *, berjudul: bool) -> Isi[Pengubah] | None:
    found = kutipan.baca(text[start:end])
    if found is None or found.nomor is None:
        return None
    parts = (found.jenis, found.lembaga, found.nomor, found.tahun)
    cara = KOREKSI if any(part and part.cara == KOREKSI for part in parts) else APA_ADANYA
    perubahan = Pengubah(
        jenis=found.jenis.nilai if found.jenis else None,
        lembaga=found.lembaga.nilai if found.lembaga else None,
        nomor=found.nomor.nilai,
        tahun=found.tahun.nilai if found.tahun else None,
        tentang=found.tentang.nilai if found.tentang and berjudul else None,
    )
    return Isi(perubahan, (start, end), cara)


def _mengubah(text: str, at: int, perubahan: Pengubah, induk: Kutipan) -> bool:
    """Whether the regulation is a later one; "jo." alone also joins a change to what it changes."""
    if not _JO.search(text, 0, at) or perubahan.tahun is None or induk.tahun is None:
        return True
    return perubahan.tahun >= induk.tahun.nilai
