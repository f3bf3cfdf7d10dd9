"""Fields of the identity page that stand close to each other."""

import pytest

from tests.extractors.plain import kepala


@pytest.mark.parametrize(
    "text", ["Nomor        : 421.3/88/SMP/2021", "Nomor 421.3/88/SMP/2021", "Nomor      421.3/88/SMP/2021"]
)
def test_a_weak_spelling_is_a_label_before_a_colon_anywhere_and_before_the_number_of_an_sop(
    text: str,
) -> None:
    assert kepala(f"{text}\nNama SOP : Arsip")["nomor_sop"] == "421.3/88/SMP/2021"


def test_fields_that_nobody_asks_for_are_of_no_value() -> None:
    row = "<tr><td>{}</td></tr>".format
    one = row("No. Dokumen : SOP/7/2024<br>No. Revisi : 01<br>Tanggal Terbit : 4 Mei 2024<br>Halaman : 1/1")
    beside = row("No. Dokumen<br>SOP/7/2024</td><td>No. Revisi<br>01</td><td>Halaman<br>1/1")
    for rows in (one, beside + row("Tanggal Terbit : 4 Mei 2024")):
        assert kepala(f"<table>{rows}</table>") == {
            "nomor_sop": "SOP/7/2024",
            "tanggal_pengesahan": "4 Mei 2024",
        }
