"""Catatan: what is noted beside the values of one SOP while it is built.

The evidence by JSON Pointer, and the witnesses with their place made absolute. Whoever
makes a value notes at once where it came from, so the two cannot drift apart.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extractors.boxes import Box
from extractors.pages import Source, on_first_page
from extractors.raw import RawField
from extractors.spans import Span
from normalizers.model import Bukti
from normalizers.reading import APA_ADANYA, INFERENSI, Bagian, Reading, Saksi


@dataclass(frozen=True, slots=True)
class Ciri:
    """How the words of a value were read from pixels.

    Attributes:
        terendah: how sure the engines are of the word that they are least sure of, 0..1.
        rata: how sure of all words on average.
        utuh: how much of the writing in its cells they account for.
        kata: how many words.
        tata: how sure the layout makes us that the text is this value.
        baca: the factor that the parser puts on it.
        dua: whether another engine than that of the page had a part in it, asked where the first was at a loss.
        angka: how sure the engines are of the word with figures that they are least sure of; 1 without figures.
    """

    terendah: float
    rata: float
    utuh: float
    kata: int
    tata: float
    baca: float
    dua: bool
    angka: float = 1.0


@dataclass(slots=True)
class Catatan:
    """Evidence and witnesses of one SOP.

    Attributes:
        source: the text that the spans of all RawFields point into.
        halaman: 1-based page for the evidence.
        bukti: evidence by JSON Pointer, in the order noted.
        saksi: witnesses, their ``lokasi`` absolute.
        ciri: how values that were read from pixels were read, by JSON Pointer.
        tepi: what speaks for and against edges that were followed in pixels, by JSON Pointer.
    """

    source: Source
    halaman: int
    bukti: dict[str, Bukti] = field(default_factory=dict)
    saksi: list[Saksi] = field(default_factory=list)
    ciri: dict[str, Ciri] = field(default_factory=dict)
    tepi: dict[str, Mapping[str, float]] = field(default_factory=dict)
    _mesin_utama: str = field(default="", init=False)

    def __post_init__(self) -> None:
        count = Counter(place.mesin.partition("+")[0] for place in self.source.places if place.mesin)
        self._mesin_utama = max(sorted(count), key=lambda mesin: count[mesin], default="")

    def nilai(self, lokasi: str, raw: RawField, hasil: Reading[Any]) -> None:
        """Note the evidence of a value read from the whole text of a field, and its witnesses."""
        self.asal(lokasi, raw, hasil.cara, hasil.keyakinan)
        self.dengar(lokasi, hasil)

    def dengar(self, lokasi: str, hasil: Reading[Any]) -> None:
        """Take over the witnesses of a reading of the value at a pointer."""
        for saksi in hasil.saksi:
            self.saksi.append(Saksi(lokasi + saksi.lokasi, saksi.jenis, saksi.teks))

    def bagian(self, lokasi: str, raw: RawField, bagian: Bagian) -> None:
        """Note the evidence of a part of a field's text; of the whole where the text does not state the part."""
        piece = raw
        if bagian.start < bagian.end:
            piece = RawField(raw.span.cut(bagian.start, bagian.end), raw.cara, raw.keyakinan)
        self.asal(lokasi, piece, bagian.cara, bagian.keyakinan)

    def kejelasan(self, span: Span) -> float:
        """How sure the engines are of a text, 0..1; 1 for one that no engine read."""
        return _letak(self.source, RawField(span, "", 1.0)).keyakinan

    def asal(self, lokasi: str, raw: RawField, cara: str = APA_ADANYA, keyakinan: float = 1.0) -> None:
        """Note that the value at a pointer came from a field, read in a way and with a factor of confidence."""
        mentah, baris = self.source.quote(raw.span)
        letak = _letak(self.source, raw)
        yakin = raw.keyakinan * keyakinan * letak.keyakinan
        self.bukti[lokasi] = Bukti(
            mentah=mentah,
            halaman=letak.halaman or self.halaman,
            kotak=letak.kotak,
            baris=None if letak.kotak else baris,
            cara=":".join(filter(None, (cara or raw.cara, letak.mesin))),
            keyakinan=round(yakin, 2) if 0.0 <= yakin <= 1.0 else float(yakin > 0.0),
        )
        self.ciri.pop(lokasi, None)
        if letak.mesin:
            dua = letak.mesin != self._mesin_utama
            self.ciri[lokasi] = Ciri(
                letak.terendah,
                letak.rata,
                letak.utuh,
                letak.kata,
                raw.keyakinan,
                keyakinan,
                dua,
                letak.angka,
            )

    def turunan(self, lokasi: str, dari: str, keyakinan: float) -> None:
        """Note that the value at a pointer was inferred from the value at another one, as far as that has evidence."""
        asal = self.bukti.get(dari)
        if asal is not None:
            yakin = round(asal.keyakinan * keyakinan, 2)
            mesin = asal.cara.partition(":")[1:]
            self.ciri.pop(lokasi, None)
            self.bukti[lokasi] = asal.model_copy(
                update={"cara": INFERENSI + "".join(mesin), "keyakinan": yakin}
            )


@dataclass(frozen=True, slots=True)
class _Letak:
    """Where on which page a text stands, which engines read it and how sure they are; 0 for no page."""

    halaman: int = 0
    kotak: tuple[float, float, float, float] | None = None
    mesin: str = ""
    terendah: float = 1.0
    rata: float = 1.0
    utuh: float = 1.0
    kata: int = 0
    angka: float = 1.0

    @property
    def keyakinan(self) -> float:
        """One misread word makes a value wrong, however well the others were read."""
        return (self.terendah + self.rata) / 2


def _letak(source: Source, raw: RawField) -> _Letak:
    """The place of a field; of one that runs over pages the place on the first."""
    places = source.places_of(raw.span) if source.places else []
    if not places:
        return _Letak()
    halaman, box = on_first_page(places)
    sure = [place.keyakinan for place in places]
    return _Letak(
        halaman,
        Box(*(round(edge, 4) for edge in box)) if box else None,
        "+".join(sorted({part for place in places for part in place.mesin.split("+") if part})),
        min(sure),
        sum(sure) / len(sure),
        min(place.utuh for place in places),
        len(places),
        min(
            (p.keyakinan for p in places if any(map(str.isdigit, source.text[p.start : p.end]))), default=1.0
        ),
    )
