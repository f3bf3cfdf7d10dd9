"""Office files: the zip package, and what Word and spreadsheet parts of it say as XML."""
