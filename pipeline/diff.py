"""What differs: two SOPs value by value, or one SOP as read against its canonical values.

Pure. ``bandingkan`` compares two SOPs (run against run, unit against unit), ``mentah`` one SOP with
its own evidence, ``kata`` two texts word by word. How it looks is the outputs' business.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import JsonValue

from extractors.sheets import TAK_TERBACA
from normalizers.model import Sop
from normalizers.reading import GAMBAR, INFERENSI, KOREKSI
from pipeline.align import likeness, pairs

Jenis = Literal[
    "sama",
    "spasi",
    "kapital",
    "tanda",
    "bentuk",
    "satuan",
    "peran",
    "petik",
    "ejaan",
    "koreksi",
    "usulan",
    "inferensi",
    "kosong",
    "buram",
    "hilang",
    "tambah",
    "ubah",
]
"""Kinds of change, from harmless to weighty; their names and meanings: ``data/istilah.toml``."""

Coretan = Literal["sama", "hapus", "tambah"]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# Layout that a quotation carries along: "<li>Kursi</li>", "**SOP", "&nbsp;", "koordi-\nnasi".
_LAYOUT = re.compile(r"</?[a-zA-Z][^<>]*>|&nbsp;|\*\*|-\s*\n\s*|\s+")
_PUNCTUATION = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")

_REWRITTEN = ("/jenis", "/lembaga", "/nomor")
"""Parts of a citation that stand in a form of their own: "Peraturan Bupati" is "Perbup"."""
_MISSPELT = 0.75
"""Two texts with the same digits that are at least this alike differ in spelling only."""
_MANY_WORDS = 4_000
"""Beyond this many words, texts are not compared word by word."""

_APART: Any = dict.fromkeys(("versi_skema", "id", "sumber", "bukti"), True) | {
    "temuan": {"__all__": {"lokasi"}}
}


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One value that changed, or was looked at.

    Attributes:
        lokasi: JSON Pointer into the new SOP. Of an item that is gone, the last index counts the old list.
        lama: the old value, or the text as read; None where there was none.
        baru: the new value, or the canonical one; None where there is none.
        jenis: the kind of change.
    """

    lokasi: str
    lama: JsonValue
    baru: JsonValue
    jenis: Jenis


def bandingkan(lama: Sop, baru: Sop) -> list[Perubahan]:
    """What changed from one SOP to another, in document order; empty when they say the same.

    Items of lists are paired by likeness, so that a step put in between is one addition and not
    a change of all that follow. Not compared: evidence, id and source of the two, and where a
    finding points, which moves with every item put in above it.
    """
    return list(_differences("", lama.model_dump(exclude=_APART), baru.model_dump(exclude=_APART)))


def mentah(sop: Sop) -> list[Perubahan]:
    """Each value that has evidence, as read (``lama``) against canonical (``baru``), in document order.

    The unchanged ones are among them, as ``sama``.
    """
    suggested = {temuan.lokasi for temuan in sop.temuan if temuan.usulan is not None}
    found = []
    for lokasi, nilai in _walk("", sop.model_dump(exclude={"temuan", "bukti"})):
        bukti = sop.bukti.get(lokasi)
        if bukti is not None:
            # On a page a line ends where its cell was full, which says nothing about the text.
            read = bukti.mentah if bukti.kotak is None else " ".join(bukti.mentah.split("\n"))
            jenis = _reading_kind(lokasi, read, nilai, bukti.jalan)
            if jenis == "sama" and lokasi in suggested:
                jenis = "usulan"
            found.append(Perubahan(lokasi, read, nilai, jenis))
    return found


def kata(lama: str, baru: str) -> list[tuple[Coretan, str]]:
    """The two texts as one run of marked pieces: kept, removed and added words.

    The kept and removed pieces together are the old text, the kept and added ones the new text.
    """
    if lama == baru:
        return [("sama", lama)] if lama else []
    before, after = _TOKEN.findall(lama), _TOKEN.findall(baru)
    if len(before) + len(after) > _MANY_WORDS:
        return _marked([("", lama, baru)])
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    runs: list[tuple[str, str, str]] = []  # kept, removed, added
    for position, (tag, a1, a2, b1, b2) in enumerate(opcodes):
        old, new = "".join(before[a1:a2]), "".join(after[b1:b2])
        # A blank between two changed words is no island: "<del>Draf surat</del>", not three pieces.
        island = tag == "equal" and old.isspace() and 0 < position < len(opcodes) - 1
        if tag == "equal" and not island:
            runs.append((old, "", ""))
        elif runs and not runs[-1][0]:
            _, removed, added = runs[-1]
            runs[-1] = ("", removed + old, added + new)
        else:
            runs.append(("", old, new))
    return _marked(runs)


