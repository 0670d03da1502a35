"""Photos and pages as pixels: checked, cut, recompressed, previewed."""
