from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.office import package
from extractors.office.package import Relation, open_package


def zipped(parts):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_parts_are_found_whatever_their_case():
    opened = open_package(zipped({"word/Document.xml": "<a><b>x</b></a>"}))
    assert opened.names == ("word/Document.xml",)
    assert "/Word/document.xml" in opened
    assert opened.xml("word/document.xml").findtext("b") == "x"


def test_relations_lead_to_part_names():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://x/y/header" Target="../word/h1.xml"/>'
        '<Relationship Id="r2" Type="http://x/y/hyperlink" Target="http://a.id/" TargetMode="External"/>'
        "</Relationships>"
    )
    opened = open_package(zipped({"word/_rels/document.xml.rels": rels}))
    assert opened.relations("word/document.xml") == {
        "r1": Relation("header", "word/h1.xml"),
        "r2": Relation("hyperlink", "http://a.id/", True),
    }
    assert opened.relations("word/h1.xml") == {}


def test_strict_namespaces_become_the_usual_ones():
    strict = '<w:a xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    root = open_package(zipped({"d.xml": strict})).xml("d.xml")
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04" + b"\0" * 40, "rusak atau terpotong"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "format Office lama"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
    ],
)
def test_what_is_no_package_is_said_in_a_sentence(data, said):
    with pytest.raises(BerkasTidakTerbaca, match=said):
        open_package(data)


def test_a_truncated_package_is_said_to_be():
    whole = zipped({"a.xml": "<a/>", "b.xml": "<b/>"})
    with pytest.raises(BerkasTidakTerbaca, match="terpotong"):
        open_package(whole[: len(whole) // 2])


def test_a_damaged_part_is_said_to_be():
    whole = bytearray(zipped({"a.xml": "<a>" + "isi " * 50 + "</a>"}))
    at = whole.index(b"a.xml") + len(b"a.xml") + 6
    whole[at : at + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(BerkasTidakTerbaca):
        open_package(bytes(whole)).xml("a.xml")


def test_a_missing_part_is_named():
    with pytest.raises(BerkasTidakTerbaca, match=r"word/document\.xml"):
        open_package(zipped({"x": "y"})).read("word/document.xml")


def test_entities_are_refused():
    laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
    with pytest.raises(BerkasTidakTerbaca, match="DTD"):
        open_package(zipped({"a.xml": laughs})).xml("a.xml")


def test_endless_nesting_is_refused():
    deep = "<a>" * 5000 + "</a>" * 5000
    with pytest.raises(BerkasTidakTerbaca, match="tidak dapat diurai"):
        open_package(zipped({"a.xml": deep})).xml("a.xml")


def test_bombs_are_refused(monkeypatch):
    monkeypatch.setattr(package, "_RATIO_FROM", 1_000_000)
    with pytest.raises(BerkasTerlaluBesar):
        open_package(zipped({"a.xml": b"\0" * 2_000_000}))
    monkeypatch.setattr(package, "BATAS_BAGIAN", 1000)
    with pytest.raises(BerkasTerlaluBesar):
        open_package(zipped({"a.xml": b"\0" * 2000})).read("a.xml")
    monkeypatch.setattr(package, "_MAX_TAGS", 10)
    with pytest.raises(BerkasTerlaluBesar):
        open_package(zipped({"a.xml": "<a>" + "<b/>" * 10 + "</a>"})).xml("a.xml")
