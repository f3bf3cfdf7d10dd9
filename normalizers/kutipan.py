"""One cited regulation in a line that is ready to be read: its parts and where each stands.

Number and year (``nomor_peraturan``) come first, since they show where the head
(``lembaga``) ends; subject and gazettes (``lembaran``) follow. Splitting an item into such
lines, and what it looked like in the source, is for ``sitasi``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

from normalizers import kamus, lembaga, lembaran, nomor_peraturan, prose
from normalizers.data import table
from normalizers.kamus import DAERAH, KEMENTERIAN
from normalizers.lembaga import Kepala
from normalizers.lembaran import Entri
from normalizers.model import JenisPeraturan, Lembaran
from normalizers.nomor_peraturan import Nomor, Tempat
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI

PANJANG_KEPALA = 160
"""Characters in which a head must end; the longest name of a ministry has 80."""
_GAZET_DAERAH = frozenset({"LD", "TLD", "BD"})


def _pilihan(kata: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in kata)


_ATURAN = table("ejaan_hukum")
_TENTANG = re.compile(rf"\b(?:{_pilihan(_ATURAN['tanda']['tentang'])})\b[\s.:]*", re.IGNORECASE)
_UBAH = re.compile(rf"[\s,;.(]*\b(?:{_pilihan(_ATURAN['ubah']['awal'])})\b", re.IGNORECASE)
_MUNGKIN_UBAH = ("sebagaimana", "telah", "ubah", "jo", "juncto")
_PERUBAHAN = re.compile(r"perubahan\b", re.IGNORECASE)
_BUKAN_JUDUL = re.compile(rf"(?:{_pilihan(_ATURAN['bukan_judul']['kata'])})\b", re.IGNORECASE)
_JUDUL_LANGSUNG = re.compile(r"[\s,.)]*[:\-–—]?\s*(?:\((?=[A-Z][a-z]))?(?=[A-Za-z])")
_KURUNG_BUKA = re.compile(r"\(\s*")
_KATA_KECIL = re.compile(
    "(?<=[^.:!?] )(?:{})(?= )".format("|".join(kata.title() for kata in _ATURAN["judul"]["kata_kecil"]))
)
_MASA: dict[str, dict[str, Any]] = table("lembaga")["masa"]
_TETAP: tuple[str, ...] = tuple(_ATURAN["judul"]["tetap"])
_AKHIR_JUDUL = " ;,.:-–—("
_WILAYAH_JUDUL = re.compile(
    r"(?P<sebelum>\bPemerintah(?:an)?\s+|\b[Dd]i\s+)?"
    r"\b(?P<wilayah>(?:Kabupaten|Kab\.|Kota|Provinsi|Propinsi)\s+[A-Z][\w'’\-]*(?:\s+(?!Tahun)[A-Z][\w'’\-]*){0,3})"
    r"(?P<akhir>$|(?=\s+[Tt]ahun\b))?"
)

T = TypeVar("T")


class Isi(NamedTuple, Generic[T]):
    """A value, its place in the line, and how it was read."""

    nilai: T
    di: Tempat
    cara: str = APA_ADANYA


@dataclass(frozen=True, slots=True)
class Kutipan:
    """The parts of a cited regulation; None for what the line does not state."""

    jenis: Isi[JenisPeraturan] | None = None
    lembaga: Isi[str] | None = None
    nomor: Isi[str] | None = None
    tahun: Isi[int] | None = None
    tentang: Isi[str] | None = None
    lembaran: Isi[list[Lembaran]] | None = None


def baca(text: str) -> Kutipan | None:
    """The regulation that a line cites; None where it cites none."""
    batas = lembaran.awal(text, 0, awal_perubahan(text, 0, len(text)))
    tentang = cari_tentang(text, 0, batas)
    stop = tentang[0] if tentang else batas
    nomor = nomor_peraturan.cari(text, 0, stop)
    head = _kepala(text, min(nomor.start if nomor else stop, PANJANG_KEPALA), nomor)
    if nomor is None and tentang and head:
        nomor = _nomor_di_belakang(text, tentang[1], batas)
    kode = lembaga.dari_kode(nomor.nomor) if nomor and nomor.nomor and "/" in nomor.nomor else None
    if kode and kode.jenis and (head is None or head.umum) and nomor:
        head = Kepala(kode.jenis, kamus.jenis_kontrak(kode.jenis), KEMENTERIAN, *nomor.di_nomor)
    if not _kutipan(head, nomor, tentang):
        return None
    judul = _judul(text, head, nomor, tentang, batas)
    entri = lembaran.cari(text, nomor.end if nomor else head.end if head else 0)
    return Kutipan(
        jenis=_jenis(head, nomor),
        lembaga=_lembaga(text, head, nomor, kode)
        or _wilayah_tersirat(text, head, (nomor.end if nomor else stop, stop), entri, judul),
        nomor=_nomor(text, head, nomor),
        tahun=_tahun(text, head, nomor),
        tentang=Isi(_tentang(text[slice(*judul)]), judul) if judul else None,
        lembaran=_lembaran(entri),
    )


def awal_perubahan(text: str, start: int, end: int) -> int:
    """Where the statement of changes begins, "sebagaimana telah diubah …"; end where there is none.

    A law that the subject names may have its own changes there: "PP … tentang Pelaksanaan UU …
    sebagaimana telah diubah dengan UU …" is a PP with a long subject.
    """
    lower = text.lower()
    if not any(map(lower.__contains__, _MUNGKIN_UBAH)):
        return end
    for match in _UBAH.finditer(text, start + 1, end):
        if not _perubahan_lain(text, start, match, end):
            return match.start()
    return end


def _perubahan_lain(text: str, start: int, ubah: re.Match[str], end: int) -> bool:
    """Whether a change is that of the regulation in the subject: of its kind, and not of the cited one's."""
    tentang = cari_tentang(text, start, ubah.start())
    own = lembaga.kepala(text, start, min(start + PANJANG_KEPALA, ubah.start())) if tentang else None
    if tentang is None or own is None:
        return False
    inner = lembaga.cari_kepala(text, tentang[1], ubah.start())
    change = lembaga.cari_kepala(text, ubah.end(), min(ubah.end() + PANJANG_KEPALA, end))
    return bool(inner and change and inner.kode == change.kode and not setingkat(own.kode, change.kode))


