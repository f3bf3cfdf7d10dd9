"""The symbols and arrows of a workbook: SpreadsheetML drawing shapes with anchors in cells."""

import random
from itertools import pairwise
from xml.sax.saxutils import escape

from benchmarks.halaman.docx_bentuk import PRST
from benchmarks.halaman.garis import siku_tiga
from benchmarks.halaman.kantor import Bagan, Garis, Simbol
from benchmarks.halaman.kebiasaan import kebiasaan_dari
from benchmarks.halaman.rupa import Rupa

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def gambar(bagan: Bagan, rupa: Rupa, atas: int, awal: int, rng: random.Random) -> str:
    """The drawing part of the sheet whose table begins at row ``atas`` and column ``awal``."""
    kiri, y = [sum(bagan.lebar[:k]) for k in range(len(bagan.lebar) + 1)], [0.0]
    for h in [*bagan.tinggi_kepala, *bagan.tinggi]:
        y.append(y[-1] + h)

    def titik(px: float, py: float) -> str:
        px, py = max(0.0, px), max(0.0, py)
        c = max(k for k in range(len(kiri) - 1) if kiri[k] <= px)
        r = max(k for k in range(len(y) - 1) if y[k] <= py)
        return (
            f"<xdr:col>{awal - 1 + c}</xdr:col><xdr:colOff>{round((px - kiri[c]) * 36000)}</xdr:colOff>"
            f"<xdr:row>{atas - 1 + r}</xdr:row><xdr:rowOff>{round((py - y[r]) * 36000)}</xdr:rowOff>"
        )

    def jangkar(x0: float, y0: float, x1: float, y1: float, isi: str) -> str:
        return f"<xdr:twoCellAnchor><xdr:from>{titik(x0, y0)}</xdr:from><xdr:to>{titik(x1, y1)}</xdr:to>{isi}<xdr:clientData/></xdr:twoCellAnchor>"

    out = "".join(jangkar(s.x, s.y, s.x + s.w, s.y + s.h, _bentuk(s, rupa)) for s in bagan.simbol)
    urut = len(bagan.simbol)
    for g in bagan.garis:
        pts = g.titik
        tiga = siku_tiga(pts) if kebiasaan_dari(rupa.id).siku else None
        if tiga is not None:
            urut += 1
            (x, y0, w, h), ubah, lekuk = tiga
            # The anchor of a shape that lies on its side goes around it as it lies.
            kotak = (x, y0, x + w, y0 + h)
            if "rot" in ubah:
                kotak = (x + (w - h) / 2, y0 + (h - w) / 2, x + (w + h) / 2, y0 + (h + w) / 2)
            out += jangkar(*kotak, _siku(g, w, h, ubah, lekuk, urut, rupa))
            pts = []
        pieces = [(pts[0], pts[2])] if len(pts) == 3 else list(pairwise(pts))
        for n, (p, q) in enumerate(pieces):
            urut += 1
            isi = _konektor(g, p, q, urut, len(pts) == 3, n == len(pieces) - 1, rupa, rng)
            out += jangkar(min(p[0], q[0]), min(p[1], q[1]), max(p[0], q[0]), max(p[1], q[1]), isi)
        if g.label:
            urut += 1
            pts, jauh = g.titik, kebiasaan_dari(rupa.id).label_jauh
            lx = pts[0][0] + (0.5 + jauh if pts[1][0] >= pts[0][0] else -9 - jauh)
            ly = pts[0][1] - 4
            out += jangkar(lx, ly, lx + 9, ly + 3.8, _tulisan(g.label, urut))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}">{out}</xdr:wsDr>'


def _teks(text: str) -> str:
    run = (
        f'<a:r><a:rPr lang="id-ID" sz="700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr><a:t>{escape(text)}</a:t></a:r>'
        if text
        else ""
    )
    return f'<xdr:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:p><a:pPr algn="ctr"/>{run}</a:p></xdr:txBody>'


def _bentuk(s: Simbol, rupa: Rupa) -> str:
    jenis = {"T": rupa.terminator, "P": rupa.proses, "K": "wajik", "C": rupa.sambung}[s.jenis]
    tebal, garis = rupa.garis_simbol
    warna = garis[1:] if len(garis) == 7 else "000000"
    isi = rupa.isi_simbol
    fill = (
        "<a:noFill/>"
        if isi == "none"
        else f'<a:solidFill><a:srgbClr val="{isi[1:] if len(isi) == 7 else "FFFFFF"}"/></a:solidFill>'
    )
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{s.nomor + 1}" name="Bentuk {s.nomor}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>{_xfrm(s.w, s.h)}'
        f'<a:prstGeom prst="{PRST[s.jenis].get(jenis, "rect")}"><a:avLst/></a:prstGeom>{fill}<a:ln w="{round(tebal * 9525)}"><a:solidFill><a:srgbClr val="{warna}"/></a:solidFill></a:ln></xdr:spPr>{_teks(s.teks)}</xdr:sp>'
    )


def _xfrm(w: float, h: float, balik: str = "") -> str:
    return f'<a:xfrm{balik}><a:off x="0" y="0"/><a:ext cx="{round(w * 36000)}" cy="{round(h * 36000)}"/></a:xfrm>'


def _konektor(
    g: Garis,
    p: tuple[float, float],
    q: tuple[float, float],
    nomor: int,
    siku: bool,
    ujung: bool,
    rupa: Rupa,
    rng: random.Random,
) -> str:
    balik = (' flipH="1"' if q[0] < p[0] - 1e-6 else "") + (' flipV="1"' if q[1] < p[1] - 1e-6 else "")
    lekat = ""
    if g.dari and g.ke and (siku or len(g.titik) == 2) and rng.random() < 0.6:
        lekat = f'<a:stCxn id="{g.dari.nomor + 1}" idx="3"/><a:endCxn id="{g.ke.nomor + 1}" idx="0"/>'
    panah = ('<a:headEnd type="triangle"/>' if g.dua else "") + '<a:tailEnd type="triangle"/>' * ujung
    return (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{nomor + 1}" name="Panah {nomor}"/><xdr:cNvCxnSpPr>{lekat}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        f'<xdr:spPr>{_xfrm(abs(q[0] - p[0]), abs(q[1] - p[1]), balik)}<a:prstGeom prst="{"bentConnector2" if siku else "straightConnector1"}"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{round(rupa.garis_panah[0] * 9525)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{panah}</a:ln></xdr:spPr></xdr:cxnSp>'
    )


def _siku(g: Garis, w: float, h: float, ubah: str, lekuk: int, nomor: int, rupa: Rupa) -> str:
    """A connector with two bends."""
    lekat = ""
    if g.dari and g.ke:
        lekat = f'<a:stCxn id="{g.dari.nomor + 1}" idx="2"/><a:endCxn id="{g.ke.nomor + 1}" idx="0"/>'
    geom = f'<a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val {lekuk}"/></a:avLst></a:prstGeom>'
    return (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{nomor + 1}" name="Siku {nomor}"/><xdr:cNvCxnSpPr>{lekat}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        f"<xdr:spPr>{_xfrm(w, h, ubah)}{geom}"
        f'<a:ln w="{round(rupa.garis_panah[0] * 9525)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>'
    )


def _tulisan(text: str, nomor: int) -> str:
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{nomor + 1}" name="Teks {nomor}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>{_xfrm(9, 3.8)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></xdr:spPr>{_teks(text)}</xdr:sp>'
    )
