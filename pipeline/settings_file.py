"""sopbaku.toml: found, read, checked key by key, and laid over one another to the settings of a run.

Three layers, later over earlier: the file beside the input folder (or the one that was named), the files inside
the input folder from the outer to the inner ones, and what the command line says. Tables (``temuan.tingkat``,
``temuan.per_berkas``) are merged entry by entry; any other value takes the place of the outer one.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache, reduce
from pathlib import Path, PurePosixPath
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from pipeline.config import Settings
from pipeline.findings import ATURAN
from pipeline.findings.pilihan import SEMUA, Pilihan
from pipeline.inputs import SETTINGS_FILE, WrongUseError, settings_files
from pipeline.kunci import Kunci, semua
from pipeline.putusan import DASAR, DITERIMA

KUNCI: Final[Mapping[str, Kunci]] = {k.nama: k for k in semua(Settings)}
"""All keys by their dotted names, in the order in which they are shown."""
BAWAAN: Final = "bawaan"
"""Where a value comes from that nobody set."""

_TABEL: Final = ("temuan.tingkat", "temuan.per_berkas")
_BERKODE: Final = ("temuan.pilih", "temuan.abaikan", *_TABEL)
_LIKELY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Lapis:
    """Settings from one place.

    Attributes:
        asal: what a person calls the place: the path of a file, or ``baris perintah``.
        nilai: key -> value, checked.
    """

    asal: str
    nilai: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Terbaca:
    """The settings of a run and where each came from.

    Attributes:
        settings: those of the run, with those of the subfolders in them.
        asal: key -> where its value comes from; what is missing was not set by anybody.
        subfolder: the same for each subfolder with a file of its own, by the path of the folder.
    """

    settings: Settings
    asal: Mapping[str, str]
    subfolder: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def load(
    inputs: Sequence[Path], out: Path, config: Path | None = None, command: Mapping[str, Any] | None = None
) -> Terbaca:
    """The settings for these inputs.

    Args:
        inputs: files and folders.
        out: the output folder, which is not looked into.
        config: a settings file to read in place of the one beside the input.
        command: what the command line says: key -> value; None values are not said.

    Raises:
        WrongUseError: a file is missing, is no TOML, or holds a key or a value that is not allowed.
    """
    beside = _beside(inputs)
    path = config or _file_beside(beside)
    inner = settings_files(inputs, out)
    said = Lapis("baris perintah", {k: v for k, v in (command or {}).items() if v is not None})
    outer = [read(path)] if path else []
    # One input folder is the run; of several, each is a part of it.
    top = [m for m in inner if m.berkas == SETTINGS_FILE]
    outer += [read(m.path) for m in top]
    settings, asal = merge([*outer, said])
    layers: dict[str, list[Lapis]] = {}
    for masukan in inner:
        if masukan not in top:
            folder = PurePosixPath(masukan.berkas).parent.as_posix() + "/"
            above = [known for known in layers if folder.startswith(known)]
            under = layers[max(above, key=len)] if above else outer
            layers[folder] = [*under, read(masukan.path, folder)]
    merged = {folder: merge([*own, said]) for folder, own in layers.items()}
    subfolder = {folder: own for folder, (own, _) in merged.items()}
    place = config.parent if config else beside[0] if len(beside) == 1 else None
    settings = replace(settings, subfolder=subfolder, pilihan=_placed(settings.pilihan, place))
    return Terbaca(settings, asal, {f: told for f, (_, told) in merged.items()})


def _placed(pilihan: Pilihan, folder: Path | None) -> Pilihan:
    """The files of decisions at their usual place, where no other is named and there is one such place."""
    if folder is None:
        return pilihan
    return replace(
        pilihan, diterima=pilihan.diterima or folder / DITERIMA, dasar=pilihan.dasar or folder / DASAR
    )


def read(path: Path, subfolder: str = "") -> Lapis:
    """One settings file.

    Args:
        path: of the file.
        subfolder: path of its folder below the input folder, with a slash at its end; "" for the run's own file.

    Raises:
        WrongUseError: it cannot be read, is no TOML, or holds a key or a value that is not allowed.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise WrongUseError(f"Setelan '{path}' tidak dapat dibaca: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUseError(f"Setelan '{path}' bukan TOML yang sah: {error}.") from error
    values = {}
    for name, value in _flat(content):
        k = KUNCI.get(name)
        if k is None:
            raise WrongUseError(
                f"Setelan '{path}': kunci '{name}' tidak dikenal{_nearest(name, KUNCI, 'sopbaku settings')}."
            )
        if subfolder and k.jalan:
            raise WrongUseError(
                f"Setelan '{path}': '{name}' berlaku untuk seluruh proses, jadi hanya boleh di setelan utama."
            )
        values[name] = _checked(path, k, value)
    if subfolder and "temuan.per_berkas" in values:
        values["temuan.per_berkas"] = {
            pattern: codes
            for own, codes in values["temuan.per_berkas"].items()
            for pattern in _below(subfolder, own)
        }
    return Lapis(str(path), values)


def merge(layers: Iterable[Lapis]) -> tuple[Settings, dict[str, str]]:
    """The settings that the layers give, later ones over earlier ones, and the place of each value that was set."""
    values: dict[str, Any] = {}
    asal: dict[str, str] = {}
    for lapis in layers:
        for name, value in lapis.nilai.items():
            values[name] = {**values.get(name, {}), **value} if name in _TABEL else value
            asal[name] = lapis.asal
    return reduce(lambda s, item: _put(s, KUNCI[item[0]].atribut, item[1]), values.items(), Settings()), asal


def value(settings: Settings, k: Kunci) -> Any:
    """What a setting is, as it would stand in the file."""
    found: Any = reduce(getattr, k.atribut, settings)
    return found / k.skala if k.skala != 1 else found


def _put(holder: Any, atribut: Sequence[str], value: Any) -> Any:
    name, *inner = atribut
    return replace(holder, **{name: _put(getattr(holder, name), inner, value) if inner else value})


def _flat(content: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in content.items():
        dotted = f"{before}{name}"
        if isinstance(value, dict) and dotted not in KUNCI:
            yield from _flat(value, f"{dotted}.")
            if not value and not any(known.startswith(f"{dotted}.") for known in KUNCI):
                yield dotted, value
        else:
            yield dotted, value


def _checked(path: Path, k: Kunci, value: Any) -> Any:
    """The value as its setting takes it.

    Raises:
        WrongUseError: it is not allowed.
    """
    wrong = f"Setelan '{path}': '{k.nama}' harus {k.boleh}"
    scaled = value
    if k.skala != 1 and isinstance(value, int | float) and not isinstance(value, bool):
        scaled = int(value * k.skala)
    try:
        checked = _adapter(k.nama).validate_python(_tuples(scaled), context={"folder": path.parent})
    except ValidationError as error:
        missing = any("tidak ada" in e["msg"] for e in error.errors())
        raise WrongUseError(f"{wrong}, bukan {value!r}{', yang tidak ada' if missing else ''}.") from error
    # What is quoted is no number, and a number is no yes or no.
    if isinstance(value, str) != isinstance(checked, str | Path) or isinstance(value, bool) != isinstance(
        checked, bool
    ):
        raise WrongUseError(f"{wrong}, bukan {value!r}.")
    for kode in _codes(checked) if k.nama in _BERKODE else ():
        if kode != SEMUA and not any(kode and rule.kode.startswith(kode) for rule in ATURAN):
            near = _nearest(kode, [rule.kode for rule in ATURAN], "sopbaku rules")
            raise WrongUseError(f"{wrong}; '{kode}' bukan kode aturan{near}.")
    return checked


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(KUNCI[name].tipe)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _codes(value: Any) -> Iterator[str]:
    """The codes in a list of codes, a table by code, or a table of lists of codes."""
    if not isinstance(value, Mapping):
        yield from value
        return
    for key, inner in value.items():
        yield from inner if isinstance(inner, tuple) else (key,)


def _nearest(name: str, known: Iterable[str], listed: str) -> str:
    """What may have been meant, as the end of a sentence; else where all are listed."""
    found = get_close_matches(name, list(known), n=1, cutoff=_LIKELY)
    return f"; yang terdekat '{found[0]}'" if found else f"; daftar semua: {listed}"


def _below(subfolder: str, pattern: str) -> tuple[str, ...]:
    """A pattern from the file of a subfolder as one over all input files."""
    return (subfolder + pattern,) if "/" in pattern else (subfolder + pattern, f"{subfolder}*/{pattern}")


def _beside(inputs: Sequence[Path]) -> list[Path]:
    """The folders that hold the inputs, each once."""
    return list(dict.fromkeys(path.absolute().parent for path in inputs))


def _file_beside(folders: Sequence[Path]) -> Path | None:
    found = [path for folder in folders if (path := folder / SETTINGS_FILE).is_file()]
    if len(found) > 1:
        raise WrongUseError(
            f"Masukan punya setelan yang berbeda: '{found[0]}' dan '{found[1]}'; pilih satu dengan --config."
        )
    return found[0] if found else None
