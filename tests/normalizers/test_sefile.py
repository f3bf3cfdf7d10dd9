"""The government that only one of several SOPs of a file names."""

from normalizers.sefile import lengkapi
from tests.builders import a_sop

PEMERINTAH = "/instansi/pemerintah"
BUKTI = {PEMERINTAH: {"mentah": "KOTA TIRTA", "halaman": 2, "cara": "pola:tesseract", "keyakinan": 0.9}}


def named(pemerintah: str | None, unit: str | None = "Dinas Sosial") -> dict[str, object]:
    return {
        "instansi": {"pemerintah": pemerintah, "unit": unit},
        "bukti": BUKTI if pemerintah else {},
    }


def test_an_sop_of_the_same_unit_has_the_government_of_the_others_as_an_inference() -> None:
    first, second = lengkapi([a_sop(**named("Pemerintah Kota Tirta")), a_sop(**named(None))])
    assert second.instansi.pemerintah == first.instansi.pemerintah == "Pemerintah Kota Tirta"
    assert (second.bukti[PEMERINTAH].cara, second.bukti[PEMERINTAH].keyakinan) == (
        "inferensi:tesseract",
        0.72,
    )
    assert first.bukti[PEMERINTAH].cara == "pola:tesseract"


def test_another_unit_none_or_two_governments_say_nothing() -> None:
    for unit in ("Dinas Pertanian", None):
        _, second = lengkapi([a_sop(**named("Pemerintah Kota Tirta")), a_sop(**named(None, unit))])
        assert second.instansi.pemerintah is None
    both = [a_sop(**named("Pemerintah Kota Tirta")), a_sop(**named("Pemerintah Kabupaten Tirta"))]
    assert lengkapi([*both, a_sop(**named(None))])[2].instansi.pemerintah is None
