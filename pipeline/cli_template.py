"""The command that gives an office the Word file to make its own look of."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline import atomic, console, settings_file
from pipeline.inputs import WrongUseError
from pipeline.sentences import sentences


def template(
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The Word file to write, which must not be there yet.")
    ],
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings file, of which [dokumen] counts.")
    ] = None,
) -> None:
    """Write a Word file with all styles and a letterhead: restyle it in Word, then name it as dokumen.templat."""
    with sentences():
        if out.suffix.lower() != ".docx":
            raise WrongUseError(f"'{out}': templat kantor ditulis sebagai .docx.")
        if out.exists():
            raise WrongUseError(f"'{out}' sudah ada; pilih nama lain.")
        settings, _ = settings_file.merge([settings_file.read(config)] if config else [])
        from pipeline.outputs.kantor_awal import kantor_awal  # brings lxml

        atomic.write(out, kantor_awal(settings.bentuk))
        console.said(
            f"{out}: ubah gaya, kop, dan margin di Word, lalu pakai sebagai dokumen.templat atau --template"
        )
