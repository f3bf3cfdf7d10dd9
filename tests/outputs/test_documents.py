"""The three formats: all that the SOP states is in each, whatever it is, and twice the same bytes."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from normalizers.model import Sop
from pipeline.outputs import documents, lembar
from pipeline.outputs import typst as mesin
from pipeline.outputs.tetapan import constants
from tests.builders import a_langkah, a_pelaksana, a_sop

JAHAT = [
    "<script>alert(1)</script>",
    '</style></title><svg onload="alert(1)">',
    "\"'&<>&amp;]]> --> <!--",
    '#set page(fill: red) #panic("x") #import "@preview/x:1.0.0"',
    "$x^2$ \\ \\u{41} @acuan *tebal* _miring_ // komentar /* x */ `kode` = - + / ~",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "nol\x00tab\tbaris\nesc\x1bhapus\x7f\ufffe\ud800akhir",
    "emoji 😀 aksara 漢字 √ ≤ → “kutip” — \u202ebalik",
    "Pertanggungjawaban" * 4,
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FORMAT: dict[str, Callable[[Sop], Any]] = {
    "html": documents.html,
    "pdf": documents.pdf,
    "docx": documents.docx,
}


def penuh(teks: Callable[[str], str] = str) -> Sop:
    """A SOP with every field stated and every kind of mark; ``teks`` may change each free text."""
    nama = ("Pemohon", "Petugas Loket", "Kasi Pelayanan Umum", "Camat")
    simbol = ("terminator", "proses", "keputusan", "konektor", None)
    dasar = a_sop().identitas.model_dump()
    return a_sop(
        instansi={"pemerintah": teks("Pemerintah Kabupaten Wanasari"), "unit": teks("Kecamatan Sukamaju")},
        identitas=dasar
        | {
            "nomor_sop": teks("065/12/SOP/2021"),
            "nama_sop": teks("Pengelolaan Surat Masuk"),
            "disahkan_oleh": {
                "jabatan": teks("Camat Sukamaju"),
                "status": "Plt.",
                "nama": teks("Bagas Wirayuda, S.STP."),
                "pangkat": teks("Pembina"),
                "nip": "197803152000031002",
            },
        },
        dasar_hukum=[{"teks": teks(f"Peraturan Bupati Wanasari Nomor {k} Tahun 2019")} for k in range(3)],
        kualifikasi_pelaksana=[teks("Memahami tata naskah dinas"), teks("Teliti")],
        keterkaitan=[teks("SOP Kearsipan")],
        peralatan_perlengkapan=[teks("Buku agenda"), teks("Komputer")],
        peringatan=[teks("Surat yang terlambat dicatat dapat hilang")],
        pencatatan_pendataan=[teks("Dicatat dalam buku agenda")],
        pelaksana=[a_pelaksana(n, label=teks(n)) for n in nama],
        prosedur=[
            a_langkah(
                k,
                teks(f"Mencatat surat ke-{k}"),
                pelaksana=[{"id": nama[k % 4].lower().replace(" ", "-"), "simbol": simbol[k % 5]}],
                kelengkapan=teks(f"Berkas {k}"),
                waktu={"teks": teks(f"{k} jam")},
                output=teks(f"Catatan {k}"),
                keterangan=teks(f"Rangkap {k}"),
            )
            for k in range(1, 21)
        ],
        alur=[
            {
                "dari": {"no": k, "pelaksana": nama[k % 4].lower().replace(" ", "-")},
                "ke": {"no": ke, "pelaksana": nama[ke % 4].lower().replace(" ", "-")},
                "label": label,
            }
            for k in range(1, 20)
            for ke, label in ((k + 1, "Ya" if k % 5 == 2 else None), (max(1, k - 1), "Tidak"))
            if label != "Tidak" or k % 5 == 2
        ],
    )


def dinyatakan(sop: Sop) -> set[str]:
    """All texts of a full SOP that the document must show."""
    i, pejabat = sop.identitas, sop.identitas.disahkan_oleh
    teks = {sop.instansi.pemerintah, sop.instansi.unit, i.nomor_sop, i.nama_sop, "19780315 200003 1 002"}
    teks |= {pejabat.status, pejabat.jabatan, pejabat.nama, pejabat.pangkat}
    teks |= {"4 Januari 2021", "1 Februari 2021", "1 Maret 2021", "15 Februari 2021"}
    teks |= {d.teks for d in sop.dasar_hukum} | {p.label for p in sop.pelaksana}
    for daftar in (
        sop.kualifikasi_pelaksana,
        sop.keterkaitan,
        sop.peralatan_perlengkapan,
        sop.peringatan,
        sop.pencatatan_pendataan,
    ):
        teks |= set(daftar)
    for langkah in sop.prosedur:
        teks |= {langkah.uraian, langkah.kelengkapan, langkah.output, langkah.keterangan}
        teks |= {langkah.waktu.teks if langkah.waktu else None}
    return {lipat(t) for t in teks if t}


def lipat(teks: str) -> str:
    """The text without spaces, case and what cannot be printed: words may be broken, headings are in capitals."""
    return "".join(c for c in teks.upper() if c.isprintable() and not c.isspace() and c != "\u202e")


class _Halaman(HTMLParser):
    """Texts, tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.teks: list[str] = []
        self.tag: set[str] = set()
        self.atribut: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag.add(tag)
        self.atribut |= {nama for nama, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.teks.append(data)


def halaman(html: str) -> _Halaman:
    hasil = _Halaman()
    hasil.feed(html)
    hasil.close()
    return hasil


def bagian(docx: bytes) -> dict[str, ET.Element]:
    """The parts of a DOCX, parsed."""
    with ZipFile(BytesIO(docx)) as arsip:
        assert arsip.testzip() is None
        return {nama: ET.fromstring(arsip.read(nama)) for nama in arsip.namelist()}


def teks_html(sop: Sop) -> str:
    return "".join(halaman(documents.html(sop)).teks)


def teks_docx(sop: Sop) -> str:
    return "".join(t.text or "" for t in bagian(documents.docx(sop))["word/document.xml"].iter(f"{W}t"))


def teks_pdf(sop: Sop) -> str:
    """The texts in the tables that Typst sets and below them, in their order."""
    masukan = mesin.inputs(lembar.susun(sop), constants())
    isi = [
        typst.query(mesin.source(), selector, sys_inputs=masukan, font_paths=mesin.fonts())
        for selector in ("table", "<penutup>")
    ]
    return "".join(teks for each in isi for teks in _teks_typst(json.loads(each)))


def _teks_typst(simpul: Any) -> Iterator[str]:
    if isinstance(simpul, dict):
        if simpul.get("func") == "text":
            yield simpul["text"]
        elif simpul.get("func") == "space":
            yield " "
        for anak in simpul.values():
            yield from _teks_typst(anak)
    elif isinstance(simpul, list):
        for anak in simpul:
            yield from _teks_typst(anak)


TEKS = {"html": teks_html, "pdf": teks_pdf, "docx": teks_docx}


@pytest.mark.parametrize("jenis", TEKS)
def test_every_text_of_the_sop_is_in_the_document(jenis: str) -> None:
    sop = penuh()
    isi = lipat(TEKS[jenis](sop))
    assert {teks for teks in dinyatakan(sop) if teks not in isi} == set()


@pytest.mark.parametrize("jahat", JAHAT)
@pytest.mark.parametrize("jenis", TEKS)
def test_hostile_text_is_shown_and_not_obeyed(jenis: str, jahat: str) -> None:
    sop = penuh(lambda teks: f"{teks} {jahat}")
    isi = lipat(TEKS[jenis](sop))
    assert {teks for teks in dinyatakan(sop) if teks not in isi} == set()


@pytest.mark.parametrize("jahat", JAHAT)
def test_hostile_text_adds_no_tag_and_no_style(jahat: str) -> None:
    bersih, kotor = halaman(documents.html(penuh())), halaman(documents.html(penuh(lambda _: jahat)))
    assert kotor.tag == bersih.tag
    assert kotor.atribut == bersih.atribut
    gaya = re.findall(r"<style>.*?</style>", documents.html(penuh(lambda _: jahat)), re.DOTALL)
    assert len(gaya) == 1
    assert gaya[0].rstrip().endswith("</style>")
    assert gaya[0].count("{") == gaya[0].count("}")


@pytest.mark.parametrize("jahat", JAHAT)
def test_hostile_text_makes_a_whole_pdf(jahat: str) -> None:
    pdf = documents.pdf(penuh(lambda _: jahat))
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")


@given(st.text())
def test_no_text_breaks_html_or_docx(teks: str) -> None:
    sop = a_sop(
        prosedur=[a_langkah(uraian=teks, output=teks)], peringatan=[teks], dasar_hukum=[{"teks": teks}]
    )
    halaman(documents.html(sop))
    bagian(documents.docx(sop))


@settings(max_examples=25)
@given(st.text())
def test_no_text_breaks_the_pdf(teks: str) -> None:
    identitas = a_sop().identitas.model_dump() | {"nama_sop": teks, "nomor_sop": teks}
    assert documents.pdf(a_sop(identitas=identitas, peringatan=[teks])).startswith(b"%PDF-")


def test_a_sop_without_anything_is_a_form_to_fill_in() -> None:
    kosong = Sop(id="kosong", sumber=a_sop().sumber)
    titik = lembar.susun(kosong).nama_sop
    for jenis, teks in TEKS.items():
        isi = teks(kosong)
        # agency, unit, number, two dates, office, name, NIP, title, six boxes; and the signature
        assert isi.count(titik) >= 17, jenis
        assert "Nama SOP" in isi


@pytest.mark.parametrize("jumlah", [1, 3, 12, 40])
def test_any_number_of_actors_and_steps(jumlah: int) -> None:
    sop = a_sop(
        pelaksana=[a_pelaksana(f"Petugas {k}") for k in range(jumlah)],
        prosedur=[
            a_langkah(k, pelaksana=[{"id": f"petugas-{k % jumlah}", "simbol": "proses"}]) for k in range(60)
        ],
    )
    assert documents.html(sop).count("data-simbol") == 60
    assert documents.pdf(sop).startswith(b"%PDF-")
    halaman_alur = lembar.susun(sop).tabel.alur.halaman
    benda = sum(len(p.simbol) + len(p.konektor) + len(p.panah) for p in halaman_alur)
    assert len(list(bagian(documents.docx(sop))["word/document.xml"].iter(f"{W}drawing"))) == 1 + benda


@pytest.mark.parametrize("jenis", FORMAT)
def test_same_bytes_twice_and_in_another_process(jenis: str) -> None:
    def sidik(isi: Any) -> str:
        return sha256(isi if isinstance(isi, bytes) else isi.encode()).hexdigest()

    perintah = (
        "import hashlib; from pipeline.outputs import documents; from tests.outputs.test_documents import penuh;"
        f"isi = documents.{jenis}(penuh()); isi = isi if isinstance(isi, bytes) else isi.encode();"
        "print(hashlib.sha256(isi).hexdigest())"
    )
    lain = subprocess.run([sys.executable, "-c", perintah], capture_output=True, text=True, check=True).stdout
    assert sidik(FORMAT[jenis](penuh())) == sidik(FORMAT[jenis](penuh())) == lain.strip()


def test_html_asks_the_network_for_nothing() -> None:
    html = documents.html(penuh())
    assert not re.search(r"https?:|url\(|@import|<link|<img|<script", html)
    assert "default-src 'none'" in html


def test_html_names_the_symbols() -> None:
    html = documents.html(penuh())
    for nama in ("terminator", "proses", "keputusan", "konektor"):
        assert html.count(f'data-simbol="{nama}"') == 4


def test_pdf_holds_no_date_and_only_fonts_of_the_packages() -> None:
    pdf = documents.pdf(penuh())
    assert b"CreationDate" not in pdf
    assert b"ModDate" not in pdf
    # A family that cannot be found is a warning.
    masukan = mesin.inputs(lembar.susun(penuh()), constants())
    _, peringatan = mesin.compiler().compile_with_warnings(mesin.source(), format="pdf", sys_inputs=masukan)
    assert peringatan == []


# What Word refuses, checked on the XML ---------------------------------------------------------

URUTAN = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc "
    "textDirection outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs u shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "tbl": "tblPr tblGrid tr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "numbering": "abstractNum num",
}


