"""What of an SOP needs a person: how many findings, what must be decided, and how a sentence calls it.

Shared by the diff report and the index, so that both speak of the same thing in the same words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from pydantic import BaseModel

from normalizers.model import KOTAK, Sop, Temuan
from normalizers.reading import KOREKSI
from pipeline.data import table
from pipeline.diff import tampil
from pipeline.outputs.render import persen, tanggal

ISIAN: Final = (
    "/instansi/pemerintah",
    "/instansi/unit",
    "/identitas/nomor_sop",
    "/identitas/tanggal_pembuatan",
    "/identitas/tanggal_revisi",
    "/identitas/tanggal_efektif",
    "/identitas/tanggal_pengesahan",
    "/identitas/nama_sop",
    "/identitas/disahkan_oleh",
    "/identitas/disahkan_oleh/jabatan",
    "/identitas/disahkan_oleh/status",
    "/identitas/disahkan_oleh/nama",
    "/identitas/disahkan_oleh/pangkat",
    "/identitas/disahkan_oleh/nip",
)
"""The single values of an SOP, in the contract's order."""
DAFTAR: Final = ("dasar_hukum", *KOTAK, "pelaksana", "prosedur", "alur")
"""All lists of an SOP, in the contract's order."""

_INDEX = re.compile(r"/(\d+)(?=/|$)")
_WORD = re.compile(r"\w+")
_SURE: Final[float] = table("istilah")["keyakinan"]["cukup yakin"]
_SHORT = 32
"""A longer value would drown the sentence that names it."""
_SENTENCE = 110
"""A longer message is cut, where it stands for a decision in a list of them."""


@dataclass(frozen=True, slots=True)
class Hal:
    """One thing to decide or to look at.

    Attributes:
        lokasi: JSON Pointer of the value.
        tingkat: galat | peringatan | info.
        kata: the thing in words, a sentence without capital and full stop.
    """

    lokasi: str
    tingkat: str
    kata: str


def hitung(temuan: Sequence[Temuan]) -> dict[str, int]:
    """How many findings there are of each level; every level is a key, most severe first."""
    levels = [t.tingkat for t in temuan]
    return {tingkat: levels.count(tingkat) for tingkat in ("galat", "peringatan", "info")}


def keputusan(sop: Sop) -> list[Hal]:
    """What a reviewer must decide, most urgent first and each place once.

    That is every place with an error (galat), and every one with a warning that brings a suggestion:
    the rest can be read and left.
    """
    deciding = [t for t in sop.temuan if t.tingkat == "galat" or (t.tingkat == "peringatan" and t.usulan)]
    first: dict[str, Temuan] = {}
    for temuan in sorted(deciding, key=lambda temuan: temuan.tingkat != "galat"):
        first.setdefault(temuan.lokasi, temuan)
    return [hal(sop, temuan) for temuan in first.values()]


def mendesak(sop: Sop) -> Hal | None:
    """The one thing to look at first; None when nothing asks for it."""
    if decisions := keputusan(sop):
        return decisions[0]
    if warning := next((t for t in sop.temuan if t.tingkat == "peringatan"), None):
        return hal(sop, warning)
    lokasi, sure = terendah(sop)
    if lokasi is None or is_sure(sure):
        return None
    name = sebutan(sop, lokasi, _short(lokasi, nilai(sop, lokasi)))
    return Hal(lokasi, "info", f"{name} terbaca {kata_keyakinan(sure)} ({persen(sure)})")


def hal(sop: Sop, temuan: Temuan) -> Hal:
    """A finding as a thing to decide, in words."""
    value = nilai(sop, temuan.lokasi)
    short = _short(temuan.lokasi, value)
    if value in (None, "", []) and temuan.lokasi:
        kata = f"{sebutan(sop, temuan.lokasi)} tidak ada{_suggestion(sop, temuan)}"
    elif temuan.usulan and short:
        kata = f"{sebutan(sop, temuan.lokasi, short)}{_suggestion(sop, temuan)}"
    else:
        kata = f"{_sentence(sebutan(sop, temuan.lokasi), temuan.pesan)}{_suggestion(sop, temuan)}"
    return Hal(temuan.lokasi, temuan.tingkat, kata)


def _sentence(name: str, message: str) -> str:
    """The message with the name of the place before it, unless the message names the place itself."""
    message = _cut(message, _SENTENCE).rstrip(".")
    if set(_WORD.findall(name.casefold())) <= set(_WORD.findall(message.casefold())):
        # "NIP berisi …" keeps its capital.
        return message[:1].lower() + message[1:] if message[1:2].islower() else message
    return f"{name}: {message}"


