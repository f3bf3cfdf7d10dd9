"""Which findings an office wants to see and how severe it takes them, section ``[temuan]`` of the settings.

Looking is apart from choosing: every rule is always asked, and what is left out is left out afterwards. So a
changed choice costs no reading.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Final

from normalizers.model import Temuan, Tingkat
from pipeline.kunci import PathBaru, kunci

SEMUA: Final = "SEMUA"
"""Stands for every rule."""
_KODE: Final = "daftar kode atau awal kode aturan: “DH003”, “DH”, atau “SEMUA”"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What is wanted of the findings of one SOP.

    Attributes:
        pilih: codes, or beginnings of codes, that are shown; SEMUA is all.
        abaikan: those that are left out; of two that fit, the longer one says more, and this one of equals.
        tingkat: level by code or beginning of one; the longest that fits holds.
        per_berkas: pattern of input files -> codes left out in them. ``*`` stands for anything, slashes too; a
            pattern without a slash is about the file's name alone.
        diterima: file of the findings that were accepted with a reason; None for the usual place.
        dasar: file of the frozen findings; None for the usual place.
    """

    pilih: tuple[str, ...] = field(
        default=(SEMUA,), metadata=kunci("temuan.pilih", "aturan yang dipakai", _KODE)
    )
    abaikan: tuple[str, ...] = field(
        default=(), metadata=kunci("temuan.abaikan", "aturan yang tidak dipakai", _KODE)
    )
    tingkat: Mapping[str, Tingkat] = field(
        default_factory=dict,
        metadata=kunci(
            "temuan.tingkat",
            "tingkat temuan per kode",
            "tabel kode = “galat”, “peringatan” atau “info”",
        ),
    )
    per_berkas: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata=kunci(
            "temuan.per_berkas",
            "aturan yang tidak dipakai pada berkas tertentu",
            "tabel pola berkas = daftar kode: “lama/*.pdf” = [“WK”]",
        ),
    )
    diterima: PathBaru | None = field(
        default=None,
        metadata=kunci(
            "temuan.diterima", "berkas temuan yang diterima dengan alasan", "path berkas TOML", jalan=True
        ),
    )
    dasar: PathBaru | None = field(
        default=None,
        metadata=kunci("temuan.dasar", "berkas temuan yang dibekukan", "path berkas JSON", jalan=True),
    )


PILIHAN_BAKU: Final = Pilihan()


def terapkan(pilihan: Pilihan, berkas: str, temuan: Iterable[Temuan]) -> list[Temuan]:
    """The findings that are wanted, each with the level that it is wanted at, in the order in which they came.

    Args:
        pilihan: what is wanted.
        berkas: path of the input file, relative to the input folder.
        temuan: all findings of one of its SOPs.
    """
    di_sini = [kode for pola, daftar in pilihan.per_berkas.items() if cocok(pola, berkas) for kode in daftar]
    hasil = []
    for t in temuan:
        if not _dipakai(pilihan, t.kode) or _awalan(di_sini, t.kode) is not None:
            continue
        awalan = _awalan(pilihan.tingkat, t.kode)
        hasil.append(t if awalan is None else t.model_copy(update={"tingkat": pilihan.tingkat[awalan]}))
    return hasil


def cocok(pola: str, berkas: str) -> bool:
    """Whether a pattern of ``per_berkas`` is about the file."""
    return fnmatchcase(berkas if "/" in pola else berkas.rpartition("/")[2], pola)


def _dipakai(pilihan: Pilihan, kode: str) -> bool:
    pilih, abaikan = _awalan(pilihan.pilih, kode), _awalan(pilihan.abaikan, kode)
    return pilih is not None and (abaikan is None or _bobot(pilih) > _bobot(abaikan))


def _awalan(daftar: Iterable[str], kode: str) -> str | None:
    """The entry that says most about the code; None when none is about it."""
    return max((a for a in daftar if a == SEMUA or kode.startswith(a)), key=_bobot, default=None)


def _bobot(awalan: str) -> int:
    return 0 if awalan == SEMUA else len(awalan)
