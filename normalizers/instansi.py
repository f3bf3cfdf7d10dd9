"""Who made the SOP: government and unit, from the letterhead before anything else.

What the letterhead leaves out may follow from the office that signed or from a title
("Camat Sukamaju", "… Kecamatan Sukamaju Kabupaten Wanasari"); that is inference and says so.
A government that the document nowhere names stays null.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.raw import RawField
from extractors.spans import Span, join
from normalizers import fuzzy, kantor
from normalizers.bukti import Catatan
from normalizers.data import table
from normalizers.model import Instansi
from normalizers.reading import INFERENSI, KOREKSI, Reading, Saksi
from normalizers.unit import Nama, cari, rapikan

_BARIS = re.compile(r"[\n\x1d\x1e]")
_SELANJUTNYA = 2
"""So many words of offices at least go on with the name of one."""
_TERPUTUS = re.compile(r"(?:\b(?:dan|serta)|[,&])$", re.IGNORECASE)
_ALAMAT = re.compile(rf"(?<!\S)(?:{'|'.join(table('instansi')['alamat']['awal'])})", re.IGNORECASE)
_PANJANG_BARIS = 200  # a longer line is prose, not a letterhead
_BARIS_TEPI = 200  # more lines than this at either end hold no letterhead
_SISA_BARIS = 14  # characters beside the names, as in "KECAMATAN SUKAMAJU TAHUN 2024"
_BEDA_EJAAN = 2  # letters in which two spellings of one unit may differ

_PEMERINTAH = "/instansi/pemerintah"
_UNIT = "/instansi/unit"
_JABATAN = "/identitas/disahkan_oleh/jabatan"
_NAMA_SOP = "/identitas/nama_sop"

_YAKIN_EJAAN = 0.9
_YAKIN_WILAYAH = 0.8
_YAKIN_JABATAN = 0.7
_YAKIN_LANJUTAN = 0.85
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


def pisahkan_kop(field: RawField) -> tuple[list[RawField], RawField]:
    """Letterhead lines that a dump of the page's text left inside another value, and that value without them.

    They are names of governments and units alone, and stand first or begin with a government.
    """
    kop: list[RawField] = []
    rest: list[Span] = []
    inside = True
    for span in field.span.split(_BARIS):
        names = cari(span.text) if len(span.text) <= _PANJANG_BARIS else ()
        begins = inside or bool(names and names[0].golongan == "pemerintah")
        inside = begins and _letterhead_line(span.text, names)
        if inside:
            kop.append(RawField(span, field.cara, field.keyakinan))
        else:
            rest.append(span)
    if not kop or not rest:
        return [], field
    return kop, RawField(join(rest, "\n"), field.cara, field.keyakinan)


def parse(kop: Sequence[RawField], catatan: Catatan) -> Instansi:
    """Government and unit as the letterhead names them; the last letterhead of several counts.

    A name that the last one cuts short ("BADAN KEPEGAWAIAN DAN PENGEMBANGAN") is taken from one that
    has it whole. A letterhead that names another unit of the same kind is a witness "kop_lain".
    """
    letterheads = _letterheads(kop)
    governments = [
        (_government(sebutan), sebutan.raw)
        for names in letterheads
        for sebutan in names
        if sebutan.nama.golongan in ("pemerintah", "wilayah")
    ]
    units = [found for names in letterheads if (found := _unit(names))]
    stated = [found for found in governments if found[0].cara != INFERENSI]
    unit = _last_whole(units)
    # A region names the place of a central body, not its government: "KOMISI PEMILIHAN UMUM KABUPATEN …".
    pemerintah = _last_whole(stated or ([] if unit and _is_central(unit[0].nilai) else governments))
    for pointer, found in ((_PEMERINTAH, pemerintah), (_UNIT, unit)):
        if found:
            catatan.nilai(pointer, found[1], found[0])
    if unit:
        others = dict.fromkeys(other.nilai for other, _ in units if _differs(other.nilai, unit[0].nilai))
        catatan.saksi.extend(Saksi(_UNIT, "kop_lain", other) for other in others)
    return Instansi(
        pemerintah=pemerintah[0].nilai if pemerintah else None, unit=unit[0].nilai if unit else None
    )


def _last_whole(found: Sequence[tuple[Reading[str], RawField]]) -> tuple[Reading[str], RawField] | None:
    """The last name, or the first that has it whole where the last is cut short."""
    if not found:
        return None
    last = found[-1][0].nilai
    return next((one for one in found if one[0].nilai.startswith(f"{last} ")), found[-1])


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
    lain = list(lain)
    if unit is not None and (whole := _continued(unit, jabatan or "", lain)):
        unit = whole
        catatan.turunan(_UNIT, _JABATAN, _YAKIN_LANJUTAN)
    if pemerintah is not None and unit is not None:
        return Instansi(pemerintah=pemerintah, unit=unit)
    if unit is None and (unit := _unit_of_office(jabatan or "")):
        catatan.turunan(_UNIT, _JABATAN, _YAKIN_JABATAN)
    elif unit is None and (unit := _unit_of_title(nama_sop or "")):
        catatan.turunan(_UNIT, _NAMA_SOP, _YAKIN_JUDUL)
    central = unit is not None and _is_central(unit)
    if pemerintah is None and not central:
        pemerintah = _government_elsewhere(lain, catatan)
    if pemerintah is None and not central and (pemerintah := _government_of_office(jabatan or "")):
        catatan.turunan(_PEMERINTAH, _JABATAN, _YAKIN_JABATAN)
    return Instansi(pemerintah=pemerintah, unit=unit)


def _is_central(unit: str) -> bool:
    """Whether a unit belongs to the state and not to the government of the region that it is in."""
    return unit.casefold().startswith(tuple(table("instansi")["pusat"]["awal"]))


def _letterheads(kop: Sequence[RawField]) -> list[list[_Sebutan]]:
    """The names of each letterhead; a government, or a kind that was there already, begins another.

    "Kelurahan" alone counts only where no unit is named: it may be the heading of an actor column.
    """
    if len(kop) > 2 * _BARIS_TEPI:
        kop = [*kop[:_BARIS_TEPI], *kop[-_BARIS_TEPI:]]
    mentions = _mentions(kop, alone=True)
    if any(_is_unit(sebutan) and not _is_bare(sebutan) for sebutan in mentions):
        mentions = [sebutan for sebutan in mentions if not _is_bare(sebutan)]
    letterheads: list[list[_Sebutan]] = []
    for sebutan in mentions:
        golongan, jenis = sebutan.nama.golongan, sebutan.nama.jenis
        if golongan == "pemerintah" or not letterheads or _has(letterheads[-1], jenis):
            letterheads.append([])
        letterheads[-1].append(sebutan)
    return letterheads


def _is_unit(sebutan: _Sebutan) -> bool:
    return sebutan.nama.golongan in ("tempat", "lembaga")


def _is_bare(sebutan: _Sebutan) -> bool:
    return sebutan.nama.golongan == "tempat" and sebutan.nama.teks == sebutan.nama.jenis


def _has(names: Sequence[_Sebutan], jenis: str) -> bool:
    return any(sebutan.nama.jenis == jenis for sebutan in names)


def _mentions(fields: Iterable[RawField], *, alone: bool = False) -> list[_Sebutan]:
    """Every name in the lines of the fields, in order; ``alone`` leaves out those inside a sentence or title."""
    found: list[_Sebutan] = []
    for line in _lines(fields):
        text = line.text
        if len(text) > _PANJANG_BARIS:
            continue
        clean = _tanpa_alamat(rapikan(text))
        names = cari(clean)
        if alone and not _letterhead_line(clean, names):
            continue
        cara = KOREKSI if not text.startswith(clean) else ""
        for nama in names:
            span = line.span if cara else line.span.cut(nama.start, nama.end)
            found.append(_Sebutan(nama, RawField(span, line.cara, line.keyakinan), cara))
    return found


def _tanpa_alamat(text: str) -> str:
    """A line of a letterhead without the street and telephone that a dump put behind the names."""
    alamat = _ALAMAT.search(text)
    return text[: alamat.start()].rstrip(" ,-") if alamat else text


def _lines(fields: Iterable[RawField]) -> list[RawField]:
    """The lines of the fields; one that ends with "dan" or a comma, or a unit's name that goes on, takes the next one in."""
    lines: list[RawField] = []
    for field in fields:
        for span in field.span.split(_BARIS):
            before = lines[-1].text if lines and len(lines[-1].text) <= _PANJANG_BARIS else ""
            if _TERPUTUS.search(before) or (before and _goes_on(before, span.text)):
                span = join((lines.pop().span, span))
            lines.append(RawField(span, field.cara, field.keyakinan))
    return lines


