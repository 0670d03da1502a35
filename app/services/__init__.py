"""Use cases: one module per noun, one function per use case; `acts.perform` opens and commits the unit of work."""
