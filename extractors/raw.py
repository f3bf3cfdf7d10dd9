"""RawSop: what stands in the source about one SOP, as read, with its evidence.

This is the only module of the room that the normalizers may see. Texts are free of
markup (tags, list bullets of the layout) but otherwise untouched: no spelling repaired,
no date parsed. A field that the source does not carry is None or an empty tuple.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.pages import Source
from extractors.spans import Span
from extractors.symbols import Jalan

IDENTITAS = (
    "nomor_sop",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "tanggal_pengesahan",
    "disahkan_oleh",
    "nama_sop",
)
KOTAK = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
)


@dataclass(frozen=True, slots=True)
class RawField:
    """One value as read.

    Attributes:
        span: the text and where it stood.
        cara: how it was found: label | tabel | urutan | judul | tanda_tangan | pola …
        keyakinan: 0..1, how sure the layout makes us that this text is this field's value.
        nomor: the number printed before an item of a list, None without one.
        ulang: the same value where the source repeats it, as a table does its heading on each page.
    """

    span: Span
    cara: str
    keyakinan: float
    nomor: int | None = None
    ulang: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The text as read."""
        return self.span.text


@dataclass(frozen=True, slots=True)
class RawMark:
    """What stands in the cell of an actor column: ``kolom`` counts RawSop.pelaksana from 0.

    ``simbol`` is terminator | proses | keputusan | konektor, or None where the glyph says nothing certain;
    ``asing`` tells that it was drawn in a form that is none of the standard's five, ``disimpulkan`` that its place
    in the flow told its form, which the picture hardly did, or that only arrows tell that it is there.
    """

    kolom: int
    span: Span
    simbol: str | None
    keyakinan: float
    asing: bool = False
    disimpulkan: bool = False


@dataclass(frozen=True, slots=True)
class RawStep:
    """One row of the procedure; a cell that is empty or absent is None.

    ``digabung`` names the cells of the mutu baku that are merged with those of the row above.
    """

    no: RawField | None
    uraian: RawField | None
    kelengkapan: RawField | None
    waktu: RawField | None
    output: RawField | None
    keterangan: RawField | None
    tanda: tuple[RawMark, ...] = ()
    digabung: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawEdge:
    """A way from a symbol to another.

    Attributes:
        dari: where it begins: place of the step in RawSop.prosedur, and of the column in RawSop.pelaksana.
        ke: where it ends, likewise.
        label: Ya | Tidak, or None where no branch is named.
        asal: the symbols at both ends; ``cara`` is ``simbol`` where the line was followed, ``pola`` where it is
            written out in words, else ``inferensi``.
        jalan: the lines that were followed, for whoever looks at the page.
        tanda: what speaks for and against a line followed in pixels, as numbers by name (``flow.doubts``).
    """

    dari: tuple[int, int]
    ke: tuple[int, int]
    label: str | None
    asal: RawField
    jalan: tuple[Jalan, ...] = ()
    tanda: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageNote:
    """What a person should know about one page: ``jenis`` is kosong, salinan, arah_ragu, diputar, foto, berhadapan."""

    halaman: int
    jenis: str


@dataclass(frozen=True, slots=True)
class RawSop:
    """One SOP as read.

    Attributes:
        source: the text that all spans point into.
        halaman: 1-based pages that it spans.
        kop: lines outside all values that may name government and unit, in reading order; only
            what names a unit or stands above all labels counts as taken in ``sisa``.
        identitas: the labelled values of the identity page by key of IDENTITAS; ``disahkan_oleh``
            is the whole block (title, name, rank, NIP), its lines joined by newlines.
        tanda_tangan: the signature block below the procedure, lines joined by newlines.
        judul: headings that repeat the name of the SOP (cover, procedure page).
        kotak: the items of the six boxes by key of KOTAK, numbering stripped; a box that the
            source shows but leaves empty is an empty tuple, one that it does not show is absent.
        pelaksana: the headings of the actor columns, left to right.
        bersimbol: whether the source carries symbols in the actor columns at all.
        prosedur: the steps in order.
        alur: the ways between the symbols of the steps.
        urutan: whether the source says that its arrows are only the order of the steps.
        penyambung: pages with a connector that hands the flow over to another page.
        sisa: text of the SOP's part of the file that none of the fields took, in reading order.
        mulai: offset in the source at which the SOP's part of the file begins.
        catatan: notes about its pages.
        pindah: pointers like ``/dasar_hukum/8`` of items found outside their own box.
    """

    source: Source
    halaman: tuple[int, ...] = (1,)
    kop: tuple[RawField, ...] = ()
    identitas: Mapping[str, RawField] = field(default_factory=dict)
    tanda_tangan: RawField | None = None
    judul: tuple[RawField, ...] = ()
    kotak: Mapping[str, Sequence[RawField]] = field(default_factory=dict)
    pelaksana: tuple[RawField, ...] = ()
    bersimbol: bool = False
    prosedur: tuple[RawStep, ...] = ()
    alur: tuple[RawEdge, ...] = ()
    urutan: bool = False
    penyambung: tuple[int, ...] = ()
    sisa: tuple[Span, ...] = ()
    mulai: int = 0
    catatan: tuple[PageNote, ...] = ()
    pindah: tuple[str, ...] = ()
