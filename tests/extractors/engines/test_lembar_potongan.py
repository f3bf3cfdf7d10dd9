import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.engines.lembar_potongan import pack

SIDES = st.tuples(st.integers(0, 1500), st.integers(0, 1500))


@given(st.lists(SIDES, max_size=12))
def test_every_crop_lies_whole_on_one_sheet_and_none_on_another(sides):
    crops = [np.full(side, 10 + number, np.uint8) for number, side in enumerate(sides)]
    seen = []
    for sheet in pack(crops):
        for spot in sheet.letak:
            part = sheet.gambar[spot.y : spot.y + spot.tinggi, spot.x : spot.x + spot.lebar]
            assert part.shape[:2] == crops[spot.nomor].shape
            assert (part == 10 + spot.nomor).all()
            assert sheet.at(spot.x + spot.lebar / 2, spot.y + spot.tinggi / 2) == spot
            seen.append(spot.nomor)
    assert sorted(seen) == [number for number, crop in enumerate(crops) if crop.size]
