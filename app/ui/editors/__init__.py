"""Editors of one value each: `value()`, `set_value()`, `changed`; the table that makes them is `app/ui/binding.py`."""
