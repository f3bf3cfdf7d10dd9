"""The commands for approval: the collection of a unit, and the note of what changed in an SOP."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from normalizers.model import Sop
from pipeline import atomic, console
from pipeline.bentuk import Bentuk
from pipeline.cli_documents import Canonical, Inputs, Template, check_look, settings_of, sops_of
from pipeline.inputs import WrongUseError
from pipeline.outputs import himpunan, revisi
from pipeline.outputs.revisi import Revisi
from pipeline.sentences import sentences

_HIMPUNAN: Final[Mapping[str, Callable[[Sequence[Sop], Bentuk], bytes]]] = {
    "pdf": himpunan.pdf,
    "docx": himpunan.docx,
}
_CATATAN: Final[Mapping[str, Callable[[Revisi], bytes]]] = {
    ".pdf": revisi.pdf,
    ".docx": revisi.docx,
    ".html": lambda note: revisi.html(note).encode(),
}


def collection(
    canonical: Canonical,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the collections; made when missing.")],
    template: Template = None,
    formats: Annotated[
        str, typer.Option("--formats", metavar="LIST", help="pdf, docx, or both with a comma.")
    ] = "pdf,docx",
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings file, of which [dokumen] counts.")
    ] = None,
    inputs: Inputs = None,
) -> None:
    """Put all SOPs of a unit into one file: cover, contents with page numbers, the clean documents; as PDF and for Word."""
    with sentences():
        wanted = dict.fromkeys(name.strip() for name in formats.split(","))
        if not wanted.keys() <= _HIMPUNAN.keys():
            raise WrongUseError(f"Himpunan ditulis sebagai pdf atau docx, bukan '{formats}'.")
        settings = settings_of(out, config, template, ("docx",) if "docx" in wanted else ("pdf",), inputs)
        groups = himpunan.units(sops_of(canonical))
        looks = {name: settings.untuk(sops[0].sumber.berkas).bentuk for name, sops in groups.items()}
        check_look(*looks.values())
        for name, sops in groups.items():
            for ending in wanted:
                target = out / f"himpunan-{name}.{ending}"
                atomic.write(target, _HIMPUNAN[ending](sops, looks[name]))
                console.said(f"{target}: {len(sops)} SOP")


def revision(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A canonical file.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The note to write: a .pdf, .docx or .html file.")],
    new: Annotated[
        Path | None,
        typer.Argument(metavar="[NEW]", help="The same SOP later; without it: OLD against its source."),
    ] = None,
) -> None:
    """Write the note of what changed in an SOP: against an earlier version, or against the source as it was read."""
    with sentences():
        if out.suffix not in _CATATAN:
            raise WrongUseError(f"'{out}': catatan perubahan ditulis sebagai .pdf, .docx atau .html.")
        lama, baru = _one(old), _one(new) if new else None
        note = revisi.terhadap_sumber(lama) if baru is None else revisi.antara(lama, baru)
        atomic.write(out, _CATATAN[out.suffix](note))
        console.said(f"{out}: {len(note.butir)} perubahan isi, {note.ringan} perubahan bentuk")


def _one(path: Path) -> Sop:
    if not path.is_file():
        raise WrongUseError(f"'{path}' bukan berkas SOP kanonik.")
    (sop,) = sops_of([path])
    return sop
