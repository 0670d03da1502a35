"""Lists of any length: ids of a filter and order, rows fetched by page."""
