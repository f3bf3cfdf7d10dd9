"""The flow redrawn as it was read, for the report: symbols under their actors, edges between them, beside the pages.

Edges whose lines were followed are whole, those that were concluded are broken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import accumulate
from typing import Final

from markupsafe import Markup

from normalizers.model import Simpul, Sop
from normalizers.reading import GAMBAR
from pipeline.data import table
from pipeline.naskah import Naskah
from pipeline.outputs.diff_pages import Potret, crops
from pipeline.outputs.flowchart.layout import lay_out
from pipeline.outputs.flowchart.model import Cell, EdgeIn, Geometry, Page, RowIn
from pipeline.outputs.flowchart.svg import FONT, page_group
from pipeline.outputs.ukuran import BARIS, baris_teks

# Points.
_KOLOM: Final = 66.0
_NO: Final = 26.0
_LANGKAH: Final = 34.0
_HURUF: Final = 8.0
_TEPI: Final = 4.0
_TAK_TERBATAS: Final = 1e6
"""Height of the one page that the drawing is laid out on."""
_TAMPIL: Final = 900
"""Pixels on the screen: the widest that a page is shown beside the drawing."""


@dataclass(frozen=True, slots=True)
class Bagan:
    """The drawing as SVG, and the windows over the pages on which its symbols stand.

    Attributes:
        svg: the drawing.
        potret: one window a page.
        terlacak: how many edges were followed.
        disimpulkan: how many were concluded.
    """

    svg: Markup
    potret: tuple[Potret, ...]
    terlacak: int
    disimpulkan: int


def bagan(naskah: Naskah) -> Bagan | None:
    """The flow of a SOP; None where the source carries no symbols."""
    sop = naskah.sop
    if not sop.pelaksana or not any(langkah.pelaksana for langkah in sop.prosedur):
        return None
    kolom = {p.id: k for k, p in reversed(list(enumerate(sop.pelaksana)))}
    rows = [_row(sop, i, kolom) for i in range(len(sop.prosedur))]
    edges = {n: edge for n in range(len(sop.alur)) if (edge := _edge(sop, n, kolom)) is not None}
    room = Geometry((_KOLOM,) * len(sop.pelaksana), _NO, _TAK_TERBATAS, _TAK_TERBATAS)
    (page,) = lay_out(rows, list(edges.values()), room).halaman
    inferred = {at for at, n in enumerate(edges) if not _terlacak(sop, n)}
    letak = [
        bukti
        for lokasi, bukti in sop.bukti.items()
        if lokasi.startswith("/prosedur/") and "/pelaksana/" in lokasi
    ]
    lurus = sum(_terlacak(sop, n) for n in range(len(sop.alur)))
    potret = tuple(replace(each, tampil=min(each.lebar, _TAMPIL)) for each in crops(naskah, letak))
    return Bagan(_svg(sop, page, inferred), potret, lurus, len(sop.alur) - lurus)


def _terlacak(sop: Sop, n: int) -> bool:
    bukti = sop.bukti.get(f"/alur/{n}")
    return bukti is not None and bukti.jalan == GAMBAR


def _row(sop: Sop, i: int, kolom: Mapping[str, int]) -> RowIn:
    tanpa_simbol = table("dokumen")["tanda"]
    cells: list[tuple[str, ...]] = [()] * len(sop.pelaksana)
    for tanda in sop.prosedur[i].pelaksana or ():
        if tanda.id in kolom:
            cells[kolom[tanda.id]] += (tanda.simbol or tanpa_simbol,)
    return RowIn(_LANGKAH, tuple(cells))


def _edge(sop: Sop, n: int, kolom: Mapping[str, int]) -> EdgeIn | None:
    baris = {langkah.no: i for i, langkah in reversed(list(enumerate(sop.prosedur)))}

    def sel(simpul: Simpul) -> Cell | None:
        row, column = baris.get(simpul.no), kolom.get(simpul.pelaksana)
        return None if row is None or column is None else (row, column)

    tepi = sop.alur[n]
    dari, ke = sel(tepi.dari), sel(tepi.ke)
    return None if dari is None or ke is None or dari == ke else EdgeIn(dari, ke, tepi.label or "")


def _svg(sop: Sop, page: Page, inferred: set[int]) -> Markup:
    """The headings of the actors, the rows with their numbers, and the flow over them."""
    judul = [baris_teks(p.label, (_KOLOM - _TEPI) / _HURUF, tebal=True) for p in sop.pelaksana]
    kepala = max(map(len, judul)) * _HURUF * BARIS + 2 * _TEPI
    width, height = _NO + _KOLOM * len(judul), kepala + sum(page.tinggi)
    parts = [f'<g fill="none" stroke="#b9c2cc" stroke-width="0.6">{_lines(page, width, kepala)}</g>']
    texts = []
    for k, lines in enumerate(judul):
        x, top = _NO + (k + 0.5) * _KOLOM, (kepala - len(lines) * _HURUF * BARIS) / 2
        texts += [_text(line, x, top + (n + 0.5) * _HURUF * BARIS, bold=True) for n, line in enumerate(lines)]
    tops = accumulate(page.tinggi, initial=kepala)
    for langkah, top, high in zip(sop.prosedur, tops, page.tinggi, strict=False):
        texts.append(_text("" if langkah.no is None else str(langkah.no), _NO / 2, top + high / 2))
    parts.append(f'<g font-family="{FONT}" font-size="{_HURUF}" text-anchor="middle">{"".join(texts)}</g>')
    parts.append(f'<g transform="translate(0 {kepala:.2f})">{page_group(page, inferred)}</g>')
    box = f'viewBox="-1 -1 {width + 2:.2f} {height + 2:.2f}" style="max-width:{width * 1.34:.0f}px"'
    return Markup(
        f'<svg class="bagan" role="img" aria-label="Alur seperti dibaca" {box}>{"".join(parts)}</svg>'
    )


def _lines(page: Page, width: float, kepala: float) -> str:
    height = kepala + sum(page.tinggi)
    across = (0.0, *accumulate(page.tinggi, initial=kepala))
    down = (0.0, *(_NO + k * _KOLOM for k in range(round((width - _NO) / _KOLOM) + 1)))
    return "".join(f'<path d="M0 {y:.2f}H{width:.2f}"/>' for y in across) + "".join(
        f'<path d="M{x:.2f} 0V{height:.2f}"/>' for x in down
    )


def _text(text: str, x: float, y: float, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.2f}" y="{y + 0.36 * _HURUF:.2f}"{weight}>{escape(text)}</text>'