def tampil(nilai: JsonValue) -> str:
    """A value of the contract as one line of text: what a person would quote of it; None gives ""."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return ", ".join(tampil(item) for item in nilai)
    if isinstance(nilai, dict):
        if "dari" in nilai:
            return f"{tampil(nilai['dari'])} → {tampil(nilai['ke'])} {tampil(nilai['label'])}".rstrip()
        keys = next((keys for keys in _TELLING if nilai.keys() >= set(keys)), tuple(nilai))
        return " ".join(text for key in keys if (text := tampil(nilai[key])))
    return f"{nilai:g}" if isinstance(nilai, float) else str(nilai)


_TELLING = (
    ("teks",),  # dasar_hukum, waktu
    ("uraian",),  # prosedur
    ("kode", "pesan"),  # temuan
    ("nama",),  # pelaksana
    ("id", "simbol"),  # prosedur/pelaksana
    ("no", "pelaksana"),  # alur/dari
    ("jenis", "tahun", "nomor"),  # lembaran
)


def _marked(runs: Sequence[tuple[str, str, str]]) -> list[tuple[Coretan, str]]:
    pieces: list[tuple[Coretan, str]] = []
    for kept, removed, added in runs:
        named: tuple[tuple[Coretan, str], ...] = (("sama", kept), ("hapus", removed), ("tambah", added))
        pieces.extend((mark, text) for mark, text in named if text)
    return pieces


def _walk(lokasi: str, nilai: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    """Every value with its pointer, containers before what they hold."""
    yield lokasi, nilai
    if isinstance(nilai, dict):
        for key, inner in nilai.items():
            yield from _walk(f"{lokasi}/{key}", inner)
    elif isinstance(nilai, list):
        for index, inner in enumerate(nilai):
            yield from _walk(f"{lokasi}/{index}", inner)


def _differences(lokasi: str, lama: JsonValue, baru: JsonValue) -> Iterator[Perubahan]:
    if lama == baru:
        return
    if isinstance(lama, dict) and isinstance(baru, dict):
        for key, new in baru.items():
            yield from _differences(f"{lokasi}/{key}", lama[key], new)
    elif isinstance(lama, list) and isinstance(baru, list):
        for before, after in pairs([_identity(item) for item in lama], [_identity(item) for item in baru]):
            if after is None and before is not None:
                yield Perubahan(f"{lokasi}/{before}", lama[before], None, "hilang")
            elif before is None and after is not None:
                yield Perubahan(f"{lokasi}/{after}", None, baru[after], "tambah")
            elif before is not None and after is not None:
                yield from _differences(f"{lokasi}/{after}", lama[before], baru[after])
    else:
        yield Perubahan(lokasi, lama, baru, _value_kind(lama, baru))


def _value_kind(lama: JsonValue, baru: JsonValue) -> Jenis:
    if lama is None:
        return "tambah"
    if baru is None:
        return "hilang"
    if isinstance(lama, str) and isinstance(baru, str):
        return _text_kind(lama, baru)
    return "ubah"


def _text_kind(lama: str, baru: str) -> Jenis:
    """The lightest kind that explains how one text became another."""
    return _light_kind(lama, baru) or _wording_kind(lama, baru)


def _light_kind(lama: str, baru: str) -> Jenis | None:
    """The kind of a change that leaves all letters and digits; None when it does not."""
    if lama == baru:
        return "sama"
    lama, baru = _LAYOUT.sub("", lama), _LAYOUT.sub("", baru)
    if lama == baru:
        return "spasi"
    lama, baru = lama.casefold(), baru.casefold()
    if lama == baru:
        return "kapital"
    return "tanda" if _PUNCTUATION.sub("", lama) == _PUNCTUATION.sub("", baru) else None


def _wording_kind(lama: str, baru: str) -> Jenis:
    if _DIGITS.findall(lama) != _DIGITS.findall(baru):
        return "ubah"
    return "ejaan" if likeness(lama.casefold(), baru.casefold()) >= _MISSPELT else "ubah"


def _reading_kind(lokasi: str, lama: str, nilai: JsonValue, cara: str) -> Jenis:
    """The kind of change between the text as read and the canonical value at a pointer."""
    if nilai is None or nilai == []:
        if TAK_TERBACA in lama:
            return "buram"
        if cara == INFERENSI:
            return "kosong"  # what might stand there was concluded, and is kept apart
        return "hilang" if _PUNCTUATION.sub("", lama) else "kosong"
    if cara == INFERENSI:
        return "inferensi"
    if cara == GAMBAR:
        return "sama"  # what was drawn has no words that could have changed
    baru = tampil(nilai)
    if isinstance(nilai, int) and _PUNCTUATION.sub("", lama) == baru:
        return "sama"  # "1." of a list is the number 1
    jenis = _light_kind(lama, baru)
    if jenis in ("sama", "spasi", "kapital"):
        return jenis
    if cara == KOREKSI:
        return "ejaan" if _DIGITS.findall(lama) == _DIGITS.findall(baru) else "koreksi"
    jenis = _form_kind(lokasi) or jenis or _part_kind(lokasi, lama, nilai)
    return jenis if "/tanggal_" in lokasi or _keeps_numbers(lama, baru) else "ubah"


def _keeps_numbers(lama: str, baru: str) -> bool:
    """Whether all numbers of the new text stand in the old one: "8" in "No. 08", but not in "Nomor 18"."""
    before = {number.lstrip("0") for number in _NUMBER.findall(lama)}
    after = {number.lstrip("0") for number in _NUMBER.findall(baru)}
    return after <= before or _DIGITS.findall(lama) == _DIGITS.findall(baru)


def _form_kind(lokasi: str) -> Jenis | None:
    """The kind of any rewriting of a field that has a canonical form of its own."""
    if "/waktu" in lokasi:
        return "satuan"
    if lokasi.startswith("/pelaksana/"):
        return "peran"
    return "bentuk" if "/tanggal_" in lokasi or "/disahkan_oleh/" in lokasi else None


def _part_kind(lokasi: str, lama: str, nilai: JsonValue) -> Jenis:
    """The kind of a value that may be a part of the text as read, or its short form."""
    baru = tampil(nilai)
    if _PUNCTUATION.sub("", baru).casefold() in _PUNCTUATION.sub("", lama).casefold():
        return "petik"
    if lokasi.endswith(_REWRITTEN) or not isinstance(nilai, str):
        return "bentuk"
    return _wording_kind(lama, baru)


def _identity(item: JsonValue) -> str:
    """What makes a list item itself: the id of an actor, the text of a step, without case and spacing."""
    name = item["id"] if isinstance(item, dict) and "id" in item else item
    return _PUNCTUATION.sub(" ", tampil(name)).casefold().strip()
