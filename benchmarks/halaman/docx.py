"""The SOP as a Word file: real tables, shapes anchored in the actor cells, automatic numbers."""

import io
import random
import re
import zipfile
from xml.sax.saxutils import escape

from benchmarks.halaman.html import UKURAN, nilai_identitas
from benchmarks.halaman.isi import Isi
from benchmarks.halaman.kantor import Bagan, Garis, Sel, Simbol, huruf_kantor, susun
from benchmarks.halaman.rupa import Rupa
from benchmarks.kepala import PASANGAN
from benchmarks.sop_acak import KOTAK

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
PRST = {
    "T": {"kapsul": "flowChartTerminator", "bulat": "roundRect", "bulat2": "roundRect", "elips": "ellipse", "lingkaran": "ellipse"},
    "P": {"kotak": "flowChartProcess", "dokumen": "flowChartDocument", "trapesium": "flowChartManualOperation"},
    "K": {"wajik": "flowChartDecision"},
    "C": {"segilima": "flowChartOffpageConnector", "lingkaran": "flowChartConnector", "putus": "flowChartOffpageConnector"},
}
GLIF = {"T": "●", "P": "□", "K": "◇"}
FORMAT = {"1.": ("decimal", "%1."), "1)": ("decimal", "%1)"), "a.": ("lowerLetter", "%1."), "-": ("bullet", "-"), "": ("decimal", "%1.")}
PAD_MM = 1.2


def _tw(mm: float) -> int:
    return round(mm * 56.6929)


def _emu(mm: float) -> int:
    return round(mm * 36000)


