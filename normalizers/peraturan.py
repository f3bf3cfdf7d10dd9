"""The register of regulations: looking up what a citation means, with its status and successors.

The register is ``data/peraturan.csv``; what it says holds as of each row's ``per``. A fact of
law found here is for a finding to suggest, never to overwrite what a document says.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from normalizers import fuzzy
from normalizers.data import rows, table
from normalizers.kamus import jenis_kontrak
from normalizers.model import DasarHukum, JenisLembaran, JenisPeraturan, Lembaran, StatusPeraturan

Cara = Literal["tepat", "jenis_lain", "lembaga_lain", "nomor_lain", "tahun_lain", "dari_judul"]
"""How a citation matches a row: in everything that identifies it, in all but one thing, or by its subject alone."""

MIRIP_SAMA = 0.85
"""Subjects at least this alike are the same one, where number and year agree."""
MIRIP_YAKIN = 0.92
"""Subjects at least this alike point to a regulation although its number or year is another."""

_BUKAN_KATA = re.compile(r"[^0-9a-z]+")
_DAN_PERUBAHAN = re.compile(r" (?:dan|beserta|serta) (?:segala )?perubahan(?:nya| nya)?$")


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A row of the register.

    Attributes:
        id: its key, for ``diubah_oleh`` and ``dicabut_oleh``.
        kode: kind of regulation, a key of jenis_peraturan.toml.
        lembaga: issuing body as in the contract.
        nomor: number as in the contract.
        nomor_lain: other forms in which the number is cited.
        tahun: year.
        tentang: official subject.
        judul_lain: other forms in which the subject is cited.
        lembaran: entries in gazettes.
        status: in force, changed, revoked; None where that is not known.
        diubah_oleh: ids of the regulations that change it.
        dicabut_oleh: id of the one that revokes it.
        terbukti: whether kind, number, year and subject were found in the source.
        status_terbukti: whether the status was; only then may a document rely on it.
        sumber: where it was found.
        sumber_status: where the status was.
        per: month of that look, "2025-05".
    """

    id: str
    kode: str
    lembaga: str | None
    nomor: str
    nomor_lain: tuple[str, ...]
    tahun: int
    tentang: str
    judul_lain: tuple[str, ...]
    lembaran: tuple[Lembaran, ...]
    status: StatusPeraturan | None
    diubah_oleh: tuple[str, ...]
    dicabut_oleh: str | None
    terbukti: bool
    status_terbukti: bool
    sumber: str
    sumber_status: str
    per: str

    @property
    def jenis(self) -> JenisPeraturan | None:
        """The contract's kind, None where it has none for this regulation."""
        return jenis_kontrak(self.kode)

    @property
    def singkat(self) -> str:
        """Its short name: "Perpres 29/2014", "Permen Dalam Negeri 52/2011", "Kepmen PAN KEP/135/M.PAN/9/2004"."""
        nomor = self.nomor if "/" in self.nomor else f"{self.nomor}/{self.tahun}"
        return " ".join(filter(None, (self.kode, self.lembaga, nomor)))

    @property
    def nama(self) -> str:
        """The canonical wording: "Peraturan Presiden Nomor 29 Tahun 2014 tentang …"."""
        nomor = f"Nomor {self.nomor}" + ("" if "/" in self.nomor else f" Tahun {self.tahun}")
        return " ".join((_sebutan(self.kode, self.lembaga), nomor, "tentang", self.tentang))


@dataclass(frozen=True, slots=True)
class Cocok:
    """A row that a citation matches.

    Attributes:
        baris: the row.
        cara: what agrees; "nomor_lain" and "tahun_lain" name the one thing that does not.
        kemiripan: likeness of the subjects, 0..1; 1 where the citation states none.
    """

    baris: Peraturan
    cara: Cara
    kemiripan: float


def oleh_id(id: str) -> Peraturan | None:
    """The row with an id."""
    return _register().get(id)


def semua() -> Iterable[Peraturan]:
    """All rows in the order of the register."""
    return _register().values()


def cari(dasar: DasarHukum) -> Cocok | None:
    """The row that a citation means; None where none does, and where two do equally well.

    Kind, body, number and year together identify a regulation; if one of them differs, the
    subject must agree. A number or year that differs by one slip (23/25, 2106/2016) is found
    by the subject, and so is one that is not stated at all.
    """
    return _cari(dasar.jenis, dasar.lembaga, dasar.nomor, dasar.tahun, dasar.tentang)


