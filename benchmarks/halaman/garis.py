"""Ways of arrows in office files: where they stop, and as one connector with bends."""

Titik = tuple[float, float]


def bercelah(titik: list[Titik], celah: float) -> list[Titik]:
    """A way whose ends stop short of what it joins."""

    def mundur(dari: Titik, ke: Titik) -> Titik:
        jarak = ((dari[0] - ke[0]) ** 2 + (dari[1] - ke[1]) ** 2) ** 0.5
        if jarak < 3 * celah or not celah:
            return ke
        return ke[0] + (dari[0] - ke[0]) * celah / jarak, ke[1] + (dari[1] - ke[1]) * celah / jarak

    return [mundur(titik[1], titik[0]), *titik[1:-1], mundur(titik[-2], titik[-1])]


def siku_tiga(titik: list[Titik]) -> tuple[tuple[float, float, float, float], str, int] | None:
    """A way with two bends as Word and Excel keep it; None for a way that is no such connector.

    Returns:
        x, y, width and height before it is turned; the attributes of its transform; where it bends, in thousandths of
        a per cent of its width.
    """
    if len(titik) != 4:
        return None
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = titik
    if abs(ax - bx) < 0.01 and abs(by - cy) < 0.01 and abs(cx - dx) < 0.01 and (by - ay) * (dy - cy) > 0:
        w, h, x, y = abs(dy - ay), abs(dx - ax), (ax + dx) / 2, (ay + dy) / 2
        turun = dy > ay
        rot, terbalik = ("5400000", dx > ax) if turun else ("16200000", dx < ax)
        return (
            (x - w / 2, y - h / 2, w, h),
            f' rot="{rot}"' + ' flipV="1"' * terbalik,
            round(abs(by - ay) / w * 100000),
        )
    if abs(ay - by) < 0.01 and abs(bx - cx) < 0.01 and abs(cy - dy) < 0.01 and (bx - ax) * (dx - cx) > 0:
        w, h = abs(dx - ax), abs(dy - ay)
        balik = ' flipH="1"' * (dx < ax) + ' flipV="1"' * (dy < ay)
        return (min(ax, dx), min(ay, dy), w, h), balik, round(abs(bx - ax) / w * 100000)
    return None
