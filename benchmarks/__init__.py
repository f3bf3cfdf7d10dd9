"""Measuring: seeded random SOPs laid out as OCR engines leave them, with their truth."""
