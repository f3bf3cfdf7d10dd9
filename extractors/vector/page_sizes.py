"""How large the pages of a PDF are."""

from extractors.vector.pdfium import LOCK, loaded


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of a document, in points, as it is shown.

    Raises:
        LoadError: it cannot be opened.
    """
    with LOCK:
        document = loaded(data)
        try:
            return [document.get_page_size(number) for number in range(len(document))]
        finally:
            document.close()
