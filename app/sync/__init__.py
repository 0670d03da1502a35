"""Bundles as bytes: the container `akb1`, keys, certificates, roster and enrolment (`docs/exchange-format.md`).

What an entry means, and where it is stored, is not decided here.
"""
