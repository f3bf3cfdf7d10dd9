"""What kind of Office document a package is, told by its first parts, whatever its file is called."""

_PACKED = b"PK\x03\x04"
_PARTS = ("word", "xl")
"""The folders of a package in which Word and Excel keep their parts."""


def folder_of(head: bytes) -> str:
    """``word`` or ``xl``, the folder named first at the beginning of a package; empty where it names none.

    Args:
        head: the first kilobytes of a file.
    """
    if not head.startswith(_PACKED):
        return ""
    places = {part: head.find(f"{part}/".encode()) for part in _PARTS}
    named = {part: place for part, place in places.items() if place >= 0}
    return min(named, key=lambda part: named[part], default="")
