"""What is written of a run, one module per output; ``render`` is the only door to the templates.

``WRITERS`` lists what is written of each SOP: to add an output, add its module and its line here.
The tables, the index and the manifest are of the whole run and belong to ``pipeline.batch``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.config import Settings
from pipeline.naskah import Naskah

# The modules are imported where they are used: a run without documents must not wait for their engines.


@dataclass(frozen=True, slots=True)
class Writer:
    """One output of each SOP.

    Attributes:
        pilihan: the switch of the settings that turns it off; None when it is always written.
        tulis: the files of one SOP: path relative to OUT -> content.
    """

    pilihan: Literal["dokumen", "laporan"] | None
    tulis: Callable[[Naskah, Settings], Mapping[str, bytes]]


def _canonical(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import records

    return {f"canonical/{naskah.sop.id}.json": records.to_json(naskah.sop)}


def _report(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import diff_report

    return {f"reports/{naskah.sop.id}.html": diff_report.render(naskah, dokumen=settings.dokumen).encode()}


def _document_html(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import documents

    return {f"documents/{naskah.sop.id}.html": documents.html(naskah.sop).encode()}


def _document_docx(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import documents

    return {f"documents/{naskah.sop.id}.docx": documents.docx(naskah.sop)}


def _document_pdf(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import documents

    return {f"documents/{naskah.sop.id}.pdf": documents.pdf(naskah.sop)}


WRITERS: Mapping[str, Writer] = {
    "data kanonik": Writer(None, _canonical),
    "laporan perbandingan": Writer("laporan", _report),
    "dokumen HTML": Writer("dokumen", _document_html),
    "dokumen DOCX": Writer("dokumen", _document_docx),
    "dokumen PDF": Writer("dokumen", _document_pdf),
}
"""Name for messages -> writer, in the order in which they are written."""