def setingkat(kode: str, lain: str) -> bool:
    """Whether a regulation of one kind may change one of the other."""
    return kode == lain or {kode, lain} <= {"UU", "Perppu"}


def memulai(text: str, at: int, end: int | None = None) -> bool:
    """Whether a kind of regulation with its own number begins at a position."""
    if not lembaga.starts_kind(text, at):
        return False
    end = min(at + PANJANG_KEPALA, len(text) if end is None else end)
    if (semicolon := text.find(";", at, end)) >= 0:
        end = semicolon
    tentang = cari_tentang(text, at, end)
    stop = tentang[0] if tentang else end
    nomor = nomor_peraturan.cari(text, at, stop)
    head = lembaga.kepala(text, at, nomor.start if nomor else stop)
    return head is not None and (nomor is not None or head.kode == "UUD")


def cari_tentang(text: str, start: int, end: int) -> Tempat | None:
    """The place of the first word "tentang" with the blanks behind it."""
    match = _TENTANG.search(text, start, end)
    return match.span() if match else None


def _kepala(text: str, end: int, nomor: Nomor | None) -> Kepala | None:
    """The head before a position; inside the words there if a number proves a citation, or for the UUD."""
    head = lembaga.kepala(text, 0, end)
    if head is None:
        inner = lembaga.cari_kepala(text, 0, end)
        head = inner if inner and (nomor or inner.kode == "UUD") else None
    return head


def _nomor_di_belakang(text: str, start: int, end: int) -> Nomor | None:
    """The regulation's own number behind its subject: "UU tentang Pelayanan Publik Nomor 25 Tahun 2009"."""
    nomor = nomor_peraturan.cari(text, start, end)
    if nomor is None or nomor.tahun is None:
        return None
    if kurung := _KURUNG_BUKA.search(text, start, nomor.start):  # "UU tentang Keuangan Negara (UU Nomor …)"
        again = lembaga.kepala(text, kurung.end(), nomor.start)
        own = lembaga.kepala(text, 0, start)
        if again and own and again.kode == own.kode and not lembaga.cari_kepala(text, start, kurung.start()):
            return replace(nomor, start=kurung.start())
    return None if lembaga.cari_kepala(text, start, nomor.start) else nomor


def _kutipan(head: Kepala | None, nomor: Nomor | None, tentang: Tempat | None) -> bool:
    """Whether there is enough of a citation: a kind, or a number with a subject or with a year at the very start."""
    if head is not None:
        return nomor is not None or not head.umum
    if nomor is None or nomor.nomor is None:
        return False
    return tentang is not None or (nomor.start == 0 and nomor.di_tahun[0] >= nomor.di_nomor[1])


# --- the parts ---


def _jenis(head: Kepala | None, nomor: Nomor | None) -> Isi[JenisPeraturan] | None:
    if head is None or head.jenis is None:
        return None
    if nomor and (head.start, head.end) == nomor.di_nomor:
        return Isi(head.jenis, nomor.di_nomor, INFERENSI)
    return Isi(head.jenis, (head.start, head.end), KOREKSI if head.salah else APA_ADANYA)


def _lembaga(
    text: str, head: Kepala | None, nomor: Nomor | None, kode: lembaga.Kode | None
) -> Isi[str] | None:
    """The body that the head names, or that a code in the number stands for."""
    if head is None:
        return None
    if head.lembaga is None:
        if kode is None or nomor is None or head.badan != KEMENTERIAN:
            return None
        start = text.upper().find(kode.teks.upper(), *nomor.di_nomor)
        return Isi(kode.lembaga, (start, start + len(kode.teks)) if start >= 0 else nomor.di_nomor)
    found = head.lembaga
    cara = KOREKSI if found.salah else APA_ADANYA
    nama = _menurut_masa(found.nama, nomor, kode)
    if nama != found.nama and cara == APA_ADANYA:
        cara = INFERENSI
    return Isi(nama, (found.start, found.end), cara)