def bentuk() -> list[Sop]:
    """SOPs of several shapes, so that every branch of the template is in the XML."""
    banyak = [a_pelaksana(f"Kepala Subbagian {k}") for k in range(12)]
    return [penuh(), Sop(id="kosong", sumber=a_sop().sumber), a_sop(pelaksana=banyak), a_sop(prosedur=[])]


@pytest.mark.parametrize("sop", bentuk())
def test_docx_elements_stand_in_the_order_of_the_schema(sop: Sop) -> None:
    for nama, akar in bagian(documents.docx(sop)).items():
        for simpul in akar.iter():
            urutan = URUTAN.get(simpul.tag.removeprefix(W), "").split()
            if urutan:
                tempat = [urutan.index(anak.tag.removeprefix(W)) for anak in simpul]
                assert tempat == sorted(tempat), (nama, simpul.tag, [anak.tag for anak in simpul])


@pytest.mark.parametrize("sop", bentuk())
def test_docx_rows_fill_their_grid_and_cells_end_with_a_paragraph(sop: Sop) -> None:
    for tabel in bagian(documents.docx(sop))["word/document.xml"].iter(f"{W}tbl"):
        grid = [int(kolom.get(f"{W}w", "")) for kolom in tabel.iter(f"{W}gridCol")]
        for baris in tabel.iter(f"{W}tr"):
            kiri = 0
            for sel in baris.iter(f"{W}tc"):
                rentang = sel.find(f"{W}tcPr/{W}gridSpan")
                kanan = kiri + (1 if rentang is None else int(rentang.get(f"{W}val", "")))
                lebar = sel.find(f"{W}tcPr/{W}tcW")
                assert lebar is not None
                assert int(lebar.get(f"{W}w", "")) == sum(grid[kiri:kanan])
                assert sel[-1].tag == f"{W}p"
                kiri = kanan
            assert kiri == len(grid)