class _Penulis:
    """The state of one document: numberings and shape ids."""

    def __init__(self, isi: Isi, rupa: Rupa, rng: random.Random) -> None:
        self.isi, self.rupa, self.rng = isi, rupa, rng
        self.daftar: list[str] = []
        self.bentuk = rng.choice(["drawingml", "drawingml", "drawingml", "vml", "karakter"])
        self.urut = 0

    def paragraf(self, text: str, *, rata: str = "left", tebal: bool = False, pt: float = 0, num: int = 0, lanjut: str = "") -> str:
        """One paragraph; ``num`` is an automatic list."""
        ppr = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
        size = f'<w:sz w:val="{round(pt * 2)}"/>' if pt else ""
        rpr = f"<w:rPr>{'<w:b/>' if tebal else ''}{size}</w:rPr>"
        run = f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
        return f'<w:p><w:pPr>{ppr}<w:spacing w:before="0" w:after="0"/><w:jc w:val="{rata}"/>{rpr}</w:pPr>{run}{lanjut}</w:p>'

    def sel(self, isi: str, lebar: float, *, bentang: int = 1, merge: str = "", isi_warna: str = "", tegak: str = "top", putar: bool = False) -> str:
        """One table cell around paragraphs."""
        props = f'<w:tcW w:w="{_tw(lebar)}" w:type="dxa"/>'
        props += f'<w:gridSpan w:val="{bentang}"/>' if bentang > 1 else ""
        props += {"awal": '<w:vMerge w:val="restart"/>', "lanjut": "<w:vMerge/>"}.get(merge, "")
        props += (f'<w:shd w:val="clear" w:color="auto" w:fill="{isi_warna}"/>' if isi_warna else "")
        props += '<w:textDirection w:val="btLr"/>' if putar else ""
        props += f'<w:vAlign w:val="{tegak}"/>'
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{isi or self.paragraf('')}</w:tc>"

    def tabel(self, lebar: list[float], rows: str) -> str:
        """A table of fixed columns."""
        kind = next((k for k in ("dotted", "dashed", "double") if k in self.rupa.garis), "single")
        size = 4 if kind != "single" else max(2, round(float(self.rupa.garis.split("pt")[0]) * 8))
        warna = self.rupa.garis.split("#")[1]
        warna = "".join(c * 2 for c in warna) if len(warna) == 3 else warna
        batas = "".join(f'<w:{s} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{warna}"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
        grid = "".join(f'<w:gridCol w:w="{_tw(w)}"/>' for w in lebar)
        pad = f'<w:tblCellMar><w:left w:w="{_tw(PAD_MM)}" w:type="dxa"/><w:right w:w="{_tw(PAD_MM)}" w:type="dxa"/></w:tblCellMar>'
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{_tw(sum(lebar))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{batas}</w:tblBorders><w:tblLayout w:type="fixed"/>{pad}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def daftar_isi(self, key: str) -> str:
        """The items of a box as paragraphs, numbered by Word."""
        items = self.isi.sop.kotak[key]
        marker = self.isi.gaya.penanda[key]
        if not items:
            return self.paragraf(self.rng.choice(["", "-"]))
        if len(items) == 1 and self.rng.random() < 0.5:
            return self.paragraf(items[0])
        if self.rng.random() < 0.75:
            self.daftar.append(marker)
            return "".join(self.paragraf(item, num=len(self.daftar)) for item in items)
        marks = {"-": lambda n: "-", "a.": lambda n: f"{chr(97 + n)}."}.get(marker, lambda n: f"{n + 1}{(marker or '1.')[1:]}")
        return "".join(self.paragraf(f"{marks(n)} {item}") for n, item in enumerate(items))

    # ------------------------------------------------------------ parts
    def kepala(self, lebar: float) -> str:
        """Letterhead, identity and boxes."""
        rupa, isi = self.rupa, self.isi
        rows = nilai_identitas(isi, rupa, self.rng)
        kop = "".join(self.paragraf(line, rata="center", tebal=True) for line in isi.sop.kop)
        kiri = rupa.kepala in ("kiri", "bertingkat")
        a = lebar * rupa.lebar_kiri / 100 if kiri else 0.0
        b = (lebar - a) * 0.36
        titik = 4.0 if rupa.sel_label == 3 else 0.0
        cols = [*([a] if kiri else []), b, *([titik] if titik else []), lebar - a - b - titik]
        out = "" if kiri else kop + self.paragraf("")
        if rupa.judul_atas == "sop":
            out = self.paragraf("STANDAR OPERASIONAL PROSEDUR", rata="center", tebal=True) + out
        body = ""
        for n, (key, label, lines) in enumerate(rows):
            cells = self.sel(kop if n == 0 else "", a, merge="awal" if n == 0 else "lanjut", tegak="center") if kiri else ""
            rata = "center" if key == "disahkan_oleh" and len(lines) > 1 else "left"
            depan = rupa.titik_dua if not titik and rata == "left" and lines and lines[0] else ""
            nilai = "".join(self.paragraf((depan if k == 0 else "") + line, rata=rata) for k, line in enumerate(lines))
            if rupa.sel_label == 1:
                teks = f"{label} : {lines[0] if lines else ''}"
                cells += self.sel(self.paragraf(teks) + "".join(self.paragraf(x) for x in lines[1:]), lebar - a, bentang=2)
            else:
                cells += self.sel(self.paragraf(label, tebal=rupa.tebal_label), b)
                cells += self.sel(self.paragraf(":"), titik) if titik else ""
                cells += self.sel(nilai, lebar - a - b - titik)
            body += f"<w:tr>{cells}</w:tr>"
        out += self.tabel(cols, body) + (self.paragraf("") if self.rng.random() < 0.4 else self.paragraf("", pt=1))
        return out + self.kotak(lebar)

    def kotak(self, lebar: float) -> str:
        """The six boxes."""
        rupa = self.rupa
        titik = self.isi.gaya.titikdua.rstrip()
        lab = {k: self.paragraf(self.isi.gaya.label[k] + titik, tebal=rupa.tebal_label) for k in KOTAK}
        if rupa.kotak == "penuh":
            rows = "".join(f"<w:tr>{self.sel(lab[k] + self.daftar_isi(k), lebar)}</w:tr>" for k in KOTAK)
            return self.tabel([lebar], rows)
        w = [lebar * 0.5, lebar * 0.5] if self.rng.random() < 0.6 else [lebar * 0.55, lebar * 0.45]
        warna = rupa.isi_kepala[1:] if len(rupa.isi_kepala) == 7 and rupa.isi_kepala != "#4472c4" else ""
        rows = ""
        for pair in PASANGAN:
            if rupa.kotak == "satu-sel":
                rows += f"<w:tr>{''.join(self.sel(lab[k] + self.daftar_isi(k), x) for k, x in zip(pair, w, strict=True))}</w:tr>"
            else:
                rows += f"<w:tr>{''.join(self.sel(lab[k], x, isi_warna=warna) for k, x in zip(pair, w, strict=True))}</w:tr>"
                rows += f"<w:tr>{''.join(self.sel(self.daftar_isi(k), x) for k, x in zip(pair, w, strict=True))}</w:tr>"
        return self.tabel(w, rows)

    def prosedur(self, bagan: Bagan) -> str:
        """The procedure, one table per page."""
        out = ""
        for page in range(max(bagan.halaman) + 1):
            rows = self._kepala_tabel(bagan) if page == 0 or self.rupa.ulang_kepala else ""
            y = sum(bagan.tinggi_kepala) if rows else 0.0
            for n, cells in enumerate(bagan.baris):
                if bagan.halaman[n] == page:
                    rows += self._baris(bagan, n, cells, y)
                    y += bagan.tinggi[n]
            out += ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if page else "") + self.tabel(bagan.lebar, rows)
        return out

    def _kepala_tabel(self, bagan: Bagan) -> str:
        rows, ada = "", {(s.baris, s.kolom): s for s in bagan.kepala}
        warna = self.rupa.isi_kepala[1:] if self.rupa.isi_kepala else ""
        for n, tinggi in enumerate(bagan.tinggi_kepala):
            cells, k = "", 0
            while k < len(bagan.lebar):
                s, atas = ada.get((n, k)), ada.get((n - 1, k))
                if s is None and atas and atas.turun == 2:
                    cells += self.sel("", bagan.lebar[k], merge="lanjut", isi_warna=warna)
                elif s:
                    p = self.paragraf(s.teks[0], rata="center", tebal=self.rupa.tebal_kepala, pt=self.rupa.ukuran_tabel)
                    w = sum(bagan.lebar[k : k + s.bentang])
                    cells += self.sel(p, w, bentang=s.bentang, merge="awal" if s.turun == 2 else "", isi_warna=warna, tegak="center", putar=self.rupa.kepala_putar and n == 1)
                    k += s.bentang - 1
                k += 1
            rows += f'<w:tr><w:trPr><w:trHeight w:val="{_tw(tinggi)}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'
        return rows

    def _baris(self, bagan: Bagan, n: int, cells: list[Sel], y: float) -> str:
        out = ""
        for s in cells:
            pt = self.rupa.ukuran_tabel
            if s.jenis == "a":
                isi = self.paragraf("", lanjut=self._gambar(bagan, n, s.kolom, y), pt=pt, rata="center" if self.bentuk == "karakter" else "left")
            else:
                rata = "center" if s.jenis == "n" else "both" if s.jenis == "u" and self.rupa.rata_uraian == "justify" else "left"
                isi = "".join(self.paragraf(t, pt=pt, rata=rata) for t in s.teks)
            merge = {2: "awal", 0: "lanjut"}.get(s.turun, "")
            out += self.sel("" if merge == "lanjut" else isi, bagan.lebar[s.kolom], merge=merge)
        return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_tw(bagan.tinggi[n])}" w:hRule="exact"/></w:trPr>{out}</w:tr>'

    # ------------------------------------------------------------ shapes
    def _gambar(self, bagan: Bagan, n: int, kolom: int, y: float) -> str:
        """The runs of all shapes anchored in a cell."""
        x = sum(bagan.lebar[:kolom]) + PAD_MM
        aktor = kolom - self.rupa.kolom_no - 1
        marks = [s for s in bagan.simbol if s.asal and (s.asal.baris, s.asal.kolom) == (n, aktor)]
        if self.bentuk == "karakter":
            return "".join(f"<w:r><w:t>{GLIF[s.jenis]}</w:t></w:r>" for s in marks)
        out = ""
        for s in marks:
            out += self._simbol(s, x, y)
            for g in bagan.garis:
                if g.dari is s or (g.ke is s and g.dari and g.dari.asal is None):
                    for c in (g.dari, g.ke):
                        if c and c.asal is None:
                            out += self._simbol(c, x, y)
                    out += self._garis(g, x, y)
        return out

    def _jangkar(self, isi: str, x: float, y: float, w: float, h: float) -> str:
        self.urut += 1
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{251650000 + self.urut}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>{_emu(x)}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_emu(y)}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{_emu(w)}" cy="{_emu(h)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{self.urut}" name="Bentuk {self.urut}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{NS["wps"]}"><wps:wsp>{isi}<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp></a:graphicData></a:graphic>'
            "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )

    def _warna(self) -> tuple[str, str, str]:
        tebal, garis = self.rupa.garis_simbol
        garis = garis[1:] if len(garis) == 7 else "000000"
        isi = self.rupa.isi_simbol
        fill = "<a:noFill/>" if isi == "none" else f'<a:solidFill><a:srgbClr val="{isi[1:] if len(isi) == 7 else "FFFFFF"}"/></a:solidFill>'
        return fill, garis, str(round(tebal * 9525))

    def _simbol(self, s: Simbol, x: float, y: float) -> str:
        jenis = {"T": self.rupa.terminator, "P": self.rupa.proses, "K": "wajik", "C": self.rupa.sambung}[s.jenis]
        if self.bentuk == "vml":
            return self._vml(s, s.x - x, s.y - y)
        fill, garis, tebal = self._warna()
        fill = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>' if s.jenis == "C" else fill
        teks = ""
        if s.teks:
            teks = f'<wps:txbx><w:txbxContent>{self.paragraf(s.teks, rata="center", pt=7)}</w:txbxContent></wps:txbx>'
        geom = PRST[s.jenis].get(jenis, "rect")
        isi = (
            f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_emu(s.w)}" cy="{_emu(s.h)}"/></a:xfrm><a:prstGeom prst="{geom}"><a:avLst/></a:prstGeom>'
            f'{fill}<a:ln w="{tebal}"><a:solidFill><a:srgbClr val="{garis}"/></a:solidFill></a:ln></wps:spPr>{teks}'
        )
        return self._jangkar(isi, s.x - x, s.y - y, s.w, s.h)

    def _vml(self, s: Simbol, x: float, y: float) -> str:
        self.urut += 1
        tempat = f"position:absolute;margin-left:{x * 2.8346:.1f}pt;margin-top:{y * 2.8346:.1f}pt;width:{s.w * 2.8346:.1f}pt;height:{s.h * 2.8346:.1f}pt;z-index:{self.urut}"
        teks = f'<v:textbox inset="0,0,0,0"><w:txbxContent>{self.paragraf(s.teks, rata="center", pt=7)}</w:txbxContent></v:textbox>' if s.teks else ""
        if s.jenis == "T":
            return f'<w:r><w:pict><v:roundrect id="b{self.urut}" style="{tempat}" arcsize="0.5">{teks}</v:roundrect></w:pict></w:r>'
        if s.jenis == "P":
            return f'<w:r><w:pict><v:rect id="b{self.urut}" style="{tempat}">{teks}</v:rect></w:pict></w:r>'
        spt, path = (110, "m10800,l,10800,10800,21600,21600,10800xe") if s.jenis == "K" else (177, "m,l21600,r,17255l10800,21600,,17255xe")
        return (
            f'<w:r><w:pict><v:shapetype id="_x0000_t{spt}" coordsize="21600,21600" o:spt="{spt}" path="{path}"/>'
            f'<v:shape id="b{self.urut}" type="#_x0000_t{spt}" style="{tempat}">{teks}</v:shape></w:pict></w:r>'
        )

    def _garis(self, g: Garis, x: float, y: float) -> str:
        out = self._label(g, x, y) if g.label else ""
        pts = [(px - x, py - y) for px, py in g.titik]
        if len(pts) == 3 and self.bentuk == "drawingml":
            return out + self._konektor("bentConnector2", pts[0], pts[2], True, g)
        for k in range(len(pts) - 1):
            out += self._konektor("straightConnector1", pts[k], pts[k + 1], k == len(pts) - 2, g)
        return out

    def _konektor(self, geom: str, p: tuple[float, float], q: tuple[float, float], panah: bool, g: Garis) -> str:
        if self.bentuk == "vml":
            self.urut += 1
            ujung = '<v:stroke endarrow="block"/>' if panah else ""
            dari, ke = (f"{a * 2.8346:.1f}pt,{b * 2.8346:.1f}pt" for a, b in (p, q))
            return f'<w:r><w:pict><v:line id="g{self.urut}" style="position:absolute;z-index:{self.urut}" from="{dari}" to="{ke}">{ujung}</v:line></w:pict></w:r>'
        w, h = abs(q[0] - p[0]), abs(q[1] - p[1])
        balik = (' flipH="1"' if q[0] < p[0] - 1e-6 else "") + (' flipV="1"' if q[1] < p[1] - 1e-6 else "")
        _, garis, _ = self._warna()
        ujung = '<a:tailEnd type="triangle"/>' if panah else ""
        lekat = ""
        if g.dari and g.ke and len(g.titik) < 4:
            lekat = f'<a:stCxn id="{g.dari.nomor}" idx="3"/><a:endCxn id="{g.ke.nomor}" idx="0"/>' if self.rng.random() < 0.5 else ""
        isi = (
            f'<wps:cNvCnPr>{lekat}</wps:cNvCnPr><wps:spPr><a:xfrm{balik}><a:off x="0" y="0"/><a:ext cx="{_emu(w)}" cy="{_emu(h)}"/></a:xfrm><a:prstGeom prst="{geom}"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{round(self.rupa.garis_panah[0] * 9525)}"><a:solidFill><a:srgbClr val="{garis}"/></a:solidFill>{ujung}</a:ln></wps:spPr>'
        )
        return self._jangkar(isi, min(p[0], q[0]), min(p[1], q[1]), w, h)

    def _label(self, g: Garis, x: float, y: float) -> str:
        px, py = g.titik[0][0] - x + 0.6, g.titik[0][1] - y - 3.6
        if g.titik[1][0] < g.titik[0][0]:
            px -= 9
        isi = f'<w:txbxContent>{self.paragraf(g.label, pt=7)}</w:txbxContent>'
        if self.bentuk == "vml":
            self.urut += 1
            tempat = f"position:absolute;margin-left:{px * 2.8346:.1f}pt;margin-top:{py * 2.8346:.1f}pt;width:30pt;height:10pt;z-index:{self.urut}"
            return f'<w:r><w:pict><v:rect id="l{self.urut}" style="{tempat}" stroked="f" filled="f"><v:textbox inset="0,0,0,0">{isi}</v:textbox></v:rect></w:pict></w:r>'
        badan = (
            f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_emu(10)}" cy="{_emu(3.6)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
            f"<wps:txbx>{isi}</wps:txbx>"
        )
        return self._jangkar(badan, px, py, 10, 3.6)