def tepat(dasar: DasarHukum) -> Peraturan | None:
    """The row with kind, body, number and year of a citation and, if that states one, its subject."""
    if dasar.nomor is None or dasar.tahun is None:
        return None
    for baris in _per_nomor().get((_rata_nomor(dasar.nomor), dasar.tahun), ()):
        if _penerbit(baris, dasar.jenis, dasar.lembaga) and _kemiripan(baris, dasar.tentang) >= MIRIP_SAMA:
            return baris
    return None


@lru_cache(maxsize=4096)
def _cari(
    jenis: JenisPeraturan | None,
    lembaga: str | None,
    nomor: str | None,
    tahun: int | None,
    tentang: str | None,
) -> Cocok | None:
    """The tests in order of trust; the first that finds one row wins."""
    sama = [] if nomor is None or tahun is None else _per_nomor().get((_rata_nomor(nomor), tahun), [])
    milik = [baris for baris in sama if _penerbit(baris, jenis, lembaga)]
    exact = _satu(("tepat", baris, _kemiripan(baris, tentang)) for baris in milik)
    if tentang is None or (exact and exact.kemiripan >= MIRIP_SAMA):
        return exact
    named = ((_beda_penerbit(b, jenis), b, _kemiripan(b, tentang)) for b in sama if b not in milik)
    return (
        _satu(entry for entry in named if entry[2] >= MIRIP_SAMA)
        or _satu(_salah_angka(_Tanda(jenis, lembaga, nomor, tahun), tentang))
        or exact
    )


class _Tanda(NamedTuple):
    """What identifies a regulation, as cited."""

    jenis: JenisPeraturan | None
    lembaga: str | None
    nomor: str | None
    tahun: int | None


def _salah_angka(tanda: _Tanda, tentang: str) -> Iterator[tuple[Cara, Peraturan, float]]:
    """Rows of the same kind, body and subject, nearly, whose number or year is a slip away or not stated."""
    for baris in _calon(tanda, tentang):
        cara = _beda_angka(baris, tanda.nomor, tanda.tahun)
        if cara and _penerbit(baris, tanda.jenis, tanda.lembaga):
            mirip = _kemiripan(baris, tentang)
            if mirip >= MIRIP_YAKIN:
                yield cara, baris, mirip


def _calon(tanda: _Tanda, tentang: str) -> Iterable[Peraturan]:
    """Rows that may be meant: with the year or the number; with the subject's rarest word where one is missing."""
    index = _indeks()
    if tanda.nomor is not None and tanda.tahun is not None:
        per_tahun = index.get((tanda.jenis, str(tanda.tahun)), ())
        return (*per_tahun, *index.get((tanda.jenis, f"#{_rata_nomor(tanda.nomor)}"), ()))
    found = [index[key] for word in rata_judul(tentang).split() if (key := (tanda.jenis, word)) in index]
    return min(found, key=len, default=())


def _beda_angka(baris: Peraturan, nomor: str | None, tahun: int | None) -> Cara | None:
    """What of number and year differs by one slip or is missing; None where that is too much."""
    nomor_sama = nomor is not None and _rata_nomor(nomor) in _nomor(baris.id)
    if nomor is None or tahun is None:
        lain = (nomor is None or nomor_sama) and (tahun is None or tahun == baris.tahun)
        return "dari_judul" if lain else None
    if nomor_sama:
        return "tahun_lain" if fuzzy.distance(str(tahun), str(baris.tahun)) == 1 else None
    if tahun == baris.tahun and fuzzy.distance(_rata_nomor(nomor), _rata_nomor(baris.nomor)) == 1:
        return "nomor_lain"
    return None


def _satu(entries: Iterable[tuple[Cara, Peraturan, float]]) -> Cocok | None:
    """The entry with the most alike subject; None when two are equally so."""
    best = sorted(entries, key=lambda entry: (-entry[2], entry[1].id))
    if not best or (len(best) > 1 and best[1][2] == best[0][2]):
        return None
    cara, baris, mirip = best[0]
    return Cocok(baris, cara, mirip)


def _penerbit(baris: Peraturan, jenis: JenisPeraturan | None, lembaga: str | None) -> bool:
    """Whether kind and body are the row's; a kind that the contract lacks is told by the body."""
    return (baris.jenis, baris.lembaga) == (jenis, lembaga) != (None, None)


def _beda_penerbit(baris: Peraturan, jenis: JenisPeraturan | None) -> Cara:
    return "lembaga_lain" if baris.jenis == jenis is not None else "jenis_lain"


