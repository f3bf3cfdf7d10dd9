"""The SOP as a Word file: real tables, shapes anchored in the actor cells, automatic numbers."""

import io
import random
import re
import zipfile

from benchmarks.gaya import nomori
from benchmarks.halaman.docx_bentuk import NS, PAD_MM, Bentuk
from benchmarks.halaman.html import UKURAN, nilai_identitas
from benchmarks.halaman.isi import Isi
from benchmarks.halaman.kantor import Bagan, Sel, huruf_kantor, susun
from benchmarks.halaman.rupa import Rupa
from benchmarks.kepala import PASANGAN
from benchmarks.sop_acak import KOTAK

FORMAT = {
    "1.": ("decimal", "%1."),
    "1)": ("decimal", "%1)"),
    "a.": ("lowerLetter", "%1."),
    "-": ("bullet", "-"),
    "": ("decimal", "%1."),
}


def _tw(mm: float) -> int:
    return round(mm * 56.6929)


class _Penulis(Bentuk):
    """The state of one document: numberings and shape ids."""

    def sel(
        self,
        isi: str,
        lebar: float,
        *,
        bentang: int = 1,
        merge: str = "",
        isi_warna: str = "",
        tegak: str = "top",
        putar: bool = False,
    ) -> str:
        """One table cell around paragraphs."""
        props = f'<w:tcW w:w="{_tw(lebar)}" w:type="dxa"/>'
        props += f'<w:gridSpan w:val="{bentang}"/>' if bentang > 1 else ""
        props += {"awal": '<w:vMerge w:val="restart"/>', "lanjut": "<w:vMerge/>"}.get(merge, "")
        props += f'<w:shd w:val="clear" w:color="auto" w:fill="{isi_warna}"/>' if isi_warna else ""
        props += '<w:textDirection w:val="btLr"/>' if putar else ""
        props += f'<w:vAlign w:val="{tegak}"/>'
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{isi or self.paragraf('')}</w:tc>"

    def tabel(self, lebar: list[float], rows: str) -> str:
        """A table of fixed columns."""
        kind = next((k for k in ("dotted", "dashed", "double") if k in self.rupa.garis), "single")
        size = 4 if kind != "single" else max(2, round(float(self.rupa.garis.split("pt")[0]) * 8))
        warna = self.rupa.garis.split("#")[1]
        warna = "".join(c * 2 for c in warna) if len(warna) == 3 else warna
        batas = "".join(
            f'<w:{s} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{warna}"/>'
            for s in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
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
        tanda = marker if marker in ("-", "a.", "1)") else "1."
        return "".join(self.paragraf(item) for item in nomori(items, tanda))

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
            cells = (
                self.sel(kop if n == 0 else "", a, merge="awal" if n == 0 else "lanjut", tegak="center")
                if kiri
                else ""
            )
            rata = "center" if key == "disahkan_oleh" and len(lines) > 1 else "left"
            depan = rupa.titik_dua if not titik and rata == "left" and lines and lines[0] else ""
            nilai = "".join(
                self.paragraf((depan if k == 0 else "") + line, rata=rata) for k, line in enumerate(lines)
            )
            if rupa.sel_label == 1:
                teks = f"{label} : {lines[0] if lines else ''}"
                cells += self.sel(
                    self.paragraf(teks) + "".join(self.paragraf(x) for x in lines[1:]), lebar - a, bentang=2
                )
            else:
                cells += self.sel(self.paragraf(label, tebal=rupa.tebal_label), b)
                cells += self.sel(self.paragraf(":"), titik) if titik else ""
                cells += self.sel(nilai, lebar - a - b - titik)
            body += f"<w:tr>{cells}</w:tr>"
        out += self.tabel(cols, body) + (
            self.paragraf("") if self.rng.random() < 0.4 else self.paragraf("", pt=1)
        )
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
            out += ('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if page else "") + self.tabel(
                bagan.lebar, rows
            )
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
                    p = self.paragraf(s.teks[0], rata="center", tebal=self.rupa.tebal_kepala, pt=bagan.pt)
                    w = sum(bagan.lebar[k : k + s.bentang])
                    cells += self.sel(
                        p,
                        w,
                        bentang=s.bentang,
                        merge="awal" if s.turun == 2 else "",
                        isi_warna=warna,
                        tegak="center",
                        putar=self.rupa.kepala_putar and n == 1,
                    )
                    k += s.bentang - 1
                k += 1
            rows += (
                f'<w:tr><w:trPr><w:trHeight w:val="{_tw(tinggi)}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'
            )
        return rows

    def _baris(self, bagan: Bagan, n: int, cells: list[Sel], y: float) -> str:
        out = ""
        for s in cells:
            pt = bagan.pt
            if s.jenis == "a":
                isi = self.paragraf(
                    "",
                    lanjut=self.gambar(bagan, n, s.kolom, y),
                    pt=pt,
                    rata="center" if self.bentuk == "karakter" else "left",
                )
            else:
                rata = (
                    "center"
                    if s.jenis == "n"
                    else "both"
                    if s.jenis == "u" and self.rupa.rata_uraian == "justify"
                    else "left"
                )
                isi = "".join(self.paragraf(t, pt=pt, rata=rata) for t in s.teks)
            merge = {2: "awal", 0: "lanjut"}.get(s.turun, "")
            out += self.sel("" if merge == "lanjut" else isi, bagan.lebar[s.kolom], merge=merge)
        return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_tw(bagan.tinggi[n])}" w:hRule="exact"/></w:trPr>{out}</w:tr>'


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
    bagan = susun(
        isi, rupa, (h if datar else w) - 2 * rupa.tepi, (w if datar else h) - 2 * rupa.tepi - 22, rng
    )
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
        badan += pen.paragraf(
            {"sop": f"SOP {isi.sop.nama}", "dua": "STANDAR OPERASIONAL PROSEDUR"}.get(
                rupa.judul_tabel, isi.sop.nama.upper()
            ),
            tebal=True,
        )
    elif rupa.kepala != "tanpa":
        # LibreOffice keeps the old paper when a section begins with a table.
        badan += pen.paragraf("", pt=2)
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
            archive.writestr(
                zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()
