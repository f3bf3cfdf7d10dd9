"""The faces of a font by its name: from the fonts that are installed, or from those inside an office file."""

import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from shutil import which
from typing import Final

from extractors.office.package import Package
from pipeline.data import table
from pipeline.outputs.huruf import Muka, dapat_dibuka

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_UPRIGHT: Final = ("regular", "book", "roman", "normal", "")
# So many bytes at the beginning of an embedded font are masked with its key.
_MASKED: Final = 32
_SECONDS: Final = 20


def terpasang(nama: str) -> Muka | None:
    """The font, or one with the same widths, as it is installed; None where there is none, or no bold face of it."""
    for keluarga in (nama, *table("huruf")["kembaran"].get(nama, ())):
        if (muka := _installed(keluarga)) is not None:
            return muka
    return None


def tersemat(package: Package, tabel: str, nama: str) -> Muka | None:
    """The font as it is embedded in an office file.

    Args:
        package: the file.
        tabel: name of its part with the table of fonts.
        nama: of the font.

    Raises:
        BerkasTidakTerbaca: the file promises a font that is not there.
    """
    if tabel not in package:
        return None
    relations = package.relations(tabel)
    for font in package.xml(tabel).iterfind(f"{_W}font"):
        if font.get(f"{_W}name", "").casefold() != nama.casefold():
            continue
        faces = [font.find(f"{_W}{name}") for name in ("embedRegular", "embedBold")]
        if any(face is None or face.get(f"{_R}id") not in relations for face in faces):
            return None
        upright, bold = (
            _unmasked(package.read(relations[face.get(f"{_R}id")].target), face.get(f"{_W}fontKey", ""))
            for face in faces
        )
        muka = Muka(upright, bold)
        return muka if dapat_dibuka(muka) else None
    return None


@cache
def _installed(nama: str) -> Muka | None:
    program = which("fc-list")
    if program is None:
        return None
    pattern = "".join(f"\\{c}" if c in "\\-:,=" else c for c in nama)
    command = [program, "--format", "%{file}\t%{style}\t%{index}\n", f":family={pattern}"]
    listed = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False).stdout
    # Sorted: the list comes in no order that would be the same tomorrow.
    rows = sorted(line.split("\t") for line in listed.splitlines() if line.count("\t") == 2)
    faces = [(file, style.split(",")[0].strip().casefold()) for file, style, index in rows if index == "0"]
    upright, bold = _named(faces, _UPRIGHT), _named(faces, ("bold",))
    if upright is None or bold is None:
        return None
    muka = Muka(upright.read_bytes(), bold.read_bytes())
    return muka if dapat_dibuka(muka) else None


def _named(faces: Sequence[tuple[str, str]], styles: Sequence[str]) -> Path | None:
    by_style: Mapping[str, str] = {style: file for file, style in reversed(faces)}
    return next((Path(by_style[style]) for style in styles if style in by_style), None)


def _unmasked(data: bytes, key: str) -> bytes:
    """An embedded font as a font file: its beginning is masked with the digits of the key, last ones first."""
    digits = "".join(c for c in key if c in "0123456789abcdefABCDEF")
    if len(digits) != _MASKED:
        return data
    mask = bytes.fromhex(digits)[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:_MASKED], mask, strict=False)) + data[_MASKED:]
