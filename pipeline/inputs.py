"""Which files a run works on, and by which name it calls them.

Every file below an input folder is a Masukan, known type or not: what cannot be read gets its
row in the manifest too. Left out are only what nobody put there as a document (hidden files,
lock files of office programs, thumbnails) and sopbaku's own output.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

STATE_FOLDER: Final = ".sopbaku"
"""The folder inside OUT that marks it as an output of sopbaku and holds what the next run can reuse."""
OUTPUT_FOLDERS: Final = frozenset(
    [STATE_FOLDER, "canonical", "compare", "documents", "findings", "pages", "reports", "tables"]
)
"""The folders inside OUT that are sopbaku's own."""

SETTINGS_FILE: Final = "sopbaku.toml"
"""The settings of what lies in and below a folder; see ``settings_file``."""

_NO_DOCUMENT: Final = frozenset(["__macosx", "desktop.ini", "thumbs.db", SETTINGS_FILE])


class WrongUseError(Exception):
    """The command was used wrongly; ``str()`` is the sentence for the user (exit code 2)."""


@dataclass(frozen=True, slots=True)
class Masukan:
    """One input file: where it is, and its path relative to the input folder, with slashes."""

    path: Path
    berkas: str


def collect(inputs: Sequence[Path], out: Path) -> list[Masukan]:
    """The input files sorted by name.

    A file that is named by two inputs counts once. With several input folders the folder's own
    name comes before the path, so that equal names in two of them stay apart.

    Raises:
        WrongUseError: an input does not exist, is or lies in an output folder, or two files would
            be called the same.
    """
    prefixed = sum(path.is_dir() for path in inputs) > 1
    found: dict[str, Masukan] = {}
    for path in inputs:
        _check(path, out)
        for masukan in _of_input(path, out, prefixed):
            other = found.setdefault(masukan.berkas, masukan)
            # Not Path.resolve: it raises on a link that leads to itself.
            if os.path.realpath(other.path) != os.path.realpath(masukan.path):
                raise WrongUseError(
                    f"Dua masukan berbeda sama-sama bernama '{masukan.berkas}'; "
                    "jalankan terpisah atau letakkan dalam satu folder induk."
                )
    return sorted(found.values(), key=lambda masukan: masukan.berkas)


def settings_files(inputs: Sequence[Path], out: Path) -> list[Masukan]:
    """The settings files in the input folders, outer ones first, called as input files are called.

    Raises:
        WrongUseError: an input does not exist, or is or lies in an output folder.
    """
    prefixed = sum(path.is_dir() for path in inputs) > 1
    found = []
    for path in inputs:
        _check(path, out)
        if path.is_dir():
            prefix = f"{path.resolve().name}/" if prefixed else ""
            for folder in _folders(path, out.resolve(), []):
                if (file := folder[0] / SETTINGS_FILE).is_file():
                    found.append(Masukan(file, _readable(prefix + file.relative_to(path).as_posix())))
    return sorted(found, key=lambda masukan: masukan.berkas.split("/")[:-1])


def _check(path: Path, out: Path) -> None:
    if not os.path.lexists(path):
        raise WrongUseError(f"Masukan '{path}' tidak ada.")
    if not path.is_dir():
        return
    real, target = path.resolve(), out.resolve()
    if real == target:
        raise WrongUseError(f"Folder hasil '{out}' sama dengan folder masukan; pilih folder lain.")
    if target in real.parents and real.relative_to(target).parts[0] in OUTPUT_FOLDERS:
        raise WrongUseError(f"Masukan '{path}' adalah bagian dari folder hasil '{out}'.")
    if (path / STATE_FOLDER).is_dir():
        raise WrongUseError(f"Masukan '{path}' adalah folder hasil sopbaku, bukan kumpulan SOP.")


def _of_input(path: Path, out: Path, prefixed: bool) -> Iterator[Masukan]:
    if not path.is_dir():
        yield Masukan(path, _readable(path.name))
        return
    prefix = f"{path.resolve().name}/" if prefixed else ""
    for file in _walk(path, out.resolve()):
        yield Masukan(file, _readable(prefix + file.relative_to(path).as_posix()))


def _walk(root: Path, out: Path) -> Iterator[Path]:
    """The files below a folder.

    A subfolder that cannot be opened is handed on as if it were a file, so that its loss shows.
    """
    closed: list[Path] = []
    for here, files in _folders(root, out, closed):
        yield from (here / name for name in files if not _left_out(name))
    yield from closed


def _folders(root: Path, out: Path, closed: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Each folder with the names of its files; each real one once, however links may loop.

    Args:
        root: the folder to begin with, which comes too.
        out: the output folder, real path; neither it nor another output of sopbaku is entered.
        closed: takes the folders that cannot be opened.
    """
    seen: set[tuple[int, int]] = set()
    walk = os.walk(root, onerror=lambda error: closed.append(Path(error.filename)), followlinks=True)
    for folder, subfolders, files in walk:
        here = Path(folder)
        status = here.stat()
        own = here != root and (here.resolve() == out or (here / STATE_FOLDER).is_dir())
        if own or (status.st_dev, status.st_ino) in seen:
            subfolders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        # Links last: a folder that is reached both ways goes by its real path.
        subfolders[:] = sorted(
            (name for name in subfolders if not _left_out(name)),
            key=lambda name: ((here / name).is_symlink(), name),
        )
        yield here, files


def _left_out(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _NO_DOCUMENT


def _readable(name: str) -> str:
    """The name as text that can be written: bytes that are no UTF-8 show as their hexadecimal escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
