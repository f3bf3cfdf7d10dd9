"""Keys of ``sopbaku.toml``: a field of the settings says beside its type by which key a user sets it.

A setting is declared once, as a field of a dataclass with this metadata; the settings file, its errors and
``sopbaku settings`` are made from the declaration.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any, Final, get_type_hints

from pydantic import AfterValidator, ValidationInfo

_TANDA: Final = "kunci"


def _di_sini(path: Path, info: ValidationInfo) -> Path:
    """A path as its settings file means it: seen from the folder of the file, if one is being read."""
    folder: Path | None = (info.context or {}).get("folder")
    return path if folder is None else folder / path


def _ada(path: Path) -> Path:
    if not path.exists():
        raise ValueError("tidak ada")
    return path


PathBaru = Annotated[Path, AfterValidator(_di_sini)]
"""A file that may be made later."""
PathAda = Annotated[Path, AfterValidator(_di_sini), AfterValidator(_ada)]
"""A file or folder that must be there."""


@dataclass(frozen=True, slots=True)
class Kunci:
    """One key.

    Attributes:
        nama: dotted name in the file: ``temuan.abaikan``.
        arti: what it sets, in Indonesian.
        boleh: what is allowed, in Indonesian, as the end of a sentence "… harus".
        jalan: whether it is of the whole run, and so has no place in the file of a subfolder.
        skala: the setting is what stands in the file times this.
        atribut: where it lies in the settings: names of attributes, outermost first.
        tipe: its type, for pydantic.
    """

    nama: str
    arti: str
    boleh: str
    jalan: bool = False
    skala: int = 1
    atribut: tuple[str, ...] = ()
    tipe: Any = None


def kunci(nama: str, arti: str, boleh: str, *, jalan: bool = False, skala: int = 1) -> dict[str, Kunci]:
    """The metadata of a field that a user may set."""
    return {_TANDA: Kunci(nama, arti, boleh, jalan, skala)}


def semua(kelas: Any, induk: tuple[str, ...] = ()) -> Iterator[Kunci]:
    """All keys of a dataclass of settings and of the dataclasses in it, in the order of the fields."""
    tipe = get_type_hints(kelas, include_extras=True)
    for field in fields(kelas):
        atribut = (*induk, field.name)
        if _TANDA in field.metadata:
            yield replace(field.metadata[_TANDA], atribut=atribut, tipe=tipe[field.name])
        elif hasattr(tipe[field.name], "__dataclass_fields__"):
            yield from semua(tipe[field.name], atribut)