def _bagian(rupa: Rupa, arah: str) -> str:
    w, h = UKURAN[rupa.kertas]
    w, h = (h, w) if arah == "L" else (w, h)
    orient = ' w:orient="landscape"' if arah == "L" else ""
    t = _tw(rupa.tepi)
    return f'<w:sectPr><w:pgSz w:w="{_tw(w)}" w:h="{_tw(h)}"{orient}/><w:pgMar w:top="{t}" w:bottom="{t}" w:left="{t}" w:right="{t}" w:header="300" w:footer="300" w:gutter="0"/></w:sectPr>'


def _numbering(daftar: list[str]) -> str:
    abstract, num = "", ""
    for n, marker in enumerate(daftar, 1):
        fmt, teks = FORMAT.get(marker, FORMAT["1."])
        abstract += (
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{teks}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
        )
        num += f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="{NS["w"]}">{abstract}{num}</w:numbering>'


def buat_docx(isi: Isi, rupa: Rupa, rng: random.Random) -> tuple[bytes, Bagan]:
    """The DOCX and how its procedure was laid out."""
    w, h = UKURAN[rupa.kertas]
    pen = _Penulis(isi, rupa, rng)
    datar = rupa.arah_tabel == "L"
    bagan = susun(isi, rupa, (h if datar else w) - 2 * rupa.tepi, (w if datar else h) - 2 * rupa.tepi - 22, rng)
    if pen.bentuk == "karakter":
        bagan.panah = []
    badan = ""
    if rupa.kepala != "tanpa":
        lebar = (h if rupa.arah_kepala == "L" else w) - 2 * rupa.tepi
        badan += pen.kepala(lebar) + f"<w:p><w:pPr>{_bagian(rupa, rupa.arah_kepala)}</w:pPr></w:p>"
    else:
        badan += "".join(pen.paragraf(line, rata="center", tebal=True, pt=13) for line in isi.sop.kop)
        badan += pen.paragraf(f"SOP {isi.sop.nama}".upper(), rata="center")
    if rupa.judul_tabel and rupa.kepala != "tanpa":
        badan += pen.paragraf({"sop": f"SOP {isi.sop.nama}", "dua": "STANDAR OPERASIONAL PROSEDUR"}.get(rupa.judul_tabel, isi.sop.nama.upper()), tebal=True)
    badan += pen.prosedur(bagan)
    if isi.gaya.tanda_tangan:
        lines = [isi.sop.pejabat[0], "", "", "", *isi.sop.pejabat[1:]]
        badan += pen.paragraf("") + "".join(pen.paragraf(line, rata="right") for line in lines)
    nama, _ = huruf_kantor(rupa)
    akar = " ".join(f'xmlns:{k}="{v}"' for k, v in NS.items())
    badan = re.sub(r"</w:tbl>(?=<w:tbl>)", "</w:tbl><w:p/>", badan)
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
        '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{NS["r"]}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{NS["r"]}/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="{NS["r"]}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{NS["w"]}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{nama}" w:hAnsi="{nama}" w:cs="{nama}"/><w:sz w:val="{round(rupa.ukuran * 2)}"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>',
        "word/numbering.xml": _numbering(pen.daftar),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {akar}><w:body>{badan}{_bagian(rupa, rupa.arah_tabel)}</w:body></w:document>',
    }
    return _zip(parts), bagan


def _zip(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
