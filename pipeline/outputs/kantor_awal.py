"""The Word file that an office begins with: all styles, a letterhead to write over, and a sample where they stand."""

from typing import Final

from normalizers.model import Sop
from pipeline.bentuk import Bentuk
from pipeline.data import table
from pipeline.outputs import lembar, ooxml
from pipeline.outputs.docx_kantor import tambah
from pipeline.outputs.kop import Bagian
from pipeline.outputs.render import render
from pipeline.outputs.tetapan import constants

_JENIS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KOP: Final = "word/header1.xml"
_TANPA_KOP: Final = "word/header2.xml"


def kantor_awal(bentuk: Bentuk) -> bytes:
    """The file, as DOCX: on the paper that is set, with its own letterhead on the identity page only."""
    tetap = constants()
    isi = lembar.susun(Sop.model_validate(table("kantor")["sop"]), bentuk)
    own_feet = [acuan.bagian[0] for acuan in ooxml.ACUAN]
    ids = {_KOP: "rIdKop1", _TANPA_KOP: "rIdKop2"}
    acuan = [
        ooxml.Acuan((("headerReference", "default", id_), foot))
        for id_, foot in zip(ids.values(), own_feet, strict=True)
    ]
    parts = ooxml.parts(isi, tetap, None, acuan)
    for number, kertas in enumerate((isi.kertas_identitas, isi.kertas_prosedur), start=1):
        right = ooxml.twip(kertas.lebar - kertas.kiri - kertas.kanan)
        foot = render("sop.docx/kaki_kantor.xml.j2", lembar=isi, kanan=right, **tetap)
        parts[f"word/footer{number}.xml"] = foot.encode()
    heads = {
        _KOP: render("sop.docx/kop_kantor.xml.j2", kop=table("kantor")["kop"]),
        _TANPA_KOP: render("sop.docx/kop_kosong.xml.j2"),
    }
    taken = {name: Bagian(text.encode(), f"{_JENIS}header+xml") for name, text in heads.items()}
    return ooxml.zipped(tambah(parts, taken, ids))
