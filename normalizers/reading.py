"""Reading: a parsed value with how it came about. Every ``parse`` of this room returns one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

APA_ADANYA = ""
"""``cara`` of a value that says what the text says; the extraction's own ``cara`` then stands."""
KOREKSI = "koreksi"
"""``cara`` of a value that was repaired: glyphs, spelling, a digit with a second witness."""
INFERENSI = "inferensi"
"""``cara`` of a value that the text itself does not state."""
GAMBAR = "simbol"
"""Drawn: a symbol, or a line between two."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """Where in the parsed text a part of the value stood, and how it was read.

    Attributes:
        start: first character in the parsed text.
        end: one behind the last; equal to start where the text does not state the part.
        cara: APA_ADANYA, KOREKSI or INFERENSI.
        keyakinan: factor 0..1 on the confidence of the whole text.
    """

    start: int
    end: int
    cara: str = APA_ADANYA
    keyakinan: float = 1.0


@dataclass(frozen=True, slots=True)
class Saksi:
    """A second witness: what else the document says about a value, for the findings.

    Attributes:
        lokasi: JSON Pointer of the value it speaks about.
        jenis: which kind of witness, e.g. "tanda_tangan", "judul", "status_rusak", "kotak_lain".
        teks: what it says, normalised as the value itself is.
    """

    lokasi: str
    jenis: str
    teks: str


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value parsed from text.

    Attributes:
        nilai: the value, None where the text states none.
        cara: APA_ADANYA, KOREKSI or INFERENSI, for the value as a whole.
        keyakinan: factor 0..1 on the confidence of the extraction.
        bagian: parts of the value by key (``"nip"``, ``"tahun"``) with their place in the text.
        saksi: witnesses; their ``lokasi`` is relative to the value ("" or "/nip").
    """

    nilai: T
    cara: str = APA_ADANYA
    keyakinan: float = 1.0
    bagian: Mapping[str, Bagian] = field(default_factory=dict)
    saksi: tuple[Saksi, ...] = ()
