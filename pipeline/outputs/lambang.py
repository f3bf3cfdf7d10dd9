"""The agency's emblem as all formats take it: bytes and a size on paper."""

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

PALING: Final = (24.0, 28.0)
"""Width and height that it may have, in millimetres."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The emblem: its bytes in base64, ``png`` or ``jpeg``, and how large it stands, in millimetres."""

    isi: str
    jenis: str
    lebar: float
    tinggi: float


def logo(path: Path) -> Logo:
    """The emblem in a file.

    Raises:
        OSError: it is no PNG or JPEG, or not there.
    """
    with Image.open(path, formats=("PNG", "JPEG")) as image:
        jenis, (lebar, tinggi) = (image.format or "").lower(), image.size
    skala = min(PALING[0] / lebar, PALING[1] / tinggi)
    return Logo(
        b64encode(path.read_bytes()).decode(), jenis, round(lebar * skala, 2), round(tinggi * skala, 2)
    )
