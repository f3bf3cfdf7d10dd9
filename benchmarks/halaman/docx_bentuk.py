"""The symbols and arrows of a Word file: DrawingML or VML shapes anchored in cells, or mere characters."""

import random
from xml.sax.saxutils import escape

from benchmarks.halaman.garis import siku_tiga
from benchmarks.halaman.isi import Isi, Lambang
from benchmarks.halaman.kantor import Bagan, Garis, Simbol
from benchmarks.halaman.kebiasaan import kebiasaan_dari
from benchmarks.halaman.rupa import Rupa

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
    "T": {
        "kapsul": "flowChartTerminator",
        "bulat": "roundRect",
        "bulat2": "roundRect",
        "elips": "ellipse",
        "lingkaran": "ellipse",
    },
    "P": {
        "kotak": "flowChartProcess",
        "dokumen": "flowChartDocument",
        "trapesium": "flowChartManualOperation",
    },
    "K": {"wajik": "flowChartDecision"},
    "C": {
        "segilima": "flowChartOffpageConnector",
        "lingkaran": "flowChartConnector",
        "putus": "flowChartOffpageConnector",
    },
}
GLIF = (
    {"T": "●", "P": "□", "K": "◇"},
    {"T": "○", "P": "■", "K": "◆"},
    {"T": "Mulai", "P": "□", "K": "◇"},
)
"""Sets of characters that people type for symbols; "Mulai" stands for "Selesai" in the last row."""
PAD_MM = 1.2


def _emu(mm: float) -> int:
    return round(mm * 36000)


