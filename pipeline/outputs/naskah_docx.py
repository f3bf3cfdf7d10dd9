"""Word documents that are no SOP themselves, revision note and front of a collection: from templates to a package."""

from typing import Any, Final

from pipeline.data import table
from pipeline.outputs.ooxml import twip, zipped
from pipeline.outputs.render import render

_PARTS: Final = {
    "[Content_Types].xml": "naskah.docx/content_types",
    "_rels/.rels": "sop.docx/rels",
    "docProps/app.xml": "sop.docx/app",
    "docProps/core.xml": "sop.docx/core",
    "word/_rels/document.xml.rels": "naskah.docx/document_rels",
    "word/fontTable.xml": "sop.docx/font_table",
    "word/footer1.xml": "naskah.docx/footer",
    "word/settings.xml": "sop.docx/settings",
    "word/styles.xml": "naskah.docx/styles",
    "word/theme/theme1.xml": "sop.docx/theme",
}


def naskah(template: str, judul: str, penyusun: str, lebar: float, **isi: Any) -> bytes:
    """The document as DOCX, the same bytes for the same content.

    Args:
        template: name of that of its text, in ``templates/naskah.docx``.
        judul: its title.
        penyusun: whose it is.
        lebar: between its margins, in millimetres.
        isi: what the text shows.
    """
    konteks: dict[str, Any] = {
        "kata": table("dokumen"),
        "lembar": {"judul": judul, "penyusun": penyusun},
        "kanan": twip(lebar),
        "twip": twip,
    }
    parts = {name: render(f"{part}.xml.j2", **konteks).encode() for name, part in _PARTS.items()}
    parts["word/document.xml"] = render(f"naskah.docx/{template}.xml.j2", **(konteks | isi)).encode()
    return zipped(parts)
