"""Results of engines kept on disk, for repeated runs over the same pages.

Only where the environment variable SOPBAKU_OCR_CACHE names a folder. A result is filed under
the hash of picture, engine, version and way of reading, so nothing stale can come back.
"""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from extractors.boxes import Box
from extractors.engines.gambar import Gambar
from extractors.sheets import Word

PEUBAH = "SOPBAKU_OCR_CACHE"

Read = Callable[[Sequence[Gambar]], list[list[Word]]]


def remembered(versi: str, cara: str, pictures: Sequence[Gambar], read: Read) -> list[list[Word]]:
    """What ``read`` gives for the pictures; called only for those that are not on file.

    Args:
        versi: engine and version.
        cara: how it reads: page, cell, digits.
        pictures: what is to be read.
        read: gives the words of each of the pictures that it gets.
    """
    name = os.environ.get(PEUBAH)
    if not name:
        return read(pictures)
    folder = Path(name)
    paths = [folder / f"{_key(versi, cara, picture)}.json" for picture in pictures]
    found = [_load(path) for path in paths]
    missing = [number for number, words in enumerate(found) if words is None]
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        for number, words in zip(missing, read([pictures[number] for number in missing]), strict=True):
            _store(paths[number], words)
            found[number] = words
    return [words or [] for words in found]


def _key(versi: str, cara: str, picture: Gambar) -> str:
    head = f"{versi}|{cara}|{picture.shape}|".encode()
    return hashlib.sha256(head + picture.tobytes()).hexdigest()


def _load(path: Path) -> list[Word] | None:
    try:
        rows = json.loads(path.read_text("utf-8"))
        return [
            Word(text, Box(*box), conf, mesin, baris, dikira=any(told))
            for text, box, conf, mesin, baris, *told in rows
        ]
    except (OSError, ValueError, TypeError):
        return None


def _store(path: Path, words: Sequence[Word]) -> None:
    rows = [
        [word.text, list(word.box), word.keyakinan, word.mesin, word.baris, *[True] * word.dikira]
        for word in words
    ]
    part = path.with_suffix(f".{os.getpid()}")
    # A full disk costs the memory of this page, not the page.
    with suppress(OSError):
        part.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        part.replace(path)
