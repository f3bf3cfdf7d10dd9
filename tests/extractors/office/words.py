"""Small Word documents for tests: the body as XML, everything around it as Word needs it."""

from io import BytesIO
from zipfile import ZipFile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(body, **parts):
    """The bytes of a document; ``parts`` are the inner XML of numbering, styles, header1 and footer1."""
    tags = {"numbering": "numbering", "styles": "styles", "header1": "hdr", "footer1": "ftr"}
    content = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    related = ""
    for name, inner in parts.items():
        content[f"word/{name}.xml"] = part(tags[name], inner)
        kind = name.rstrip("1")
        related += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    content["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>'
    content["_rels/.rels"] = (
        f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def part(tag, inner):
    return f"<w:{tag} {NAMESPACES}>{inner}</w:{tag}>"


def p(text="", properties="", runs=""):
    """A paragraph of one run, with other runs behind it."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text) if text else ''}{runs}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(number, level=0, text="x", more=""):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>{more}')


def table(*rows, widths=(2000, 2000, 2000)):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(content="", properties="", span=1):
    inner = content if content.startswith("<") else p(content)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{properties}</w:tcPr>{inner}</w:tc>'


def shape(preset, text="", inner="", flags="", offset=(127000, 63500), xfrm="", line=""):
    """A run with a floating shape of 40 x 20 points, as Word writes it: with a fallback for older programs."""
    content = inner or (p(text) if text else "")
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    size = 'cx="508000" cy="254000"'
    drawn = (
        f"<wps:wsp><wps:cNvSpPr {flags}/><wps:spPr><a:xfrm {xfrm}><a:off x='0' y='0'/><a:ext {size}/></a:xfrm>"
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{line}</wps:spPr>{box}</wps:wsp>'
    )
    return alternate(
        anchored(drawn, size, offset),
        f"<w:pict><v:rect style='position:absolute;width:40pt;height:20pt'><v:textbox><w:txbxContent>{content or p()}"
        "</w:txbxContent></v:textbox></v:rect></w:pict>",
    )


def anchored(drawn, size, offset):
    return (
        "<w:drawing><wp:anchor>"
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{offset[0]}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{offset[1]}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><a:graphic><a:graphicData uri="x">{drawn}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )


def alternate(choice, fallback):
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