def _menurut_masa(nama: str, nomor: Nomor | None, kode: lembaga.Kode | None) -> str:
    """The name of a body that was renamed, by its period: the code of the number decides, else the year."""
    for lama, baru in _MASA.items():
        if nomor is None or nama not in (lama, baru["nama"]):
            continue
        if kode and kode.lembaga in (lama, baru["nama"]):
            return kode.lembaga
        if nomor.tahun is not None and nomor.tahun >= baru["sejak"]:
            return str(baru["nama"])
    return nama


def _wilayah_tersirat(
    text: str, head: Kepala | None, setelah_nomor: Tempat, entri: Sequence[Entri], judul: Tempat | None
) -> Isi[str] | None:
    """The region of a local regulation that only what follows its number, its gazette or its subject names."""
    if head is None or head.lembaga or head.jenis is None or head.badan not in lembaga.BERWILAYAH:
        return None
    places = [setelah_nomor, *(e.di_wilayah for e in entri if e.lembaran.jenis in _GAZET_DAERAH)]
    if judul:
        named = (m for m in _WILAYAH_JUDUL.finditer(text, *judul) if m["sebelum"] or m["akhir"] is not None)
        places += [match.span("wilayah") for match in named]
    for place in places:
        found = lembaga.wilayah(text, *place)
        if found and found.dikenal and (head.badan == DAERAH or found.nama.startswith(f"{head.badan} ")):
            return Isi(found.nama, (found.start, found.end), INFERENSI)
    return None


def _nomor(text: str, head: Kepala | None, nomor: Nomor | None) -> Isi[str] | None:
    if nomor is None or nomor.nomor is None or (head and head.kode == "UUD"):
        return None
    as_read = "".join(text[slice(*nomor.di_nomor)].split())
    same = as_read.lstrip("0") == "".join(nomor.nomor.split()).lstrip("0")  # "PM 17" keeps its blank
    return Isi(nomor.nomor, nomor.di_nomor, APA_ADANYA if same else KOREKSI)


def _tahun(text: str, head: Kepala | None, nomor: Nomor | None) -> Isi[int] | None:
    if head and head.kode == "UUD":
        start = text.find("1945")
        return Isi(1945, (start, start + 4)) if start >= 0 else None
    if nomor is None or nomor.tahun is None:
        return None
    same = text[slice(*nomor.di_tahun)] == str(nomor.tahun)
    return Isi(nomor.tahun, nomor.di_tahun, APA_ADANYA if same else KOREKSI)


def _judul(
    text: str, head: Kepala | None, nomor: Nomor | None, tentang: Tempat | None, batas: int
) -> Tempat | None:
    """Where the subject stands; None where there is none."""
    if head and head.kode == "UUD":
        return None
    start = end = 0
    if tentang:
        start, end = tentang[1], nomor.start if nomor and nomor.start > tentang[1] else batas
    elif nomor:
        langsung = _JUDUL_LANGSUNG.match(text, nomor.end, batas)
        if langsung and not _BUKAN_JUDUL.match(text, langsung.end()):
            start, end = langsung.end(), batas
        region = lembaga.wilayah(text, start, end) if head and head.badan in lembaga.BERWILAYAH else None
        if region and region.dikenal and region.end == end:  # "Perda No 3 Th 2011 Kab. Tegal"
            end = start
    if end <= start and head and head.sisa:
        start, end = head.sisa
    if end <= start and nomor and batas < len(text):
        start, end = _judul_di_belakang(text, batas)
    isi = text[start:end].rstrip(_AKHIR_JUDUL)
    if isi.endswith(")") and isi.count(")") > isi.count("("):
        isi = isi[:-1].rstrip(_AKHIR_JUDUL)
    return (start, start + len(isi)) if any(map(str.isalpha, isi)) else None


def _judul_di_belakang(text: str, start: int) -> Tempat:
    """A subject that follows the changes: "UU 8/1974 jo UU 43/1999 tentang Pokok-Pokok Kepegawaian"."""
    tentang = cari_tentang(text, start, len(text))
    if tentang is None or _PERUBAHAN.match(text, tentang[1]):
        return 0, 0
    return tentang[1], lembaran.awal(text, tentang[1], len(text))


def _tentang(text: str) -> str:
    """A subject as printed, with a capital first and small words small."""
    text = prose.judul(text)
    kecil = _KATA_KECIL.sub(lambda match: match[0].lower(), text)
    for tetap in _TETAP:  # Sekolah Menengah Atas
        if tetap in text:
            kecil = re.sub(tetap, tetap, kecil, flags=re.IGNORECASE)
    return kecil


def _lembaran(entri: Sequence[Entri]) -> Isi[list[Lembaran]] | None:
    if not entri:
        return None
    cara = KOREKSI if any(e.salah for e in entri) else APA_ADANYA
    return Isi([e.lembaran for e in entri], (entri[0].start, entri[-1].end), cara)
