"""The commands for approval: the collection of a unit, and the note of what changed in an SOP."""

from pathlib import Path
from typing import Annotated

import typer

from normalizers.model import Sop
from pipeline import atomic, console
from pipeline.cli_documents import Canonical, Template, settings_of, sops_of
from pipeline.inputs import WrongUseError
from pipeline.outputs import revisi
from pipeline.outputs.himpunan import himpunan, units
from pipeline.sentences import sentences


def collection(
    canonical: Canonical,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the collections; made when missing.")],
    template: Template = None,
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings file, of which [dokumen] counts.")
    ] = None,
) -> None:
    """Put all SOPs of a unit into one PDF: cover, contents with page numbers, the clean documents. One file per unit."""
    with sentences():
        bentuk = settings_of(config, template, None).bentuk
        groups = units(sops_of(canonical))
        for name, sops in groups.items():
            target = out / f"himpunan-{name}.pdf"
            atomic.write(target, himpunan(sops, bentuk))
            console.said(f"{target}: {len(sops)} SOP")


def revision(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A canonical file.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The note to write: a .pdf or .html file.")],
    new: Annotated[
        Path | None,
        typer.Argument(metavar="[NEW]", help="The same SOP later; without it: OLD against its source."),
    ] = None,
) -> None:
    """Write the note of what changed in an SOP: against an earlier version, or against the source as it was read."""
    with sentences():
        if out.suffix not in (".pdf", ".html"):
            raise WrongUseError(f"'{out}': catatan perubahan ditulis sebagai .pdf atau .html.")
        lama, baru = _one(old), _one(new) if new else None
        note = revisi.terhadap_sumber(lama) if baru is None else revisi.antara(lama, baru)
        atomic.write(out, revisi.pdf(note) if out.suffix == ".pdf" else revisi.html(note).encode())
        console.said(f"{out}: {len(note.butir)} perubahan isi, {note.ringan} perubahan bentuk")


def _one(path: Path) -> Sop:
    if not path.is_file():
        raise WrongUseError(f"'{path}' bukan berkas SOP kanonik.")
    (sop,) = sops_of([path])
    return sop