def _kemiripan(baris: Peraturan, tentang: str | None) -> float:
    """How alike a subject is to the most alike form of a row's; 1 without a subject."""
    if tentang is None:
        return 1.0
    rata = rata_judul(tentang)
    return max(1.0 if judul == rata else fuzzy.ratio(judul, rata) for judul in _judul(baris.id))


@lru_cache(maxsize=4096)
def rata_judul(judul: str) -> str:
    """A subject in the form in which subjects are compared: small letters, one spelling, no ending about changes."""
    bentuk: dict[str, str] = table("ejaan_hukum")["banding"]
    kata = _BUKAN_KATA.sub(" ", judul.lower().replace("&", " dan ")).split()
    rata = " ".join(bentuk.get(word, word) for word in kata)
    for lain, baku in table("ejaan_hukum")["banding_frasa"].items():
        rata = rata.replace(lain, baku)
    return _DAN_PERUBAHAN.sub("", rata).removesuffix(" republik indonesia")


@lru_cache(maxsize=4096)
def _rata_nomor(nomor: str) -> str:
    """A number without case, blanks and leading zeros in its parts: PER/09/M.PAN is PER/9/M.PAN."""
    return "/".join(part.lstrip("0") or "0" for part in "".join(nomor.upper().split()).split("/"))


@cache
def _judul(id: str) -> tuple[str, ...]:
    baris = _register()[id]
    return tuple(map(rata_judul, (baris.tentang, *baris.judul_lain)))


@cache
def _nomor(id: str) -> frozenset[str]:
    baris = _register()[id]
    return frozenset(map(_rata_nomor, (baris.nomor, *baris.nomor_lain)))


@cache
def _per_nomor() -> dict[tuple[str, int], list[Peraturan]]:
    found: dict[tuple[str, int], list[Peraturan]] = {}
    for baris in semua():
        for nomor in sorted(_nomor(baris.id)):
            found.setdefault((nomor, baris.tahun), []).append(baris)
    return found


@cache
def _indeks() -> dict[tuple[JenisPeraturan | None, str], list[Peraturan]]:
    """Rows by kind and year, kind and "#number", kind and word of the subject."""
    found: dict[tuple[JenisPeraturan | None, str], list[Peraturan]] = {}
    for baris in semua():
        words = {word for judul in _judul(baris.id) for word in judul.split()}
        for key in (str(baris.tahun), *(f"#{nomor}" for nomor in sorted(_nomor(baris.id))), *sorted(words)):
            rows_of = found.setdefault((baris.jenis, key), [])
            if baris not in rows_of:
                rows_of.append(baris)
    return found


# --- reading the register ---


@cache
def _register() -> dict[str, Peraturan]:
    return {row["id"]: _baris(row) for row in rows("peraturan")}


def _baris(row: dict[str, str]) -> Peraturan:
    return Peraturan(
        id=row["id"],
        kode=row["jenis"],
        lembaga=row["lembaga"] or None,
        nomor=row["nomor"],
        nomor_lain=_daftar(row["nomor_lain"]),
        tahun=int(row["tahun"]),
        tentang=row["tentang"],
        judul_lain=_daftar(row["judul_lain"]),
        lembaran=tuple(map(_lembaran, _daftar(row["lembaran"]))),
        status=cast(StatusPeraturan, row["status"]) if row["status"] else None,
        diubah_oleh=_daftar(row["diubah_oleh"]),
        dicabut_oleh=row["dicabut_oleh"] or None,
        terbukti=row["confirmed"] == "ya",
        status_terbukti=row["status_confirmed"] == "ya",
        sumber=row["source"],
        sumber_status=row["status_source"],
        per=row["per"],
    )


def _daftar(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _lembaran(text: str) -> Lembaran:
    """An entry as the register writes it: "LN 2014 244", "TLN 5587"."""
    jenis, *tahun, nomor = text.split()
    return Lembaran(jenis=cast(JenisLembaran, jenis), tahun=int(tahun[0]) if tahun else None, nomor=nomor)


def _sebutan(kode: str, lembaga: str | None) -> str:
    """Kind and body in full: "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"."""
    kinds = table("jenis_peraturan")
    isi = kinds["kontrak"].get(kode) or kinds["lain"][kode]
    nama: str = isi["nama"]
    if lembaga is None or "lembaga" in isi:
        return nama
    bodies = table("lembaga")
    body = bodies["badan"].get(lembaga) or bodies["kementerian"].get(lembaga) or {}
    return f"{nama} {body.get('nama', lembaga)}"
