"""Looks that are Word files of an office: what is taken over, what stays as it was measured, what is refused."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

import fontpkg_arimo
import pytest
from openxml_audit import OpenXmlValidator

from pipeline.bentuk import Bentuk
from pipeline.outputs import documents, muka
from pipeline.outputs.docx_kantor import periksa
from pipeline.outputs.huruf import Muka
from pipeline.outputs.kop import TemplatSalah
from tests.builders import a_sop
from tests.outputs.kantor import INSIDE, RELATIONS, awal, office, packed, parts_of
from tests.outputs.test_documents import penuh

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARIMO = (fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf").read_bytes()


@pytest.fixture(autouse=True)
def fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """One font is installed here, whatever the machine has."""
    monkeypatch.setattr("pipeline.outputs.kantor.terpasang", {"Calibri": Muka(ARIMO, ARIMO)}.get)


def made(path: Path, **settings: object) -> dict[str, bytes]:
    return parts_of(documents.docx(penuh(), Bentuk(templat=path, **settings)))  # type: ignore[arg-type]


def errors(data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    return [error.description for error in OpenXmlValidator().validate(path).errors]


def style(parts: dict[str, bytes], id_: str) -> ET.Element:
    root = ET.fromstring(parts["word/styles.xml"])
    (found,) = (s for s in root.iter(f"{W}style") if s.get(f"{W}styleId") == id_)
    return found


def size(node: ET.Element) -> str | None:
    found = node.find(f"{W}rPr/{W}sz")
    return None if found is None else found.get(f"{W}val")


def page_margins(parts: dict[str, bytes]) -> list[dict[str, int]]:
    root = ET.fromstring(parts["word/document.xml"])
    return [{k.removeprefix(W): int(v) for k, v in m.attrib.items()} for m in root.iter(f"{W}pgMar")]


def test_the_file_to_begin_with_breaks_no_rule_and_has_every_style(tmp_path: Path) -> None:
    path = packed(tmp_path / "kantor.docx", awal())
    assert errors(path.read_bytes(), tmp_path / "x.docx") == []
    ours = parts_of(documents.docx(a_sop()))
    ids = [set(re.findall(rb'w:styleId="(\w+)"', parts["word/styles.xml"])) for parts in (awal(), ours)]
    assert ids[0] == ids[1]
    assert periksa(Bentuk(templat=path)) is None


def test_the_look_is_taken_over_and_no_rule_is_broken(tmp_path: Path) -> None:
    bentuk = Bentuk(templat=office(tmp_path / "kantor.docx"))
    data = documents.docx(penuh(), bentuk)
    assert errors(data, tmp_path / "x.docx") == []
    assert documents.docx(penuh(), bentuk) == data
    parts = parts_of(data)
    assert parts["word/media/kantor-image1.png"].startswith(b"\x89PNG")
    heads = [parts[name] for name in parts if name.startswith("word/kantor")]
    assert sum(b"NAMA PERANGKAT DAERAH" in head for head in heads) == 1
    assert sum(b"Pengelolaan Surat Masuk" in head for head in heads) == 2
    assert not any("\ue0f0".encode() in part for part in parts.values())
    assert b'"1F3864"' in ET.tostring(style(parts, "SOPNama"))
    assert b'"C00000"' in ET.tostring(style(parts, "SOPKepala"))
    # 20 mm at the right of the procedure, and the foot ends there.
    assert page_margins(parts)[1]["right"] == 1134
    assert any(b'w:pos="15024"' in head for head in heads), page_margins(parts)


def test_what_was_measured_stays(tmp_path: Path) -> None:
    parts = made(office(tmp_path / "kantor.docx"))
    plain = parts_of(documents.docx(penuh()))
    assert size(style(parts, "SOPSel")) == size(style(plain, "SOPSel"))
    for id_ in ("SOPTabelProsedur", "SOPTabelIdentitas"):
        assert ET.tostring(style(parts, id_)) == ET.tostring(style(plain, id_))
    based = style(parts, "SOPSel").find(f"{W}basedOn")
    assert based is not None
    ground = style(parts, str(based.get(f"{W}val")))
    spacing, font = ground.find(f"{W}pPr/{W}spacing"), ground.find(f"{W}rPr/{W}rFonts")
    assert spacing is not None
    assert font is not None
    assert (spacing.get(f"{W}after"), spacing.get(f"{W}line")) == ("0", "240")
    assert ground.find(f"{W}basedOn") is None
    assert font.get(f"{W}ascii") == "Calibri"
    # The line is as high as was counted with, whatever the font asks for.
    exact = style(parts, "SOPSel").find(f"{W}pPr/{W}spacing")
    assert exact is not None
    assert exact.get(f"{W}lineRule") == "exact"
    assert int(str(exact.get(f"{W}line"))) == round(int(str(size(style(plain, "SOPSel")))) * 10 * 1.2)


def test_a_font_that_nobody_has_is_told_and_the_table_keeps_its_own(tmp_path: Path) -> None:
    path = office(tmp_path / "kantor.docx", "Ratusan Sans")
    said = periksa(Bentuk(templat=path))
    assert said is not None
    assert str(path) in said
    assert "Ratusan Sans" in said
    parts = made(path)
    assert b'"Arial"' in ET.tostring(style(parts, "SOPDasar"))
    assert b'w:ascii="Ratusan Sans"' in parts["word/styles.xml"]


@pytest.mark.parametrize("wide", [False, True])
def test_the_table_is_measured_with_the_font_of_the_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wide: bool
) -> None:
    """A font of twice the width makes other columns: a procedure is not drawn by the widths of another font."""
    path = office(tmp_path / "kantor.docx")
    usual = made(path)
    if wide:
        monkeypatch.setattr(
            "pipeline.outputs.huruf._letter", lambda letter, tebal, face: 1.2 if face else 0.5
        )
        monkeypatch.setattr("pipeline.outputs.kantor.terpasang", {"Calibri": Muka(ARIMO, ARIMO + b"0")}.get)
        from pipeline.outputs import kantor

        kantor._read.cache_clear()
    widths = [
        re.findall(rb'w:gridCol w:w="(\d+)"', parts["word/document.xml"]) for parts in (usual, made(path))
    ]
    assert (widths[0] != widths[1]) == wide
    if wide:
        kantor._read.cache_clear()


def test_an_embedded_font_is_measured_and_goes_along(tmp_path: Path) -> None:
    path = office(tmp_path / "a.docx", "Huruf Kantor")
    parts = parts_of(path.read_bytes())
    key = UUID("12345678-9abc-def0-1234-56789abcdef0")
    mask = bytes.fromhex(key.hex)[::-1] * 2
    parts["word/fonts/font1.odttf"] = bytes(a ^ b for a, b in zip(ARIMO, mask, strict=False)) + ARIMO[32:]
    embedded = "".join(
        f'<w:{kind} r:id="rId1" w:fontKey="{{{str(key).upper()}}}"/>'
        for kind in ("embedRegular", "embedBold")
    )
    parts["word/fontTable.xml"] = (
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<w:font w:name="Huruf Kantor">{embedded}</w:font></w:fonts>'
    ).encode()
    relation = RELATIONS.format('Target="fonts/font1.odttf"').replace("/image", "/font")
    parts["word/_rels/fontTable.xml.rels"] = relation.encode()
    path = packed(tmp_path / "kantor.docx", parts)
    assert periksa(Bentuk(templat=path)) is None
    out = made(path)
    assert out["word/media/kantor-font1.odttf"] == parts["word/fonts/font1.odttf"]
    assert b'"Huruf Kantor"' in ET.tostring(style(out, "SOPDasar"))
    assert errors(documents.docx(penuh(), Bentuk(templat=path)), tmp_path / "x.docx") == []


def test_a_letterhead_of_another_file_gets_our_styles_and_moves_the_text_down(tmp_path: Path) -> None:
    """An office's own letter paper: none of our styles, one section, translated ids, text spaced as Word does."""
    parts = parts_of(office(tmp_path / "a.docx").read_bytes())
    styles = parts["word/styles.xml"].decode()
    styles = re.sub(r'<w:style [^>]*w:styleId="SOP\w+".*?</w:style>', "", styles, flags=re.DOTALL)
    styles = styles.replace('w:styleId="Heading1"', 'w:styleId="Judul1"')
    parts["word/styles.xml"] = styles.encode()
    document = parts["word/document.xml"].decode()
    first = re.findall(r"<w:sectPr>.*?</w:sectPr>", document)[0]
    head = document[: document.index("<w:body>")]
    parts["word/document.xml"] = f"{head}<w:body><w:p/>{first}</w:body></w:document>".encode()
    path = packed(tmp_path / "kantor.docx", parts)
    data = documents.docx(penuh(), Bentuk(templat=path))
    assert errors(data, tmp_path / "x.docx") == []
    out = parts_of(data)
    assert b'"SOPDasar"' in ET.tostring(style(out, "SOPIsi"))
    assert b"Judul1" not in out["word/styles.xml"]
    identity, procedure = page_margins(out)
    # 400 to the letterhead, 850 of picture, four paragraphs each 160 apart, three of text: 1.2 x (13 + 13 + 9) pt.
    assert identity["top"] > 400 + 850 + 4 * 160 + 840
    assert procedure == page_margins(parts_of(documents.docx(penuh())))[1]


