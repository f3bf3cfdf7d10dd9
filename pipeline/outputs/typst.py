"""Lembar to PDF through Typst: the only module that knows it.

Texts travel as JSON beside the source, never inside it, so no text can become a command. Fonts
come with the packages; those of the machine are not looked at.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any, cast

import fontpkg_arimo
import typst

from pipeline.outputs.lembar import Lembar
from pipeline.outputs.render import render


def compile_pdf(lembar: Lembar, tetap: Mapping[str, Any]) -> bytes:
    """The document as PDF: fonts embedded, tagged, without any date.

    Args:
        lembar: what to show.
        tetap: wording and measures that the template needs beside it; JSON-able.
    """
    data = json.dumps({**tetap, "lembar": asdict(lembar)}, ensure_ascii=False)
    pdf = _compiler().compile(_source(), format="pdf", sys_inputs={"data": data})
    return cast(bytes, pdf)


@cache
def _compiler() -> typst.Compiler:
    """One per process: reading fonts takes longer than setting a document."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[fontpkg_arimo.ROOT / "files"])
    return typst.Compiler(font_paths=fonts)


@cache
def _source() -> bytes:
    return render("sop.typ.j2").encode()
