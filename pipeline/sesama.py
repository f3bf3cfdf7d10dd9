"""What each SOP's report says of the others: from the whole set to one SOP."""

from pipeline.compare.himpunan import Himpunan
from pipeline.naskah import Sesama, Terkait


def sesama(satu: Himpunan) -> list[Sesama]:
    """What the set knows of each of its SOPs, in its order."""
    terkait: dict[int, list[Terkait]] = {}
    for item in satu.kaitan:
        for i in item.ke:
            other = satu.kartu[i]
            unit = None if item.tempat == "unit" else other.unit
            found = Terkait(item.butir, other.id, other.nama or other.id, unit)
            terkait.setdefault(item.dari, []).append(found)
    kegiatan = {i: kegiatan for kegiatan in satu.kegiatan for i in kegiatan.anggota}
    kembar = {i for group in satu.kembar for i in group.anggota}
    return [
        Sesama(
            terkait=tuple(terkait.get(i, ())),
            kegiatan=kegiatan[i].slug if i in kegiatan else None,
            kembar=i in kembar,
        )
        for i in range(len(satu.kartu))
    ]