def test_a_folder_may_hold_the_word_file_beside_templates(tmp_path: Path) -> None:
    office(tmp_path / "rupa" / "kantor.docx")
    assert "word/media/kantor-image1.png" in made(tmp_path / "rupa")


def test_other_formats_are_made_as_ever(tmp_path: Path) -> None:
    bentuk = Bentuk(templat=office(tmp_path / "kantor.docx"))
    assert documents.html(penuh(), bentuk) == documents.html(penuh())
    assert documents.pdf(penuh(), bentuk) == documents.pdf(penuh())


def _with(name: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = BytesIO()
    parts = awal()
    parts[name] = change(parts.get(name, b""))
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return buffer.getvalue()


def _without(name: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for part, data in awal().items():
            if part != name:
                archive.writestr(part, data)
    return buffer.getvalue()


DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"0" * 600, "format Office lama"),
        (b"ini bukan zip", "rusak atau terpotong"),
        (b"", "rusak atau terpotong"),
        (b"PK" * 11_000_000, "lebih besar dari 20 MB"),
        (_without("[Content_Types].xml"), "bukan berkas Word"),
        (_without("word/document.xml"), "bukan berkas Word"),
        (_without("word/styles.xml"), "tidak memuat bagian gaya"),
        (_without("word/header1.xml"), "kop atau kaki halaman yang tidak ada"),
        (_with("word/vbaProject.bin", lambda _: b"x"), "memuat makro"),
        (
            _with(
                "[Content_Types].xml",
                lambda d: d.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                    b"application/vnd.ms-word.document.macroEnabled.main",
                ),
            ),
            "memuat makro",
        ),
        (_with("word/styles.xml", lambda _: DTD), "deklarasi DTD"),
        (_with("word/header1.xml", lambda d: d[:-20]), "tidak dapat diurai"),
        (_with("word/x.bin", lambda _: b"\0" * 40_000_000), "mengembang terlalu besar"),
        (
            _with("word/document.xml", lambda d: re.sub(b"<w:pgMar [^>]*/>", b"", d)),
            "ukuran kertas dan margin",
        ),
        (_with("word/document.xml", lambda d: d.replace(b'w:right="', b'w:right="x')), "bukan bilangan"),
        (
            _with("word/document.xml", lambda d: d.replace(b'w:right="680"', b'w:right="6800"')),
            "margin halaman prosedur menyisakan",
        ),
        (
            _with(
                "word/_rels/header1.xml.rels",
                lambda _: RELATIONS.format(
                    'Target="https://contoh.example/a.png" TargetMode="External"'
                ).encode(),
            ),
            "tertaut dari luar",
        ),
        (
            _with("word/_rels/header1.xml.rels", lambda _: INSIDE.replace("/image", "/oleObject").encode()),
            "oleObject",
        ),
    ],
)
def test_what_cannot_be_used_is_one_sentence_with_file_and_reason(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "kantor.docx"
    path.write_bytes(data)
    bentuk = Bentuk(templat=path)
    for attempt in (lambda: periksa(bentuk), lambda: documents.docx(a_sop(), bentuk)):
        with pytest.raises(TemplatSalah) as caught:
            attempt()
        assert str(path) in str(caught.value)
        assert said in str(caught.value)


def test_installed_fonts_are_found_by_name_or_by_their_twins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    font = tmp_path / "x.ttf"
    font.write_bytes(ARIMO)
    program = tmp_path / "fc-list"
    program.write_text(
        '#!/bin/sh\ncase "$3" in :family=Carlito) '
        f"printf '{font}\\tRegular\\t0\\n{font}\\tBold\\t0\\n{font}\\tItalic\\t0\\n';; "
        f":family=Setengah) printf '{font}\\tRegular\\t0\\n';; esac\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(muka, "which", lambda name: str(program))
    muka._installed.cache_clear()
    assert muka.terpasang("Calibri") == Muka(ARIMO, ARIMO)
    assert muka.terpasang("Setengah") is None
    assert muka.terpasang("Tiada") is None
    muka._installed.cache_clear()
