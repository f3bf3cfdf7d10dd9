"""What engines make of rules and stamps, told from what somebody wrote."""

import pytest

from extractors.texts.smears import is_smear


@pytest.mark.parametrize(
    "text",
    [
        "Ka Ba TS SB Bs un Nan ana Gene BAN NN BN ENAAN",
        "pnnnnnabonnnnnnnnnnnnnannnnnnnmnnnnn",
        "k---..o—ooococooc.c..c —-————. ati",
        "meaaa —jamas o——U",
    ],
)
def test_smears(text: str) -> None:
    assert is_smear(text)


@pytest.mark.parametrize(
    "text",
    [
        "No. SOP 065/008/SOP/431.14/2023",
        "NIP. 19680620 199211 1 019",
        "Andika Santika, SE, M.Kes",
        "5 | Memeriksa Kelengkapan data |::‘ ratdata 4 hari ata xinera",
        "- ATK, map, HP",
        "Plt. Ka. UPT RPH",
        "30 menit / 1 jam / 2 hari",
    ],
)
def test_what_somebody_wrote_is_none(text: str) -> None:
    assert not is_smear(text)
