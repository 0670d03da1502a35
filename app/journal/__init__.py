"""Entries and chains as bytes: kinds and hashes, never what an entry means (`exchange.md` 2.1-2.3; `docs/model.md`)."""
