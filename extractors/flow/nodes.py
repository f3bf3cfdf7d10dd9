"""What the flow is made of; the types stand with those of the pages, which carry them."""

from extractors.symbols import Edge, Placed, Simbol, Symbol

__all__ = ["Edge", "Placed", "Simbol", "Symbol"]