class Bentuk:
    """Writes paragraphs and shapes; the state is the numberings and the shape ids so far."""

    def __init__(self, isi: Isi, rupa: Rupa, rng: random.Random) -> None:
        self.isi, self.rupa, self.rng = isi, rupa, rng
        self.daftar: list[str] = []
        self.bentuk = rng.choice(["drawingml", "drawingml", "drawingml", "vml", "karakter"])
        self.urut = 1000  # shapes that are no symbols count from here; symbols keep their numbers

    def paragraf(
        self,
        text: str,
        *,
        rata: str = "left",
        tebal: bool = False,
        pt: float = 0,
        num: int = 0,
        lanjut: str = "",
    ) -> str:
        """One paragraph; ``num`` is an automatic list."""
        ppr = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
        size = f'<w:sz w:val="{round(pt * 2)}"/>' if pt else ""
        rpr = f"<w:rPr>{'<w:b/>' if tebal else ''}{size}</w:rPr>"
        run = f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
        return f'<w:p><w:pPr>{ppr}<w:spacing w:before="0" w:after="0"/><w:jc w:val="{rata}"/>{rpr}</w:pPr>{run}{lanjut}</w:p>'

    def gambar(self, bagan: Bagan, n: int, kolom: int, y: float) -> str:
        """The runs of all shapes anchored in a cell."""
        x = sum(bagan.lebar[:kolom]) + PAD_MM
        aktor = kolom - self.rupa.kolom_no - 1
        marks = [s for s in bagan.simbol if s.asal and self._di(s.asal, n, aktor)]
        if self.bentuk == "karakter":
            return "".join(f"<w:r><w:t>{self._glif(s, n)}</w:t></w:r>" for s in marks)
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

    def _di(self, asal: Lambang, n: int, aktor: int) -> bool:
        """Whether a cell holds a symbol; characters cannot reach over two columns, so each has its own."""
        kedua = self.bentuk == "karakter" and asal.dua and asal.kolom + 1 == aktor
        return asal.baris == n and (asal.kolom == aktor or kedua)

    def _glif(self, s: Simbol, n: int) -> str:
        """The character for a symbol in row ``n``."""
        glif = GLIF[sum(map(ord, self.rupa.id)) % len(GLIF)][s.jenis]
        return "Selesai" if glif == "Mulai" and n == len(self.isi.sop.langkah) - 1 else glif

    def _jangkar(self, isi: str, x: float, y: float, w: float, h: float, nomor: int = 0) -> str:
        self.urut += 1
        nomor = nomor or self.urut
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{251650000 + self.urut}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>{_emu(x)}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_emu(y)}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{_emu(w)}" cy="{_emu(h)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{nomor}" name="Bentuk {nomor}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{NS["wps"]}"><wps:wsp>{isi}<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp></a:graphicData></a:graphic>'
            "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )

    def _warna(self) -> tuple[str, str, str]:
        tebal, garis = self.rupa.garis_simbol
        garis = garis[1:] if len(garis) == 7 else "000000"
        isi = self.rupa.isi_simbol
        fill = (
            "<a:noFill/>"
            if isi == "none"
            else f'<a:solidFill><a:srgbClr val="{isi[1:] if len(isi) == 7 else "FFFFFF"}"/></a:solidFill>'
        )
        return fill, garis, str(round(tebal * 9525))

    def _simbol(self, s: Simbol, x: float, y: float) -> str:
        jenis = {"T": self.rupa.terminator, "P": self.rupa.proses, "K": "wajik", "C": self.rupa.sambung}[
            s.jenis
        ]
        if self.bentuk == "vml":
            return self._vml(s, s.x - x, s.y - y)
        fill, garis, tebal = self._warna()
        fill = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>' if s.jenis == "C" else fill
        teks = ""
        if s.teks:
            teks = f"<wps:txbx><w:txbxContent>{self.paragraf(s.teks, rata='center', pt=7)}</w:txbxContent></wps:txbx>"
        geom = PRST[s.jenis].get(jenis, "rect")
        isi = (
            f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_emu(s.w)}" cy="{_emu(s.h)}"/></a:xfrm><a:prstGeom prst="{geom}"><a:avLst/></a:prstGeom>'
            f'{fill}<a:ln w="{tebal}"><a:solidFill><a:srgbClr val="{garis}"/></a:solidFill></a:ln></wps:spPr>{teks}'
        )
        return self._jangkar(isi, s.x - x, s.y - y, s.w, s.h, s.nomor)

    def _vml(self, s: Simbol, x: float, y: float) -> str:
        self.urut += 1
        tempat = f"position:absolute;margin-left:{x * 2.8346:.1f}pt;margin-top:{y * 2.8346:.1f}pt;width:{s.w * 2.8346:.1f}pt;height:{s.h * 2.8346:.1f}pt;z-index:{self.urut}"
        teks = (
            f'<v:textbox inset="0,0,0,0"><w:txbxContent>{self.paragraf(s.teks, rata="center", pt=7)}</w:txbxContent></v:textbox>'
            if s.teks
            else ""
        )
        if s.jenis == "T":
            return f'<w:r><w:pict><v:roundrect id="b{self.urut}" style="{tempat}" arcsize="32768f">{teks}</v:roundrect></w:pict></w:r>'
        if s.jenis == "P":
            return f'<w:r><w:pict><v:rect id="b{self.urut}" style="{tempat}">{teks}</v:rect></w:pict></w:r>'
        spt, path = (
            (110, "m10800,l,10800,10800,21600,21600,10800xe")
            if s.jenis == "K"
            else (177, "m,l21600,r,17255l10800,21600,,17255xe")
        )
        return (
            f'<w:r><w:pict><v:shapetype id="_x0000_t{spt}" coordsize="21600,21600" o:spt="{spt}" path="{path}"/>'
            f'<v:shape id="b{self.urut}" type="#_x0000_t{spt}" style="{tempat}">{teks}</v:shape></w:pict></w:r>'
        )

    def _garis(self, g: Garis, x: float, y: float) -> str:
        out = self._label(g, x, y) if g.label else ""
        pts = [(px - x, py - y) for px, py in g.titik]
        if len(pts) == 3 and self.bentuk == "drawingml":
            return out + self._konektor("bentConnector2", pts[0], pts[2], True, g)
        tiga = siku_tiga(pts) if kebiasaan_dari(self.rupa.id).siku and self.bentuk == "drawingml" else None
        if tiga is not None:
            (kiri, atas, w, h), ubah, lekuk = tiga
            garis = self._garis_warna('<a:tailEnd type="triangle"/>')
            geom = f'<a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val {lekuk}"/></a:avLst></a:prstGeom>'
            isi = f'<wps:cNvCnPr/><wps:spPr><a:xfrm{ubah}><a:off x="0" y="0"/><a:ext cx="{_emu(w)}" cy="{_emu(h)}"/></a:xfrm>{geom}{garis}</wps:spPr>'
            return out + self._jangkar(isi, kiri, atas, w, h)
        for k in range(len(pts) - 1):
            out += self._konektor("straightConnector1", pts[k], pts[k + 1], k == len(pts) - 2, g)
        return out

    def _konektor(
        self, geom: str, p: tuple[float, float], q: tuple[float, float], panah: bool, g: Garis
    ) -> str:
        if self.bentuk == "vml":
            self.urut += 1
            naik = q[1] < p[1] - 1e-6
            if naik:  # drawn downward all the same, with its head where it begins
                p, q = q, p
            ujung = f'<v:stroke {"start" if naik else "end"}arrow="block"/>' if panah else ""
            ujung = '<v:stroke startarrow="block" endarrow="block"/>' if g.dua else ujung
            x0, x1 = sorted((p[0], q[0]))
            y0, y1 = sorted((p[1], q[1]))
            balik = ";flip:" + " ".join("x" * (q[0] < p[0] - 1e-6) + "y" * (q[1] < p[1] - 1e-6))
            balik = balik if len(balik) > 6 else ""
            # Word names the upper left corner first and turns the line by flips.
            dari, ke = (f"{a * 2.8346:.1f}pt,{b * 2.8346:.1f}pt" for a, b in ((x0, y0), (x1, y1)))
            return f'<w:r><w:pict><v:line id="g{self.urut}" o:allowincell="f" style="position:absolute{balik};z-index:{self.urut}" from="{dari}" to="{ke}">{ujung}</v:line></w:pict></w:r>'
        w, h = abs(q[0] - p[0]), abs(q[1] - p[1])
        balik = (' flipH="1"' if q[0] < p[0] - 1e-6 else "") + (' flipV="1"' if q[1] < p[1] - 1e-6 else "")
        ujung = '<a:headEnd type="triangle"/>' * g.dua + '<a:tailEnd type="triangle"/>' * panah
        lekat = ""
        if g.dari and g.ke and len(g.titik) < 4:
            lekat = (
                f'<a:stCxn id="{g.dari.nomor}" idx="3"/><a:endCxn id="{g.ke.nomor}" idx="0"/>'
                if self.rng.random() < 0.5
                else ""
            )
        isi = (
            f'<wps:cNvCnPr>{lekat}</wps:cNvCnPr><wps:spPr><a:xfrm{balik}><a:off x="0" y="0"/><a:ext cx="{_emu(w)}" cy="{_emu(h)}"/></a:xfrm><a:prstGeom prst="{geom}"><a:avLst/></a:prstGeom>'
            f"{self._garis_warna(ujung)}</wps:spPr>"
        )
        return self._jangkar(isi, min(p[0], q[0]), min(p[1], q[1]), w, h)

    def _garis_warna(self, ujung: str) -> str:
        _, garis, _ = self._warna()
        tebal = round(self.rupa.garis_panah[0] * 9525)
        return f'<a:ln w="{tebal}"><a:solidFill><a:srgbClr val="{garis}"/></a:solidFill>{ujung}</a:ln>'

    def _label(self, g: Garis, x: float, y: float) -> str:
        jauh = kebiasaan_dari(self.rupa.id).label_jauh
        px, py = g.titik[0][0] - x + 0.6 + jauh, g.titik[0][1] - y - 3.6
        if g.titik[1][0] < g.titik[0][0]:
            px -= 9 + 2 * jauh
        isi = f"<w:txbxContent>{self.paragraf(g.label, pt=7)}</w:txbxContent>"
        if self.bentuk == "vml":
            self.urut += 1
            tempat = f"position:absolute;margin-left:{px * 2.8346:.1f}pt;margin-top:{py * 2.8346:.1f}pt;width:30pt;height:10pt;z-index:{self.urut}"
            return f'<w:r><w:pict><v:rect id="l{self.urut}" style="{tempat}" stroked="f" filled="f"><v:textbox inset="0,0,0,0">{isi}</v:textbox></v:rect></w:pict></w:r>'
        badan = (
            f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_emu(10)}" cy="{_emu(3.6)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
            f"<wps:txbx>{isi}</wps:txbx>"
        )
        return self._jangkar(badan, px, py, 10, 3.6)
