"""Settings of a run, and the fingerprints that tell whether an earlier result still holds.

Each field that a user may set says in its metadata by which key of ``sopbaku.toml``; ``settings_file`` reads it.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import cpu_count
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field

from extractors.errors import BerkasTidakTerbaca
from extractors.read import BATAS_BYTE
from extractors.sheets import Ketelitian
from normalizers.register import RegisterSalah, muat
from pipeline.bentuk import BENTUK_BAKU, Bentuk, Format
from pipeline.findings.pilihan import PILIHAN_BAKU, Pilihan
from pipeline.findings.rule import SETELAN_BAKU, Setelan
from pipeline.kunci import kunci

VERSI: Final = "0.1.0"
"""The version of sopbaku; ``pyproject.toml`` takes it from here."""

BATAS_MENIT: Final = 30.0
"""Minutes that one file may take: a bundle of some hundred scanned pages is read well within it."""

_PROGRAM: Final = ("extractors", "normalizers", "pipeline", "templates")
_BERPENGARUH: Final = (".csv", ".j2", ".json", ".py", ".toml")
_YA_TIDAK: Final = "true atau false"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set for a run.

    Attributes:
        jobs: so many files at a time, each in a process of its own. Never changes a result.
        batas_byte: larger files are refused.
        batas_menit: a file that takes longer is given up, and so is what is to be written of it; 0 sets
            no limit, and with one job all is then done in the calling process, which a deadly file takes
            along. Not part of the fingerprint: what was done in time is right under any limit.
        ocr: how much time reading from pixels may take.
        pelaku_teks: whether actors whom only the words of a step name count as its actors.
        aturan: what the rules and the durations count with.
        pilihan: which findings are wanted, and at which level.
        bentuk: how the clean documents look.
        ketat: the run fails when a finding of level galat stands. Never changes a result.
        dokumen: write clean documents.
        laporan: write diff reports and the index.
        tabel: write tables.
        subfolder: settings of input folders that have a file of their own: path of the folder, with a slash at
            its end, as it begins the names of its files -> its settings.
    """

    jobs: Annotated[int, Field(ge=1)] = field(
        default_factory=lambda: max(2, cpu_count() or 1),
        metadata=kunci("jalan.proses", "banyaknya proses", "bilangan bulat paling kecil 1", jalan=True),
    )
    batas_byte: Annotated[int, Field(ge=1)] = field(
        default=BATAS_BYTE,
        metadata=kunci(
            "baca.maks_mb", "berkas yang lebih besar ditolak", "bilangan lebih dari 0", skala=1_000_000
        ),
    )
    batas_menit: Annotated[float, Field(ge=0)] = field(
        default=BATAS_MENIT,
        metadata=kunci(
            "jalan.maks_menit",
            "berkas yang lebih lama dilewati; 0: tanpa batas",
            "bilangan paling kecil 0",
            jalan=True,
        ),
    )
    ocr: Ketelitian = field(
        default="cepat", metadata=kunci("baca.ocr", "cara membaca pindaian", "“cepat” atau “teliti”")
    )
    pelaku_teks: bool = field(
        default=False,
        metadata=kunci(
            "baca.pelaku_teks",
            "pakai pelaku yang hanya disebut kalimat langkah, bila simbolnya tidak ada",
            _YA_TIDAK,
        ),
    )
    aturan: Setelan = SETELAN_BAKU
    pilihan: Pilihan = PILIHAN_BAKU
    bentuk: Bentuk = BENTUK_BAKU
    ketat: bool = field(
        default=False,
        metadata=kunci("jalan.ketat", "gagal bila ada temuan tingkat galat", _YA_TIDAK, jalan=True),
    )
    dokumen: bool = field(
        default=True, metadata=kunci("keluaran.dokumen", "tulis dokumen bersih", _YA_TIDAK, jalan=True)
    )
    laporan: bool = field(
        default=True,
        metadata=kunci("keluaran.laporan", "tulis laporan dan index.html", _YA_TIDAK, jalan=True),
    )
    tabel: bool = field(
        default=True, metadata=kunci("keluaran.tabel", "tulis tabel CSV dan Excel", _YA_TIDAK, jalan=True)
    )
    subfolder: Mapping[str, "Settings"] = field(default_factory=dict)

    def untuk(self, berkas: str) -> "Settings":
        """The settings for an input file: those of its nearest folder with a settings file of its own."""
        own = [folder for folder in self.subfolder if berkas.startswith(folder)]
        return self.subfolder[max(own, key=len)] if own else self

    def format(self) -> tuple[Format, ...]:
        """The clean documents that are written; none when they are turned off."""
        return self.bentuk.format if self.dokumen else ()

    def sidik(self) -> str:
        """The fingerprint of all that shapes what is read from a file: program, limits, engines, own registers.

        Raises:
            BerkasTidakTerbaca: a register of the user's cannot be used; the message names it and says why.
        """
        try:
            muat(self.aturan.register_tambahan)  # told of once, before any file is read
        except RegisterSalah as error:
            raise BerkasTidakTerbaca(str(error)) from error
        shaping = f"{sidik_program()}|{self.batas_byte}|{self.ocr}|{self.pelaku_teks}|{_mesin(self.ocr)}|{_isi(self.aturan)!r}"
        return sha256(shaping.encode()).hexdigest()

    def sidik_dokumen(self) -> str:
        """The fingerprint of all that shapes the clean documents beside the SOP itself."""
        return sha256(repr(_isi(self.bentuk)).encode()).hexdigest()


def _isi(nilai: Any) -> Any:
    """The value with files and folders replaced by what is in them: a changed logo is another logo."""
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return _isi(astuple(nilai))
    if isinstance(nilai, tuple):
        return tuple(map(_isi, nilai))
    if isinstance(nilai, Path):
        return _sidik_berkas(nilai)
    return nilai


def _sidik_berkas(path: Path) -> str:
    """The hash of a file, or of all files of a folder with their names."""
    digest = sha256()
    names = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for name in names:
        content = name.read_bytes()
        digest.update(f"{name.relative_to(path).as_posix()}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def _mesin(ocr: Ketelitian) -> str:
    """The engines that read pixels here: when Tesseract is installed later, scans are worth reading again."""
    from extractors.engines import engines, second_opinion  # brings numpy, which no other setting needs

    second = second_opinion()
    return "+".join(engine.versi for engine in (*engines(ocr), *((second,) if second else ())))


@cache
def sidik_program() -> str:
    """The fingerprint of the program itself: its version and every file of code, data and templates.

    The version alone would not do: a new alias in a table changes results from one day to the next.
    """
    digest = sha256(VERSI.encode())
    for package in _PROGRAM:
        for name, entry in sorted(_walk(package, files(package)), key=lambda pair: pair[0]):
            content = entry.read_bytes()
            digest.update(f"{name}:{len(content)}:".encode())
            digest.update(content)
    return digest.hexdigest()


def _walk(name: str, entry: Traversable) -> list[tuple[str, Traversable]]:
    if entry.is_dir():
        return [found for child in entry.iterdir() for found in _walk(f"{name}/{child.name}", child)]
    return [(name, entry)] if name.endswith(_BERPENGARUH) else []
