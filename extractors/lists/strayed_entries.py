"""Entries of a list that run on in another box, put together again."""

from collections.abc import Mapping, Sequence

from extractors.lexicon.signs import CITATION
from extractors.lists.items import Item


def together(boxes: Mapping[str, list[Item]]) -> tuple[dict[str, list[Item]], tuple[str, ...]]:
    """Lists that run on in another box put together again, and pointers to the items that were moved.

    The witness is the numbering: entries 9 and 10 behind 1 to 5 of one box continue the
    1 to 8 of another.
    """
    found = {key: list(entries) for key, entries in boxes.items()}
    moved: list[str] = []
    counted_on = _counted_on(boxes)
    for key, entries in found.items():
        cut = _jump(entries)
        if cut is None or key in counted_on or (key == "dasar_hukum" and _cites(entries[cut])):
            continue  # where a number is missing, regulations stay what they are
        owner = _owner(found, key, entries[cut])
        if key == "kualifikasi_pelaksana" and "dasar_hukum" in found and _cites(entries[cut]):
            owner = "dasar_hukum"
        if owner:
            moved.extend(
                f"/{owner}/{at}" for at in range(len(found[owner]), len(found[owner]) + len(entries) - cut)
            )
            found[owner].extend(entries[cut:])
            del entries[cut:]
    return found, tuple(moved)


def _counted_on(boxes: Mapping[str, list[Item]]) -> frozenset[str]:
    """Boxes that keep all they hold though their numbers follow those of another: the program counted on.

    Word numbers lists on unless it is told to begin anew. Then several boxes hold nothing but such a
    sequel, or one holds what is no regulation though the numbers before are of regulations.
    """
    whole = [key for key, entries in boxes.items() if _jump(entries) == 0 and not _cites(entries[0])]
    if len(whole) > 1:
        return frozenset(whole)
    return frozenset(key for key in whole if _owner(boxes, key, boxes[key][0]) == "dasar_hukum")


def _jump(entries: Sequence[Item]) -> int | None:
    """Where the numbering jumps upward and goes on from there to the end, or where only regulations follow."""
    if entries and _cites(entries[-1]) and not _cites(entries[0]):
        return max(at for at, item in enumerate(entries) if not _cites(item)) + 1
    for at, item in enumerate(entries):
        before = entries[at - 1].nomor if at else 0
        if item.nomor is not None and item.nomor > (before or 0) + 1:
            run = [entry.nomor for entry in entries[at:]]
            if run == list(range(item.nomor, item.nomor + len(run))):
                return at
    return None


def _cites(item: Item) -> bool:
    return bool(CITATION.match(item.span.text))


def _owner(boxes: Mapping[str, list[Item]], key: str, item: Item) -> str | None:
    """The other box whose numbering ends right before that of an item; None when there are several or none."""
    owners = [
        other
        for other, entries in boxes.items()
        if other != key
        and entries
        and entries[-1].nomor == (item.nomor or 0) - 1
        and entries[-1].jenis in ("", item.jenis)
    ]
    return owners[0] if len(owners) == 1 else None