def _goes_on(before: str, text: str) -> bool:
    """Whether a line has only words that offices are named with, below the name of one: "SUMBER DAYA MANUSIA"."""
    words = kantor.kata(text, 0, len(text))
    if len(words) < _SELANJUTNYA or not text.isupper() or not all(map(kantor.kosakata, words)):
        return False
    names = cari(before)
    unit = bool(names) and names[-1].golongan == "lembaga" and names[-1].end == len(before.rstrip())
    return unit and before.isupper() and not cari(text)


def _letterhead_line(text: str, names: Sequence[Nama]) -> bool:
    """Whether a line consists of names: the first begins it, and next to nothing is left beside them."""
    label = _label_kop().match(text)
    start = label.end() if label else 0
    if not names or names[0].start < start or any(map(str.isalnum, text[start : names[0].start])):
        return False
    named = start + sum(nama.end - nama.start for nama in names)
    return len(text) - named <= _SISA_BARIS


@cache
def _label_kop() -> re.Pattern[str]:
    """What dumps put before the name of an office, with its colon: "Unit Kerja :"."""
    words = "|".join(map(re.escape, table("instansi")["label_kop"]["kata"]))
    return re.compile(rf"\W*(?:nama\s+)?(?:{words})\s*[:=]\s*", re.IGNORECASE)


