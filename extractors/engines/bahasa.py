"""Where Tesseract's Indonesian model lies."""

import os
from pathlib import Path

BAHASA = "ind"
_TEMPAT = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
"""Where distributions put the models: Debian 12 and 11, Fedora and Arch, from source, Homebrew."""


def tessdata() -> Path | None:
    """The folder that holds the Indonesian model; None without one."""
    prefix = os.environ.get("TESSDATA_PREFIX")
    places = [Path(prefix), Path(prefix) / "tessdata"] if prefix else [Path(place) for place in _TEMPAT]
    return next((place for place in places if (place / f"{BAHASA}.traineddata").is_file()), None)
