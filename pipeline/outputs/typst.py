"""Lembar to PDF through Typst: the only module that knows it.

Texts travel as JSON beside the source, never inside it, so no text can become a command. Fonts
come with the packages; those of the machine are not looked at.
"""

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, cast

import fontpkg_arimo
import typst

from pipeline.outputs.flowchart.forms import corners
from pipeline.outputs.flowchart.model import KONEKTOR, Page
from pipeline.outputs.flowchart.strokes import head_of, letter_of
from pipeline.outputs.lembar import Lembar
from pipeline.outputs.render import render


def compile_pdf(lembar: Lembar, tetap: Mapping[str, Any], rupa: Path | None = None) -> bytes:
    """The document as PDF: fonts embedded, tagged by the rules of PDF/UA-1, without any date.

    Args:
        lembar: what to show.
        tetap: wording and measures that the template needs beside it; JSON-able.
        rupa: folder of the look; None for sopbaku's own.
    """
    given = inputs(lembar, tetap)
    try:
        return cast(
            # Rules by which everybody can use it: Typst refuses to write what breaks them.
            bytes,
            compiler().compile(source(rupa), format="pdf", sys_inputs=given, pdf_standards="ua-1"),
        )
    except typst.TypstError:
        # A letter that no font has, or the look of an office: tagged all the same, but no claim to the standard.
        return cast(bytes, compiler().compile(source(rupa), format="pdf", sys_inputs=given))


def compile_folder(folder: Path, source: str, data: Mapping[str, Any]) -> bytes:
    """A program that reads files beside it, as PDF.

    Args:
        folder: with the files; nothing outside it can be read.
        source: the program.
        data: what it reads as ``sys.inputs.data``.
    """
    main = folder / "utama.typ"
    main.write_text(source, "utf-8")
    own = typst.Compiler(root=folder, font_paths=fonts())
    given = {"data": json.dumps(data, ensure_ascii=False)}
    return cast(bytes, own.compile(main, format="pdf", sys_inputs=given))


def inputs(lembar: Lembar, tetap: Mapping[str, Any]) -> dict[str, str]:
    """What the source reads as ``sys.inputs``."""
    isi = {**tetap, "lembar": asdict(lembar), "halaman": list(map(_halaman, lembar.tabel.alur.halaman))}
    if lembar.logo:
        isi["lembar"]["logo"]["isi"] = list(b64decode(lembar.logo.isi))
    return {"data": json.dumps(isi, ensure_ascii=False)}


def _halaman(page: Page) -> dict[str, Any]:
    """A page of the flowchart with the points that the source draws."""
    isi = asdict(page)
    isi["simbol"] = [{**asdict(s), "sudut": corners(s.simbol, s.kotak)} for s in page.simbol]
    isi["konektor"] = [
        {
            **asdict(k),
            "sudut": corners(KONEKTOR, k.kotak),
            **dict(zip(("huruf_kotak", "ukuran"), letter_of(k), strict=True)),
        }
        for k in page.konektor
    ]
    isi["panah"] = []
    for panah in page.panah:
        kepala, ujung = head_of(panah.titik)
        isi["panah"].append({"garis": [*panah.titik[:-1], ujung], "kepala": kepala})
    return isi


@cache
def source(rupa: Path | None = None) -> bytes:
    """The Typst program of a look, the same for every SOP."""
    return render("sop.typ.j2", rupa).encode()


@cache
def fonts() -> typst.Fonts:
    """The fonts of the packages: Arimo, and those inside Typst for glyphs that it lacks."""
    return typst.Fonts(include_system_fonts=False, font_paths=[fontpkg_arimo.ROOT / "files"])


@cache
def compiler() -> typst.Compiler:
    """One per process; it must not be made before a fork, since its threads do not survive one."""
    return typst.Compiler(font_paths=fonts())