def _government(sebutan: _Sebutan) -> Reading[str]:
    if sebutan.nama.golongan == "wilayah":
        return Reading(f"Pemerintah {sebutan.nama.teks}", INFERENSI, _YAKIN_WILAYAH)
    return sebutan.hasil


def _unit(names: Sequence[_Sebutan]) -> tuple[Reading[str], RawField] | None:
    """The unit of a letterhead and the text that names it: the most special one."""
    units = [sebutan for sebutan in names if _is_unit(sebutan)]
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
    """Whether two units are of one kind and differ in more than a slip or an end cut off."""
    if other.split()[0] != unit.split()[0] or unit.startswith(f"{other} "):
        return False
    return fuzzy.distance(other.casefold(), unit.casefold()) > _BEDA_EJAAN


def _unit_of_office(jabatan: str) -> str | None:
    """The unit that an office heads: "Kecamatan Sukamaju" for "Camat Sukamaju", "Dinas Sosial" for "Kepala Dinas Sosial"."""
    named = _headed(jabatan, "kepala")
    if named:
        return named
    title, _, rest = jabatan.partition(" ")
    if title.casefold() not in table("instansi")["kepala_lembaga"]["jabatan"]:
        return None
    return next((nama.teks for nama in cari(rest) if nama.start == 0 and nama.golongan == "lembaga"), None)


def _continued(unit: str, jabatan: str, lain: Iterable[RawField]) -> str | None:
    """The unit with the line on which its name goes on, where its head's office has the name so; else None."""
    whole = _unit_of_office(jabatan) or ""
    rest = whole[len(unit) + 1 :]
    if not rest or not whole.casefold().startswith(f"{unit.casefold()} "):
        return None
    if any(nama.start == 0 and nama.golongan in ("pemerintah", "wilayah") for nama in cari(rest)):
        return None  # the line names the region and not the rest of the unit
    return whole if any(line.text.strip().casefold() == rest.casefold() for line in _lines(lain)) else None


def _government_of_office(jabatan: str) -> str | None:
    """The government that an office heads: "Pemerintah Kota Sumberwangi" for "Wali Kota Sumberwangi"."""
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
    """The unit at the end of a title: "Kecamatan Sukamaju" for "Pengelolaan Arsip Kecamatan Sukamaju"."""
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
