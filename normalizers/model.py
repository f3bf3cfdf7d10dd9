"""The canonical SOP as pydantic models: CONTRACT.md in code, keys in the contract's order.

Types hold and do not act: no repair, no parsing here. ``sop.schema.json`` is generated
from this module by ``make schema``.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSI_SKEMA: Final = "1.0"

Jenis = Literal["teks", "pdf", "pindaian", "docx", "xlsx", "html"]
Simbol = Literal["terminator", "proses", "keputusan", "konektor"]
Tingkat = Literal["galat", "peringatan", "info"]
Batas = Literal["maks", "min", "kira"]
Status = Literal["Plt.", "Plh.", "Pj.", "Pjs.", "a.n."]
StatusPeraturan = Literal["berlaku", "diubah", "dicabut"]
JenisLembaran = Literal["LN", "TLN", "BN", "LD", "TLD", "BD"]
JenisPeraturan = Literal[
    "UUD",
    "TAP",
    "UU",
    "Perppu",
    "PP",
    "Perpres",
    "Keppres",
    "Inpres",
    "Permen",
    "Kepmen",
    "Inmen",
    "SE",
    "Perda",
    "Pergub",
    "Perbup",
    "Perwali",
    "Perdes",
    "Kepgub",
    "Kepbup",
    "Kepwali",
    "Perki",
    "Perka",
    "Peraturan",
]
Satuan = Literal["detik", "menit", "jam", "hari", "minggu", "bulan", "triwulan", "semester", "tahun"]
Tanggal = Annotated[
    str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO 8601, whole or partial")
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sumber(_Model):
    """The input file and the pages of it that carry this SOP."""

    berkas: str
    sha256: str
    halaman: list[int]
    jenis: Jenis


class Instansi(_Model):
    """Who made the SOP."""

    pemerintah: str | None = None
    unit: str | None = None


class Pejabat(_Model):
    """The officer who approved the SOP."""

    jabatan: str | None = None
    status: Status | None = None
    nama: str | None = None
    pangkat: str | None = None
    nip: str | None = None


class Identitas(_Model):
    """The upper right of the identity page."""

    nomor_sop: str | None = None
    tanggal_pembuatan: Tanggal | None = None
    tanggal_revisi: Tanggal | None = None
    tanggal_efektif: Tanggal | None = None
    tanggal_pengesahan: Tanggal | None = None
    nama_sop: str | None = None
    disahkan_oleh: Pejabat = Pejabat()


class Lembaran(_Model):
    """An entry in a gazette."""

    jenis: JenisLembaran
    tahun: int | None = None
    nomor: str


class Pengubah(_Model):
    """A regulation that changes the cited one, as the item states it."""

    jenis: JenisPeraturan | None = None
    lembaga: str | None = None
    nomor: str
    tahun: int | None = None
    tentang: str | None = None


class DasarHukum(_Model):
    """One cited regulation; ``teks`` is the whole item, cleaned."""

    teks: str
    jenis: JenisPeraturan | None = None
    lembaga: str | None = None
    nomor: str | None = None
    tahun: int | None = None
    tentang: str | None = None
    lembaran: list[Lembaran] = []
    status: StatusPeraturan | None = None
    diubah_dengan: list[Pengubah] = []


class Pelaksana(_Model):
    """An actor column; ``anggota`` names the roles of a composite one."""

    id: str
    nama: str
    label: str
    anggota: list[str] = []


class Tanda(_Model):
    """The symbol of one actor in one step; ``simbol`` is null where the actor is known and the symbol is not."""

    id: str
    simbol: Simbol | None = None


class Waktu(_Model):
    """A duration; ``menit`` are working minutes of ``nilai_maks``, else of ``nilai``."""

    teks: str
    nilai: int | float | None = None
    nilai_maks: int | float | None = None
    satuan: Satuan | None = None
    per: str | None = None
    batas: Batas | None = None
    kalender: bool = False
    menit: int | float | None = None


class Langkah(_Model):
    """One step; ``pelaksana`` is null where the source carries no symbols at all."""

    no: int | None
    uraian: str
    pelaksana: list[Tanda] | None = None
    kelengkapan: str | None = None
    waktu: Waktu | None = None
    output: str | None = None
    keterangan: str | None = None


Cabang = Literal["Ya", "Tidak"]


class Simpul(_Model):
    """One end of a flow edge."""

    no: int
    pelaksana: str


class Alur(_Model):
    """A flow edge."""

    dari: Simpul
    ke: Simpul
    label: Cabang | None = None


class Temuan(_Model):
    """A finding; ``lokasi`` is a JSON Pointer into the same file."""

    kode: str
    tingkat: Tingkat
    lokasi: str
    pesan: str
    usulan: str | None = None


class Bukti(_Model):
    """Where a value came from.

    ``cara`` tells how it was found and, behind a colon, which engine read its pixels: ``label:tesseract``.
    """

    mentah: str
    halaman: int = 1
    kotak: tuple[float, float, float, float] | None = None
    baris: tuple[int, int] | None = None
    cara: str
    keyakinan: Annotated[float, Field(ge=0, le=1)]

    @property
    def jalan(self) -> str:
        """How the value was found, without the engine."""
        return self.cara.partition(":")[0]

    @property
    def mesin(self) -> str:
        """Which engines read it from pixels, joined by ``+``; empty for a text that the file itself holds."""
        return self.cara.partition(":")[2]


KOTAK: Final = (
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
)
"""The boxes of the identity page that are plain lists of texts, in the contract's order."""


class Sop(_Model):
    """One standard operating procedure."""

    versi_skema: Literal["1.0"] = VERSI_SKEMA
    id: str
    sumber: Sumber
    instansi: Instansi = Instansi()
    identitas: Identitas = Identitas()
    dasar_hukum: list[DasarHukum] = []
    kualifikasi_pelaksana: list[str] = []
    keterkaitan: list[str] = []
    peralatan_perlengkapan: list[str] = []
    peringatan: list[str] = []
    pencatatan_pendataan: list[str] = []
    pelaksana: list[Pelaksana] = []
    prosedur: list[Langkah] = []
    alur: list[Alur] = []
    temuan: list[Temuan] = []
    bukti: dict[str, Bukti] = {}