def _suggestion(sop: Sop, temuan: Temuan) -> str:
    if temuan.usulan is None:
        return ""
    bukti = sop.bukti.get(temuan.lokasi)
    if (
        bukti is not None
        and bukti.jalan == KOREKSI
        and temuan.usulan == _short(temuan.lokasi, nilai(sop, temuan.lokasi))
    ):
        return f" (sudah diperbaiki dari “{_cut(bukti.mentah, _SHORT)}”)"
    return f" (usul {_cut(temuan.usulan, _SENTENCE)})"


def terendah(sop: Sop) -> tuple[str | None, float]:
    """The value that was read with the least confidence, as pointer and confidence; (None, 1.0) without any."""
    return min(
        ((lokasi, bukti.keyakinan) for lokasi, bukti in sop.bukti.items()),
        key=_by_confidence,
        default=(None, 1.0),
    )


def label(lokasi: str) -> str:
    """The heading of a value in a report: ``Tahun`` for ``/dasar_hukum/3/tahun``."""
    return _names(lokasi)[0]


def sebutan(sop: Sop, lokasi: str, nilai: str = "") -> str:
    """What a sentence calls a value: ``tahun 2106 pada dasar hukum 4``.

    A step is called by its number as printed, any other item by its place in the list.
    """
    _, sentence, index = _names(lokasi)
    number = "" if index is None else str(index + 1)
    if index is not None and lokasi.startswith("/prosedur/") and not lokasi.endswith("/no"):
        step = sop.prosedur[index] if index < len(sop.prosedur) else None
        number = str(step.no) if step is not None and step.no is not None else f"di baris ke-{index + 1}"
    return " ".join(sentence.replace("{n}", number).replace("{nilai}", nilai).split())


def tempat(sop: Sop, lokasi: str) -> str:
    """The pointer of what the report shows a value with: a line, else its section, else "" for the whole.

    ``/dasar_hukum/3`` for its year; ``/dasar_hukum`` for an item that does not exist.
    """
    parts = lokasi.split("/")[1:]
    if not parts:
        return ""
    if parts[0] in ("instansi", "identitas"):
        line = "/" + "/".join(parts[: 3 if "disahkan_oleh" in parts else 2])
        return line if line in ISIAN else "/identitas"
    if parts[0] not in DAFTAR:
        return ""
    items = getattr(sop, parts[0])
    inside = len(parts) > 1 and parts[1].isdecimal() and int(parts[1]) < len(items)
    return f"/{parts[0]}/{int(parts[1])}" if inside else f"/{parts[0]}"


def jangkar(tempat: str) -> str:
    """The HTML id of a line or section of the report."""
    return tempat[1:].replace("/", "-") or "umum"


def kata_keyakinan(keyakinan: float) -> str:
    """A confidence in words."""
    return next((kata for kata, floor in table("istilah")["keyakinan"].items() if keyakinan >= floor), "ragu")


def is_sure(keyakinan: float) -> bool:
    """Whether a value of this confidence needs no second look."""
    return keyakinan >= _SURE


def nilai(sop: Sop, lokasi: str) -> Any:
    """What stands at a pointer, a model, a list or a plain value; None where nothing does."""
    value: Any = sop
    for part in lokasi.split("/")[1:]:
        if isinstance(value, list):
            value = value[int(part)] if part.isdecimal() and int(part) < len(value) else None
        else:
            value = getattr(value, part, None)
    return value


def _short(lokasi: str, value: Any) -> str:
    """The value in words where it is a single one and short enough for a sentence."""
    if isinstance(value, list | Sop):
        return ""
    if isinstance(value, BaseModel):
        value = value.model_dump()
    text = tanggal(str(value)) if "/tanggal_" in lokasi else tampil(value)
    return text if len(text) <= _SHORT else ""


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _by_confidence(item: tuple[str, float]) -> float:
    return item[1]


@lru_cache(maxsize=4096)
def _names(lokasi: str) -> tuple[str, str, int | None]:
    """Heading and sentence of the nearest known pattern, and the index of the item, if it lies in a list."""
    known = table("istilah")["nilai"]
    pattern = _INDEX.sub("/*", lokasi)
    while pattern not in known:
        pattern = pattern.rpartition("/")[0]
    match = _INDEX.search(lokasi)
    heading, sentence = known[pattern]
    return heading, sentence, int(match[1]) if match else None