@pytest.mark.parametrize("sop", bentuk())
def test_docx_names_only_what_is_there(sop: Sop) -> None:
    parts = bagian(documents.docx(sop))
    isi = parts["word/document.xml"]
    gaya = {s.get(f"{W}styleId") for s in parts["word/styles.xml"].iter(f"{W}style")}
    for akar in parts.values():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {s.get(f"{W}val") for s in akar.iter(f"{W}{tag}")} <= gaya
    nomor = {n.get(f"{W}numId") for n in parts["word/numbering.xml"].iter(f"{W}num")}
    assert {n.get(f"{W}val") for n in isi.iter(f"{W}numId")} <= nomor
    tujuan = {r.get("Id"): r.get("Target") for r in parts["word/_rels/document.xml.rels"]}
    assert {f.get(f"{R}id") for f in isi.iter(f"{W}footerReference")} <= set(tujuan)
    assert {str(PurePosixPath("word") / str(t)) for t in tujuan.values()} <= set(parts)
    jenis = {
        str(o.get("PartName")).removeprefix("/") for o in parts["[Content_Types].xml"] if o.get("PartName")
    }
    assert jenis == {nama for nama in parts if not nama.endswith(".rels")} - {"[Content_Types].xml"}
    urut = [d.get("id") for d in isi.iter() if d.tag.endswith("}docPr")]
    assert len(urut) == len(set(urut))


def test_docx_is_indonesian_repeats_its_header_and_counts_its_pages() -> None:
    parts = bagian(documents.docx(penuh()))
    assert [bahasa.get(f"{W}val") for bahasa in parts["word/styles.xml"].iter(f"{W}lang")] == ["id-ID"]
    _, prosedur = parts["word/document.xml"].iter(f"{W}tbl")
    berulang = [baris.find(f"{W}trPr/{W}tblHeader") is not None for baris in prosedur.iter(f"{W}tr")]
    assert berulang == [True, True] + [False] * 20
    for kaki in ("word/footer1.xml", "word/footer2.xml"):
        assert [p.text for p in parts[kaki].iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]


def test_docx_archive_has_no_times_and_begins_with_the_content_types() -> None:
    with ZipFile(BytesIO(documents.docx(penuh()))) as arsip:
        assert arsip.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
