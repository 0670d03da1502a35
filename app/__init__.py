"""Pana: the offline desk of the refugee-status procedure of Kazakhstan."""
