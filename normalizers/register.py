"""The register of regulations: its rows, those that come with sopbaku and those that a user adds.

Ours are ``data/peraturan.csv``; what a row says holds as of its ``per``. A user's file has the same
columns and needs but a few of them (``WAJIB``); a row of it with the id of one of ours takes its place.
How a citation finds its row is for ``peraturan`` to say.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast, get_args

from normalizers.data import rows, table
from normalizers.kamus import jenis_kontrak
from normalizers.model import JenisLembaran, JenisPeraturan, Lembaran, StatusPeraturan

Tambahan = tuple[Path, ...]
"""Paths of a user's own registers."""

WAJIB: Final = ("jenis", "nomor", "tahun", "tentang")
"""Columns that a user's register must have; the others may be missing or empty."""
_BOLEH: Final = (
    "id", "lembaga", "nomor_lain", "judul_lain", "lembaran", "status", "diubah_oleh", "dicabut_oleh", "confirmed",
    "status_confirmed", "source", "status_source", "per", "catatan",
)  # fmt: skip

_BUKAN_KATA = re.compile(r"[^0-9a-z]+")
_DAN_PERUBAHAN = re.compile(r" (?:dan|beserta|serta) (?:segala )?perubahan(?:nya| nya)?$")


class RegisterSalah(ValueError):
    """A user's register that cannot be used; the message names file, line and reason."""


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
        tersirat = "lembaga" in _isi_jenis(self.kode)
        return " ".join(filter(None, (self.kode, None if tersirat else self.lembaga, nomor)))

    @property
    def nama(self) -> str:
        """The canonical wording: "Peraturan Presiden Nomor 29 Tahun 2014 tentang …"."""
        nomor = f"Nomor {self.nomor}" + ("" if "/" in self.nomor else f" Tahun {self.tahun}")
        return " ".join((_sebutan(self.kode, self.lembaga), nomor, "tentang", self.tentang))


@dataclass(frozen=True, slots=True)
class Register:
    """All rows with the ways to find them.

    Attributes:
        baris: id -> row, in the order of the files.
        per_nomor: folded number and year -> rows.
        indeks: kind and year, kind and "#number", kind and a word of the subject -> rows.
        judul: id -> the folded forms of its subject.
        nomor: id -> the folded forms of its number.
    """

    baris: Mapping[str, Peraturan]
    per_nomor: Mapping[tuple[str, int], list[Peraturan]]
    indeks: Mapping[tuple[JenisPeraturan | None, str], list[Peraturan]]
    judul: Mapping[str, tuple[str, ...]]
    nomor: Mapping[str, frozenset[str]]


@cache
def muat(tambahan: Tambahan = ()) -> Register:
    """The register with a user's own rows; read once per process.

    Raises:
        RegisterSalah: a file of the user's cannot be read, or a row of it lacks or misstates something.
    """
    baris = {row["id"]: _baris(row) for row in rows("peraturan")}
    for path in tambahan:
        for row in _milik_sendiri(path):
            baris[row.id] = row
    judul = {id_: tuple(map(rata_judul, (b.tentang, *b.judul_lain))) for id_, b in baris.items()}
    nomor = {id_: frozenset(map(rata_nomor, (b.nomor, *b.nomor_lain))) for id_, b in baris.items()}
    per_nomor: dict[tuple[str, int], list[Peraturan]] = {}
    indeks: dict[tuple[JenisPeraturan | None, str], list[Peraturan]] = {}
    for id_, b in baris.items():
        for satu in sorted(nomor[id_]):
            per_nomor.setdefault((satu, b.tahun), []).append(b)
        kata = sorted({word for satu in judul[id_] for word in satu.split()})
        for key in dict.fromkeys((str(b.tahun), *(f"#{satu}" for satu in sorted(nomor[id_])), *kata)):
            indeks.setdefault((b.jenis, key), []).append(b)
    return Register(MappingProxyType(baris), per_nomor, indeks, judul, nomor)


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
def rata_nomor(nomor: str) -> str:
    """A number without case, blanks and leading zeros in its parts: PER/09/M.PAN is PER/9/M.PAN."""
    return "/".join(part.lstrip("0") or "0" for part in "".join(nomor.upper().split()).split("/"))


