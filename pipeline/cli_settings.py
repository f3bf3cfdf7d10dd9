"""The command that shows the settings, and the options by which commands take them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline import console, settings_file
from pipeline.bentuk import FORMAT, Format
from pipeline.config import Settings
from pipeline.sentences import print_json, sentences
from pipeline.settings_file import BAWAAN, KUNCI, Terbaca, value


def formats_named(text: str) -> tuple[Format, ...]:
    """The formats in a list with commas.

    Raises:
        typer.BadParameter: one of them is none.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    wrong = [name for name in names if name not in FORMAT]
    if wrong:
        raise typer.BadParameter(f"'{wrong[0]}' is none of {', '.join(FORMAT)}")
    return tuple(known for known in FORMAT if known in names)


Inputs = Annotated[list[Path], typer.Argument(metavar="INPUT...", help="Files and folders to read.")]
Config = Annotated[
    Path | None,
    typer.Option("--config", help="Settings file; default: sopbaku.toml beside the input folder."),
]
Formats = Annotated[
    Any,
    typer.Option(
        "--formats",
        parser=formats_named,
        metavar="LIST",
        help=f"Clean documents: some of {','.join(FORMAT)}.",
    ),
]


def settings(
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[INPUT...]", help="Files and folders to read; default: here."),
    ] = None,
    config: Config = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for a machine instead of tables.")
    ] = False,
) -> None:
    """Show the settings that hold for these inputs, and where each of them comes from."""
    with sentences():
        paths = inputs or [Path.cwd()]
        # Nothing is written, so nothing has to be left out but former outputs, which mark themselves.
        found = settings_file.load(paths, Path.cwd() / "-", config)
    if as_json:
        print_json(_as_json(found))
        return
    console.settings("", _rows(found.settings, found.asal))
    for folder, asal in found.subfolder.items():
        console.settings(folder, _rows(found.settings.subfolder[folder], asal), found.asal)


def _rows(settings: Settings, asal: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
    """Key, value as it would stand in the file, where it comes from, and what it sets."""
    return [(name, written(value(settings, k)), asal.get(name, BAWAAN), k.arti) for name, k in KUNCI.items()]


def written(value: Any) -> str:
    """A value as it stands in a settings file; what is not set stands as a dash."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, Mapping):
        return (
            f"{{ {', '.join(f'{written(k)} = {written(v)}' for k, v in value.items())} }}" if value else "{}"
        )
    if isinstance(value, str | Path):
        return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{value:g}" if isinstance(value, float) else str(value)


def _as_json(found: Terbaca) -> dict[str, Any]:
    def told(settings: Settings, asal: Mapping[str, str]) -> dict[str, Any]:
        return {
            name: {"nilai": _plain(value(settings, k)), "asal": asal.get(name, BAWAAN)}
            for name, k in KUNCI.items()
        }

    subfolder = {f: told(found.settings.subfolder[f], asal) for f, asal in found.subfolder.items()}
    return {"setelan": told(found.settings, found.asal), "subfolder": subfolder}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
