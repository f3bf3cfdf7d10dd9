"""Bentuk: how an office wants its clean documents, section ``[dokumen]`` of the settings."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, Field

from pipeline.kunci import PathAda, kunci

Format = Literal["html", "docx", "pdf", "xlsx", "bpmn", "mermaid"]
"""Kinds of files that a clean document comes in."""
Ukuran = Literal["A4", "F4"]
"""Size of the sheet; F4 is what offices call Folio, 215 by 330 mm."""
Arah = Literal["tegak", "mendatar"]
Penomoran = Literal["angka", "huruf", "strip"]
KunciKotak = Literal[
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
]
BarisPengesah = Literal["jabatan", "pangkat", "nip"]

BERKAS_KANTOR: Final = "kantor.docx"
"""Name of the office's Word file in the folder of a look."""
FORMAT: Final[tuple[Format, ...]] = get_args(Format)
KOTAK: Final[tuple[KunciKotak, ...]] = get_args(KunciKotak)


def _gambar(path: Path) -> Path:
    """The path of a picture that all formats can hold."""
    with path.open("rb") as file:
        if not file.read(8).startswith((b"\x89PNG\r\n", b"\xff\xd8\xff")):
            raise ValueError("bukan PNG atau JPG")
    return path


@dataclass(frozen=True, slots=True)
class Bentuk:
    """How the clean documents of one SOP look.

    Attributes:
        format: which files are written.
        templat: a look; None for sopbaku's own. Either a folder with templates that take the place of sopbaku's
            own of the same names, or a Word file whose styles and letterhead the DOCX takes over.
        kertas: size of the sheet.
        arah_identitas: how the identity page is turned; the procedure always lies.
        logo: picture of the agency's emblem; None for a dotted frame to paste it into.
        kop: lines of the letterhead in place of government and unit; empty: as the SOP has them.
        tempat: place of the approval, before its date; None: no such line.
        pengesahan: which lines the approving officer's block has beside the name.
        kotak: which boxes the identity page has, in this order, two to a row.
        penomoran: how the items of a box are numbered.
    """

    format: tuple[Format, ...] = field(
        default=FORMAT,
        metadata=kunci(
            "dokumen.format",
            "berkas dokumen bersih yang ditulis",
            "daftar dari “html”, “docx”, “pdf”, “xlsx”, “bpmn”, “mermaid”",
        ),
    )
    templat: PathAda | None = field(
        default=None,
        metadata=kunci(
            "dokumen.templat",
            "rupa dokumen: folder templat, atau berkas Word dengan gaya dan kop kantor",
            "path folder atau berkas Word (.docx)",
        ),
    )
    kertas: Ukuran = field(
        default="A4", metadata=kunci("dokumen.kertas", "ukuran kertas", "“A4” atau “F4” (folio)")
    )
    arah_identitas: Arah = field(
        default="tegak",
        metadata=kunci("dokumen.arah_identitas", "letak kertas halaman identitas", "“tegak” atau “mendatar”"),
    )
    logo: Annotated[PathAda, AfterValidator(_gambar)] | None = field(
        default=None,
        metadata=kunci(
            "dokumen.logo", "lambang instansi pada halaman identitas", "path berkas gambar PNG atau JPG"
        ),
    )
    kop: Annotated[tuple[str, ...], Field(max_length=6)] = field(
        default=(),
        metadata=kunci(
            "dokumen.kop",
            "baris kop sebagai ganti nama pemerintah dan unit",
            "daftar paling banyak 6 baris teks",
        ),
    )
    tempat: str | None = field(
        default=None, metadata=kunci("dokumen.tempat", "tempat pengesahan, di depan tanggalnya", "teks")
    )
    pengesahan: tuple[BarisPengesah, ...] = field(
        default=("jabatan", "pangkat", "nip"),
        metadata=kunci(
            "dokumen.pengesahan",
            "baris blok pengesahan selain nama",
            "daftar dari “jabatan”, “pangkat”, “nip”",
        ),
    )
    kotak: tuple[KunciKotak, ...] = field(
        default=KOTAK,
        metadata=kunci(
            "dokumen.kotak",
            "kotak halaman identitas, berurutan",
            "daftar dari " + ", ".join(f"“{k}”" for k in KOTAK),
        ),
    )
    penomoran: Penomoran = field(
        default="angka",
        metadata=kunci("dokumen.penomoran", "penomoran butir dalam kotak", "“angka”, “huruf” atau “strip”"),
    )

    @property
    def kantor(self) -> Path | None:
        """The office's Word file: the look itself, or ``kantor.docx`` in its folder; None where there is none."""
        if self.templat is None or self.templat.is_file():
            return self.templat
        path = self.templat / BERKAS_KANTOR
        return path if path.is_file() else None


BENTUK_BAKU: Final = Bentuk()
