"""What Word and Excel refuse, by the rules of Office Open XML: a validator of its schemas and semantics finds nothing."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from normalizers.model import Sop
from pipeline.outputs import documents
from tests.builders import a_pelaksana, a_sop
from tests.outputs.test_documents import penuh


def errors(path: Path) -> list[str]:
    return [error.description for error in OpenXmlValidator().validate(path).errors]


def written(folder: Path, sop: Sop, old: bytes = b"", new: bytes = b"") -> Path:
    """The document as a file; where ``old`` is given, with its first place in the text replaced."""
    path, spoiled = folder / "sop.docx", folder / "rusak.docx"
    path.write_bytes(documents.docx(sop))
    if not old:
        return path
    with ZipFile(path) as source, ZipFile(spoiled, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old in data
                data = data.replace(old, new, 1)
            target.writestr(name, data)
    return spoiled


@pytest.mark.parametrize(
    "sop",
    [
        penuh(),
        Sop(id="kosong", sumber=a_sop().sumber),
        a_sop(pelaksana=[a_pelaksana(f"Kepala Subbagian {k}") for k in range(12)]),
    ],
    ids=["penuh", "kosong", "banyak"],
)
def test_no_rule_is_broken(tmp_path: Path, sop: Sop) -> None:
    assert errors(written(tmp_path, sop)) == []
    path = tmp_path / "sop.xlsx"
    path.write_bytes(documents.render(sop, "xlsx"))
    assert errors(path) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:tblW ", b'<w:jc w:val="left"/><w:tblW '),
        (b"<wp:wrapNone/>", b""),
        (b'hRule="exact"', b'hRule="tepat"'),
        (b"<a:custGeom><a:avLst/>", b"<a:custGeom><a:gdLst/><a:avLst/>"),
    ],
)
def test_a_broken_rule_is_found(tmp_path: Path, old: bytes, new: bytes) -> None:
    assert errors(written(tmp_path, penuh(), old, new))
