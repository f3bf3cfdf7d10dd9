"""A Word document that is nothing but pictures: pages of a scanner, put in one after the other."""

from typing import Final

from extractors.errors import BerkasTidakTerbaca
from extractors.office.package import Package

MOST_PICTURES: Final = 500
_EMBEDDED = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed",
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
)


def scans_of(package: Package) -> list[bytes]:
    """The pictures of the body in the order in which they stand there, each as the file that it was.

    A picture that is missing or damaged is left out.
    """
    main = next((r.target for r in package.relations().values() if r.jenis == "officeDocument"), "")
    targets = package.relations(main)
    found: list[bytes] = []
    for element in package.xml(main).iter("{*}blip", "{*}imagedata"):
        key = next((value for name in _EMBEDDED if (value := element.get(name))), "")
        relation = targets.get(key)
        if relation is None or relation.luar or relation.jenis != "image" or len(found) >= MOST_PICTURES:
            continue
        try:
            found.append(package.read(relation.target))
        except BerkasTidakTerbaca:
            continue
    return found
