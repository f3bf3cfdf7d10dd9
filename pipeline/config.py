"""Settings of a run, and the fingerprint that tells whether an earlier result still holds."""

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import cpu_count
from typing import Final

from extractors.read import BATAS_BYTE
from extractors.sheets import Ketelitian
from pipeline.findings.rule import SETELAN_BAKU, Setelan

VERSI: Final = "0.1.0"
"""The version of sopbaku; ``pyproject.toml`` takes it from here."""

_PROGRAM: Final = ("extractors", "normalizers", "pipeline", "templates")
_BERPENGARUH: Final = (".csv", ".j2", ".json", ".py", ".toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set for a run.

    Attributes:
        jobs: worker processes. 1 works in the calling process, which a deadly file then takes along;
            so the default is never 1. Never changes a result.
        batas_byte: larger files are refused.
        ocr: how much time reading from pixels may take.
        aturan: what the rules and the durations count with.
        dokumen: write clean documents.
        laporan: write diff reports and the index.
        tabel: write tables.
    """

    jobs: int = field(default_factory=lambda: max(2, cpu_count() or 1))
    batas_byte: int = BATAS_BYTE
    ocr: Ketelitian = "cepat"
    aturan: Setelan = SETELAN_BAKU
    dokumen: bool = True
    laporan: bool = True
    tabel: bool = True

    def sidik(self) -> str:
        """The fingerprint of all that shapes what is read from a file: program, version, limits, engines."""
        shaping = f"{sidik_program()}|{self.batas_byte}|{self.ocr}|{_mesin(self.ocr)}|{self.aturan!r}"
        return sha256(shaping.encode()).hexdigest()


def _mesin(ocr: Ketelitian) -> str:
    """The engines that read pixels here: when Tesseract is installed later, scans are worth reading again."""
    from extractors.engines import engines  # brings numpy, which no other setting needs

    return "+".join(engine.versi for engine in engines(ocr))


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
