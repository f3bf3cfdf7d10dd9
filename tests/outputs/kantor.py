"""Word files as offices make them of the one that sopbaku gives: with a picture, fonts, colours, margins of their own."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from pipeline.bentuk import BENTUK_BAKU
from pipeline.outputs.kantor_awal import kantor_awal

PICTURE = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="540000" cy="540000"/><wp:docPr id="900" name="Logo"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="900" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="540000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" {}/></Relationships>'
)
INSIDE = RELATIONS.format('Target="media/image1.png"')


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@cache
def _awal() -> bytes:
    return kantor_awal(BENTUK_BAKU)


def awal() -> dict[str, bytes]:
    return parts_of(_awal())


def office(path: Path, font: str = "Calibri") -> Path:
    """The file restyled: another font, blue values, Word's own spacing, a picture in the letterhead, wider margins."""
    parts = awal()
    picture = BytesIO()
    Image.new("RGB", (90, 90), "darkgreen").save(picture, "PNG")
    styles = parts["word/styles.xml"].replace(b'"Arial"', f'"{font}"'.encode())
    styles = styles.replace(
        b'<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>',
        b'<w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault>',
    )
    for id_, colour in (("SOPNama", "1F3864"), ("SOPKepala", "C00000")):
        begin = styles.index(f'w:styleId="{id_}"'.encode())
        at = styles.index(b"<w:bCs/>", begin) + len(b"<w:bCs/>")
        styles = styles[:at] + f'<w:color w:val="{colour}"/>'.encode() + styles[at:]
    # As somebody does who finds the table too small: the rows have no room for that.
    begin = styles.index(b'w:styleId="SOPSel"')
    at = styles.index(b"<w:sz ", begin)
    styles = styles[:at] + b'<w:sz w:val="48"/>' + styles[styles.index(b"<w:szCs", at) :]
    parts["word/styles.xml"] = styles
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"<w:p>", PICTURE.encode() + b"<w:p>", 1)
    parts["word/_rels/header1.xml.rels"] = INSIDE.encode()
    parts["word/media/image1.png"] = picture.getvalue()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b'<Default Extension="xml"',
        b'<Default Extension="png" ContentType="image/png"/><Default Extension="xml"',
    )
    # The right margin of the procedure: 12 mm become 20.
    document = parts["word/document.xml"]
    parts["word/document.xml"] = document.replace(b'w:right="680"', b'w:right="1134"')
    return packed(path, parts)
