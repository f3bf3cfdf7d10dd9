"""Who made the SOP: government and unit, from the letterhead before anything else.

What the letterhead leaves out may follow from the office that signed or from a title
("Camat Bulu", "… Kecamatan Bulu Kabupaten Sukoharjo"); that is inference and says so.
A government that the document nowhere names stays null.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.raw import RawField
from extractors.spans import join
from normalizers import fuzzy
from normalizers.bukti import Catatan
from normalizers.data import table
from normalizers.model import Instansi
from normalizers.reading import INFERENSI, KOREKSI, Reading, Saksi
from normalizers.unit import Nama, cari, rapikan

_BARIS = re.compile(r"[\n\x1d\x1e]")
_TERPUTUS = re.compile(r"(?:\b(?:dan|serta)|[,&])$", re.IGNORECASE)
_PANJANG_BARIS = 200  # a longer line is prose, not a letterhead
_SISA_BARIS = 14  # characters beside the names, as in "KECAMATAN BULU TAHUN 2024"
_BEDA_EJAAN = 2  # letters in which two spellings of one unit may differ

_PEMERINTAH = "/instansi/pemerintah"
_UNIT = "/instansi/unit"
_JABATAN = "/identitas/disahkan_oleh/jabatan"
_NAMA_SOP = "/identitas/nama_sop"

_YAKIN_EJAAN = 0.9
_YAKIN_WILAYAH = 0.8
_YAKIN_JABATAN = 0.7
_YAKIN_JUDUL = 0.6


@dataclass(frozen=True, slots=True)
class _Sebutan:
    """A name together with the text that names it."""

    nama: Nama
    raw: RawField
    cara: str

    @property
    def hasil(self) -> Reading[str]:
        if self.cara or not self.nama.tepat:
            return Reading(self.nama.teks, KOREKSI, _YAKIN_EJAAN)
        return Reading(self.nama.teks)


def parse(kop: Sequence[RawField], catatan: Catatan) -> Instansi:
    """Government and unit as the letterhead names them; the last letterhead of several counts.

    A letterhead that names another unit of the same kind is a witness "kop_lain".
    """
    letterheads = _letterheads(kop)
    pemerintah = unit = None
    for sebutan in (sebutan for names in reversed(letterheads) for sebutan in names):
        if sebutan.nama.golongan in ("pemerintah", "wilayah"):
            hasil = _government(sebutan)
            pemerintah = hasil.nilai
            catatan.nilai(_PEMERINTAH, sebutan.raw, hasil)
            break
    units = [found for names in letterheads if (found := _unit(names))]
    if units:
        hasil, raw = units[-1]
        unit = hasil.nilai
        catatan.nilai(_UNIT, raw, hasil)
        others = dict.fromkeys(other.nilai for other, _ in units if _differs(other.nilai, hasil.nilai))
        catatan.saksi.extend(Saksi(_UNIT, "kop_lain", other) for other in others)
    return Instansi(pemerintah=pemerintah, unit=unit)


def lengkapi(
    instansi: Instansi, jabatan: str | None, nama_sop: str | None, lain: Iterable[RawField], catatan: Catatan
) -> Instansi:
    """The same with what the letterhead left out inferred.

    Args:
        instansi: what the letterhead said.
        jabatan: the office that approved, normalised, its evidence noted.
        nama_sop: the title, normalised, its evidence noted.
        lain: further texts that may name the region: title, headings, signature blocks.
        catatan: takes the evidence.
    """
    pemerintah, unit = instansi.pemerintah, instansi.unit
    if pemerintah is not None and unit is not None:
        return instansi
    if unit is None and (unit := _unit_of_office(jabatan or "")):
        catatan.turunan(_UNIT, _JABATAN, _YAKIN_JABATAN)
    elif unit is None and (unit := _unit_of_title(nama_sop or "")):
        catatan.turunan(_UNIT, _NAMA_SOP, _YAKIN_JUDUL)
    if pemerintah is None:
        pemerintah = _government_elsewhere(lain, catatan)
    if pemerintah is None and (pemerintah := _government_of_office(jabatan or "")):
        catatan.turunan(_PEMERINTAH, _JABATAN, _YAKIN_JABATAN)
    return Instansi(pemerintah=pemerintah, unit=unit)


def _letterheads(kop: Sequence[RawField]) -> list[list[_Sebutan]]:
    """The names of each letterhead; a government, or a kind that was there already, begins another."""
    letterheads: list[list[_Sebutan]] = []
    for sebutan in _mentions(kop, alone=True):
        golongan, jenis = sebutan.nama.golongan, sebutan.nama.jenis
        if golongan == "pemerintah" or not letterheads or _has(letterheads[-1], jenis):
            letterheads.append([])
        letterheads[-1].append(sebutan)
    return letterheads


def _has(names: Sequence[_Sebutan], jenis: str) -> bool:
    return any(sebutan.nama.jenis == jenis for sebutan in names)


def _mentions(fields: Iterable[RawField], *, alone: bool = False) -> list[_Sebutan]:
    """Every name in the lines of the fields, in order; ``alone`` leaves out those inside a sentence or title."""
    found: list[_Sebutan] = []
    for line in _lines(fields):
        text = line.text
        if len(text) > _PANJANG_BARIS:
            continue
        clean = rapikan(text)
        names = cari(clean)
        if alone and not _letterhead_line(clean, names):
            continue
        cara = KOREKSI if clean != text else ""
        for nama in names:
            span = line.span if cara else line.span.cut(nama.start, nama.end)
            found.append(_Sebutan(nama, RawField(span, line.cara, line.keyakinan), cara))
    return found


def _lines(fields: Iterable[RawField]) -> list[RawField]:
    """The lines of the fields; one that ends with "dan" or a comma takes the next one in."""
    lines: list[RawField] = []
    for field in fields:
        for span in field.span.split(_BARIS):
            if lines and _TERPUTUS.search(lines[-1].text):
                span = join((lines.pop().span, span))
            lines.append(RawField(span, field.cara, field.keyakinan))
    return lines


def _letterhead_line(text: str, names: Sequence[Nama]) -> bool:
    """Whether a line consists of names: the first begins it, and next to nothing is left beside them."""
    if not names or any(map(str.isalnum, text[: names[0].start])):
        return False
    named = sum(nama.end - nama.start for nama in names)
    return len(text) - named <= _SISA_BARIS


def _government(sebutan: _Sebutan) -> Reading[str]:
    if sebutan.nama.golongan == "wilayah":
        return Reading(f"Pemerintah {sebutan.nama.teks}", INFERENSI, _YAKIN_WILAYAH)
    return sebutan.hasil


def _unit(names: Sequence[_Sebutan]) -> tuple[Reading[str], RawField] | None:
    """The unit of a letterhead and the text that names it: the most special one."""
    units = [sebutan for sebutan in names if sebutan.nama.golongan in ("tempat", "lembaga")]
    if not units:
        return None
    best = max(units, key=_tingkat)
    over = next((sebutan for sebutan in units if sebutan.nama.jenis == "Sekretariat Daerah"), None)
    if best.nama.jenis != "Bagian" or over is None:
        return best.hasil, best.raw
    # "SEKRETARIAT DAERAH / BAGIAN HUKUM": many units have a Bagian Hukum, so the name takes both.
    span = join((best.raw.span, over.raw.span))
    nama = f"{best.nama.teks} {over.nama.teks}"
    return Reading(nama, best.hasil.cara, best.hasil.keyakinan), RawField(
        span, best.raw.cara, best.raw.keyakinan
    )


def _tingkat(sebutan: _Sebutan) -> int:
    tingkat: int = table("instansi")[sebutan.nama.golongan][sebutan.nama.jenis]["tingkat"]
    return tingkat


def _differs(other: str, unit: str) -> bool:
    """Whether two units are of one kind and differ in more than a slip."""
    same_kind = other.split()[0] == unit.split()[0]
    return same_kind and fuzzy.distance(other.casefold(), unit.casefold()) > _BEDA_EJAAN


def _unit_of_office(jabatan: str) -> str | None:
    """The unit that an office heads: "Kecamatan Bulu" for "Camat Bulu", "Dinas Sosial" for "Kepala Dinas Sosial"."""
    named = _headed(jabatan, "kepala")
    if named:
        return named
    words = jabatan.split(maxsplit=1)
    if len(words) < 2 or words[0].casefold() not in ("kepala", "inspektur", "direktur"):
        return None
    return next(
        (nama.teks for nama in cari(words[1]) if nama.start == 0 and nama.golongan == "lembaga"), None
    )


def _government_of_office(jabatan: str) -> str | None:
    """The government that an office heads: "Pemerintah Kota Tegal" for "Wali Kota Tegal"."""
    region = _headed(jabatan, "kepala_daerah")
    return f"Pemerintah {region}" if region else None


def _headed(jabatan: str, heads: str) -> str | None:
    """What a head of the table is the head of, with the name of the place behind its title."""
    folded = jabatan.casefold()
    for title, jenis in table("instansi")[heads].items():
        if folded.startswith(f"{title} "):
            names = cari(f"{jenis}{jabatan[len(title) :]}")
            return names[0].teks if names and names[0].start == 0 else None
    return None


def _unit_of_title(nama_sop: str) -> str | None:
    """The unit at the end of a title: "Kecamatan Bulu" for "Pengumpulan Data Kinerja Kecamatan Bulu"."""
    names, end = list(cari(nama_sop)), len(nama_sop)
    if names and names[-1].golongan == "wilayah" and names[-1].end == end:
        end = names.pop().start
    if not names or names[-1].golongan != "tempat" or nama_sop[names[-1].end : end].strip(" ,-"):
        return None
    unit = names[-1]
    return None if table("instansi")["tempat"][unit.jenis]["umum"] else unit.teks


def _government_elsewhere(lain: Iterable[RawField], catatan: Catatan) -> str | None:
    """The government of the first region that the texts name."""
    for sebutan in _mentions(lain):
        nama = sebutan.nama
        if nama.golongan == "wilayah" or (nama.golongan == "pemerintah" and nama.jenis != "Pemerintah"):
            hasil = _government(sebutan)
            catatan.asal(_PEMERINTAH, sebutan.raw, INFERENSI, _YAKIN_JUDUL)
            return hasil.nilai
    return None
