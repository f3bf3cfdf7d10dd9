"""The collection as a Word document: valid, all SOPs in it as they are alone, contents with their pages."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from benchmarks.dokumen_acak import janggal, utuh
from benchmarks.dokumen_bolak_balik import isi
from extractors.office.package import open_package
from extractors.read import read_bytes
from normalizers.model import Sop
from pipeline.bentuk import Bentuk
from pipeline.config import Settings
from pipeline.outputs import himpunan, revisi
from pipeline.outputs.gaya import W
from pipeline.run import run_pages
from tests.builders import a_sop
from tests.outputs.kantor import office
from tests.outputs.test_documents import JAHAT


def errors(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [error.description for error in OpenXmlValidator().validate(path).errors]


def read(content: bytes) -> list[Sop]:
    found = run_pages(read_bytes("a.docx", content), "a.docx", "0" * 64, Settings(jobs=1))
    return [naskah.sop for naskah in found]


def berbeda() -> list[Sop]:
    """SOPs whose pages are set in different sizes."""
    return [utuh(5, 2), utuh(1, 3), utuh(5, 14)]


def test_each_sop_is_read_back_as_from_a_document_of_its_own(tmp_path: Path) -> None:
    content = himpunan.docx(berbeda())
    assert errors(tmp_path / "a.docx", content) == []
    assert [isi(sop) for sop in read(content)] == [isi(sop) for sop in berbeda()]
    assert himpunan.docx(berbeda()) == content


def test_styles_that_look_otherwise_have_ids_of_their_own() -> None:
    package = open_package(himpunan.docx(berbeda()))
    styles = [style.get(f"{W}styleId") for style in package.xml("word/styles.xml").iterfind(f"{W}style")]
    assert len(styles) == len(set(styles))
    assert styles.count("SOPSel") == 1
    assert any(style.startswith("SOPSel-") for style in styles)
    body = package.xml("word/document.xml")
    named = {node.get(f"{W}val") for node in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert named <= set(styles)
    numbers = {node.get(f"{W}val") for node in body.iter(f"{W}numId")}
    assert numbers <= {
        node.get(f"{W}numId") for node in package.xml("word/numbering.xml").iterfind(f"{W}num")
    }


def test_contents_name_the_page_that_each_sop_begins_on() -> None:
    package = open_package(himpunan.docx(berbeda()))
    body = package.xml("word/document.xml")
    fields = ["".join(node.itertext()).strip() for node in body.iter(f"{W}instrText")]
    marks = [node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")]
    assert [field.split()[1] for field in fields if field.startswith("PAGEREF")] == marks
    assert [field for field in fields if field.startswith("TC")] == [
        f'TC "{n}. {sop.identitas.nama_sop}" \\f s \\l 1' for n, sop in enumerate(berbeda(), start=1)
    ]
    shown = [
        [node.text for node in p.iter(f"{W}t")][-1]
        for p in body.iter(f"{W}p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "TOC1"
    ]
    # Cover and contents, then three pages and two.
    assert shown == ["3", "6", "8"]


def test_in_the_look_of_an_office(tmp_path: Path) -> None:
    look = Bentuk(templat=office(tmp_path / "kantor.docx"))
    content = himpunan.docx(berbeda(), look)
    assert errors(tmp_path / "a.docx", content) == []
    assert len(read(content)) == 3
    package = open_package(content)
    feet = [name for name in package.names if "kantor" in name and name.endswith(".xml")]
    titles = [sop.identitas.nama_sop or "" for sop in berbeda()]
    text = b"".join(package.read(name) for name in feet).decode()
    assert all(title in text for title in titles)
    for name in feet:
        for relation in package.relations(name).values():
            assert relation.luar or relation.target in package


@pytest.mark.parametrize("jahat", JAHAT)
def test_hostile_names_are_names(tmp_path: Path, jahat: str) -> None:
    sop = a_sop()
    odd = sop.model_copy(
        update={"identitas": sop.identitas.model_copy(update={"nama_sop": f'A "{jahat}" \\ B'})}
    )
    assert errors(tmp_path / "a.docx", himpunan.docx([odd, a_sop()])) == []
    assert errors(tmp_path / "b.docx", revisi.docx(revisi.antara(a_sop(), odd))) == []


def test_a_hard_one_and_an_empty_one_stand_together(tmp_path: Path) -> None:
    empty = Sop(id="kosong", sumber=a_sop().sumber)
    assert errors(tmp_path / "a.docx", himpunan.docx([janggal(1, 3), empty])) == []


def test_a_note_for_word_says_what_the_others_say(tmp_path: Path) -> None:
    ganti: dict[str, Any] = {"peringatan": ["Berkas yang tidak lengkap dikembalikan"]}
    note = revisi.antara(a_sop(), a_sop().model_copy(update=ganti))
    content = revisi.docx(note)
    assert errors(tmp_path / "a.docx", content) == []
    with ZipFile(tmp_path / "a.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert note.butir
    assert all(b.tempat in text and b.menjadi in text and b.semula in text for b in note.butir)
    assert (
        "Isi kedua naskah sama."
        in open_package(revisi.docx(revisi.antara(a_sop(), a_sop()))).read("word/document.xml").decode()
    )
