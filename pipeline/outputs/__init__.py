"""What is written of a run, one module per output; ``render`` is the only door to the templates.

``WRITERS`` lists what is written of each SOP: to add an output, add its module and its line here.
The tables, the index and the manifest are of the whole run and belong to ``pipeline.batch``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from pipeline.bentuk import Format
from pipeline.config import Settings
from pipeline.naskah import Naskah

# The modules are imported where they are used: a run without documents must not wait for their engines.


@dataclass(frozen=True, slots=True)
class Writer:
    """One output of each SOP.

    Attributes:
        pilihan: the switch of the settings that turns it off; None when it is always written. A clean document
            is also left out when its format is not wanted.
        tulis: the files of one SOP: path relative to OUT -> content.
    """

    pilihan: Literal["dokumen", "laporan"] | None
    tulis: Callable[[Naskah, Settings], Mapping[str, bytes]]


def _canonical(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import records

    return {f"canonical/{naskah.sop.id}.json": records.to_json(naskah.sop)}


def _report(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    from pipeline.outputs import diff_report

    return {f"reports/{naskah.sop.id}.html": diff_report.render(naskah, dokumen=settings.format()).encode()}


def _document(naskah: Naskah, settings: Settings, format_: Format) -> Mapping[str, bytes]:
    from pipeline.outputs import documents

    if format_ not in settings.format():
        return {}
    return {f"documents/{naskah.sop.id}.{format_}": documents.render(naskah.sop, format_, settings.bentuk)}


WRITERS: Mapping[str, Writer] = {
    "data kanonik": Writer(None, _canonical),
    "laporan perbandingan": Writer("laporan", _report),
    "dokumen HTML": Writer("dokumen", partial(_document, format_="html")),
    "dokumen DOCX": Writer("dokumen", partial(_document, format_="docx")),
    "dokumen PDF": Writer("dokumen", partial(_document, format_="pdf")),
    "dokumen XLSX": Writer("dokumen", partial(_document, format_="xlsx")),
    "proses BPMN": Writer("dokumen", partial(_document, format_="bpmn")),
    "bagan Mermaid": Writer("dokumen", partial(_document, format_="mermaid")),
}
"""Name for messages -> writer, in the order in which they are written."""