def nama_penuh(lembaga: str) -> str:
    """A body's name in full: "PANRB" is Pendayagunaan Aparatur Negara dan Reformasi Birokrasi."""
    bodies = table("lembaga")
    body = bodies["badan"].get(lembaga) or bodies["kementerian"].get(lembaga) or {}
    return str(body.get("nama", lembaga))


# --- a user's own rows ---


def _milik_sendiri(path: Path) -> Iterable[Peraturan]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "bukan teks UTF-8" if isinstance(error, UnicodeDecodeError) else "tidak dapat dibuka"
        raise RegisterSalah(f"register tambahan {path.name}: {reason}") from error
    lines = [line if line.strip() and not line.startswith("#") else "" for line in text.splitlines()]
    kosong = next((n for n, line in enumerate(lines) if line), len(lines))
    reader = csv.DictReader(
        lines[kosong:], delimiter=";" if lines[kosong : kosong + 1] and _titik_koma(lines[kosong]) else ","
    )
    kolom = reader.fieldnames or ()
    if hilang := [nama for nama in WAJIB if nama not in kolom]:
        raise RegisterSalah(f"register tambahan {path.name}: kolom {', '.join(hilang)} tidak ada")
    if asing := [nama for nama in kolom if nama not in (*WAJIB, *_BOLEH)]:
        raise RegisterSalah(
            f"register tambahan {path.name}: kolom {', '.join(map(str, asing))} tidak dikenal"
        )
    for row in reader:
        isi = {nama: (row.get(nama) or "").strip() for nama in (*WAJIB, *_BOLEH)}
        if salah := _salah(isi):
            raise RegisterSalah(f"register tambahan {path.name}, baris {kosong + reader.line_num}: {salah}")
        yield _baris(_lengkap(isi, path.name))


def _titik_koma(kepala: str) -> bool:
    """Whether the heading is parted by semicolons, as spreadsheets of this country write it."""
    return kepala.count(";") > kepala.count(",")


def _salah(isi: Mapping[str, str]) -> str:
    """What is wrong with a row; "" where nothing is."""
    if kosong := [nama for nama in WAJIB if not isi[nama]]:
        return f"{', '.join(kosong)} kosong"
    kinds = table("jenis_peraturan")
    if isi["jenis"] not in kinds["kontrak"] and isi["jenis"] not in kinds["lain"]:
        return f"jenis “{isi['jenis']}” tidak dikenal"
    if not re.fullmatch(r"(?:19|20)\d\d", isi["tahun"]):
        return f"tahun “{isi['tahun']}” bukan tahun"
    if isi["status"] and isi["status"] not in get_args(StatusPeraturan):
        return f"status “{isi['status']}” tidak dikenal"
    for entri in _daftar(isi["lembaran"]):
        if not re.fullmatch(rf"(?:{'|'.join(get_args(JenisLembaran))})(?: \d{{4}})? \S+", entri):
            return f"lembaran “{entri}” tidak terbaca; tulis seperti “LD 2016 8”"
    return ""


def _lengkap(isi: dict[str, str], berkas: str) -> dict[str, str]:
    """The row with its defaults: an id, and what the user vouches for."""
    parts = (isi["jenis"], isi["lembaga"], isi["nomor"], isi["tahun"])
    slug = "-".join(filter(None, (_BUKAN_KATA.sub("-", part.lower()).strip("-") for part in parts)))
    baku = {
        "id": slug,
        "confirmed": "ya",
        "status_confirmed": "ya" if isi["status"] else "tidak",
        "source": berkas,
    }
    return isi | {nama: isi[nama] or nilai for nama, nilai in baku.items()}


# --- reading a row ---


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


def _isi_jenis(kode: str) -> dict[str, Any]:
    kinds = table("jenis_peraturan")
    return cast(dict[str, Any], kinds["kontrak"].get(kode) or kinds["lain"][kode])


def _sebutan(kode: str, lembaga: str | None) -> str:
    """Kind and body in full: "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"."""
    isi = _isi_jenis(kode)
    nama: str = isi["nama"]
    if lembaga is None or "lembaga" in isi:
        return nama
    return f"{nama} {nama_penuh(lembaga)}"
