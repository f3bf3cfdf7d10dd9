"""The command that makes clean documents of canonical files again, without reading any input."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from normalizers.model import Sop
from pipeline import atomic, console, settings_file
from pipeline.bentuk import Bentuk, Format
from pipeline.cli_settings import Formats
from pipeline.config import Settings
from pipeline.executors import run_all
from pipeline.inputs import WrongUseError
from pipeline.outputs import documents as drawn
from pipeline.outputs import records
from pipeline.sentences import sentences

Canonical = Annotated[
    list[Path],
    typer.Argument(metavar="CANONICAL...", help="Canonical JSON files, or folders of them, such as OUT."),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        help="A look: a Word file with your styles and letterhead, or a folder with templates in place of "
        "sopbaku's own of the same names.",
    ),
]

Inputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--inputs",
        help="Folder that the SOPs were read from (as often as there were folders): the sopbaku.toml files beside and in it "
        "hold, each for the SOPs of its folder.",
    ),
]


def documents(
    canonical: Canonical,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the documents; made when missing.")],
    template: Template = None,
    formats: Formats = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings file, of which [dokumen] counts.")
    ] = None,
    inputs: Inputs = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes.")] = None,
) -> None:
    """Make the clean documents of canonical SOPs, corrected ones say, without reading inputs again.

    Writes DIR/<id>.<format>; other files there are left alone.
    """
    with sentences():
        settings = settings_of(out, config, template, formats, inputs)
        sops = sops_of(canonical)
        check_look(*(settings.untuk(sop.sumber.berkas).bentuk for sop in sops))
        written = 0
        for index, result in run_all(sops, partial(_write, out, settings), jobs or settings.jobs):
            if isinstance(result, Exception):
                raise WrongUseError(f"Dokumen '{sops[index].id}' tidak dapat dibuat: {result}") from result
            written += result
        console.said(f"{written} dokumen dari {len(sops)} SOP ditulis ke {out}")


def settings_of(
    out: Path,
    config: Path | None,
    template: Path | None,
    formats: Sequence[Format] | None,
    inputs: Sequence[Path] | None,
) -> Settings:
    """The settings of a command that reads canonical files.

    Args:
        out: where it writes.
        config: a settings file.
        template: a look that goes over the settings.
        formats: kinds of files that go over them, too.
        inputs: folders of the source files, whose own settings hold.

    Raises:
        WrongUseError: a settings file, an input folder, or the look, cannot be used.
    """
    if template is not None and not template.exists():
        raise WrongUseError(f"Templat '{template}' bukan folder dan bukan berkas Word.")
    said = {"dokumen.templat": template, "dokumen.format": tuple(formats) if formats else None}
    if inputs:
        return settings_file.load(inputs, out, config, said).settings
    command = settings_file.Lapis("", {name: value for name, value in said.items() if value is not None})
    return settings_file.merge([*([settings_file.read(config)] if config else []), command])[0]


def check_look(*looks: Bentuk) -> None:
    """Says once, before anything is written, what there is to say of the Word files of looks.

    Raises:
        WrongUseError: one of them cannot be used.
    """
    wanted = dict.fromkeys(look for look in looks if look.kantor is not None and "docx" in look.format)
    if not wanted:
        return
    from pipeline.outputs.docx_kantor import periksa  # brings lxml, which other looks do without
    from pipeline.outputs.kop import TemplatSalah

    try:
        told = dict.fromkeys(map(periksa, wanted))
    except TemplatSalah as error:
        raise WrongUseError(str(error)) from error
    for sentence in filter(None, told):
        console.warning(sentence)


def sops_of(paths: Sequence[Path]) -> list[Sop]:
    """The SOPs of canonical files and of folders of them, each id once.

    Raises:
        WrongUseError: a file is none, a folder holds none, or two SOPs have the same id.
    """
    found: dict[str, Sop] = {}
    for path in paths:
        folder = path / "canonical" if (path / "canonical").is_dir() else path
        files = [path] if path.is_file() else sorted(folder.glob("*.json"))
        if not files:
            raise WrongUseError(f"'{path}' bukan berkas SOP kanonik dan bukan folder hasil sopbaku.")
        for file in files:
            try:
                sop = records.from_json(file.read_bytes())
            except ValidationError as error:
                raise WrongUseError(f"'{file}' bukan berkas SOP kanonik.") from error
            if sop.id in found:
                raise WrongUseError(f"Dua SOP sama-sama ber-id '{sop.id}'; ubah salah satunya.")
            found[sop.id] = sop
    return list(found.values())


def _write(out: Path, settings: Settings, sop: Sop) -> int:
    bentuk = settings.untuk(sop.sumber.berkas).bentuk
    # An id from a file that somebody edited must not lead out of the folder.
    name = Path(sop.id).name or "sop"
    for format_ in bentuk.format:
        atomic.write(out / f"{name}.{format_}", drawn.render(sop, format_, bentuk))
    return len(bentuk.format)
