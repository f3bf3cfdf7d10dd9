"""Varied synthetic SOP pages (PDF, DOCX, XLSX, scans, photographs) with exact truth; see ``__main__``."""
