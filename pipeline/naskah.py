"""Naskah: one canonical SOP together with what the outputs show beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from normalizers.model import Sop, Temuan
from normalizers.reading import Saksi


@dataclass(frozen=True, slots=True)
class Sisa:
    """Text inside the SOP's slice of the file that no value took.

    Attributes:
        baris: its 1-based line in the text as read.
        teks: the text.
        halaman: its 1-based page.
        kotak: its place as fractions of the page, None where the format has no pages.
    """

    baris: int
    teks: str
    halaman: int = 1
    kotak: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Gambar:
    """The picture of a page as kept in OUT, the page as it lies in the file.

    Attributes:
        berkas: its path in OUT.
        lebar: in pixels.
        tinggi: in pixels.
        putar: by how many degrees, clockwise, it must be turned for its text to stand upright: 0, 90, 180 or 270.
    """

    berkas: str
    lebar: int
    tinggi: int
    putar: int = 0


@dataclass(frozen=True, slots=True)
class Terkait:
    """An SOP of the set that an item of ``keterkaitan`` means.

    Attributes:
        butir: place of the item in the list, from 0.
        id: of the SOP it means.
        nama: of that SOP.
        unit: of that SOP, where it is another than the naming one's.
    """

    butir: int
    id: str
    nama: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sesama:
    """What the set knows of an SOP; nothing that every further SOP of the set would change.

    Attributes:
        terkait: the SOPs that it names and that are there.
        kegiatan: address of the page that compares it with those of other units; None where there are none.
        kembar: whether another SOP of the set is the same.
    """

    terkait: tuple[Terkait, ...] = ()
    kegiatan: str | None = None
    kembar: bool = False


@dataclass(frozen=True, slots=True)
class Terima:
    """A finding that was accepted, why, and who says so; it stands no longer among those of the SOP."""

    temuan: Temuan
    alasan: str
    oleh: str | None = None


@dataclass(frozen=True, slots=True)
class Naskah:
    """One SOP of one file.

    Attributes:
        sop: the canonical SOP; its ``id`` is final only once the whole run is known.
        saksi: second witnesses found while normalising, for the findings.
        sisa: what was read and not used, so that a reviewer sees that nothing was lost.
        baris_awal: 1-based line of the input file at which ``baris`` begins.
        baris: the raw lines of this SOP's slice of the file.
        putar: pages whose text does not stand upright in the file, and how to turn them: see ``Gambar.putar``.
        sesama: what the set knows of it, once the whole run is known.
        diterima: findings that were accepted with a reason.
        gambar: pictures of the pages it refers to, by page number; none where the file has no pages.
    """

    sop: Sop
    saksi: tuple[Saksi, ...] = ()
    sisa: tuple[Sisa, ...] = ()
    baris_awal: int = 1
    baris: tuple[str, ...] = field(default=())
    putar: Mapping[int, int] = field(default_factory=dict)
    gambar: Mapping[int, Gambar] = field(default_factory=dict)
    sesama: Sesama = Sesama()
    diterima: tuple[Terima, ...] = ()
