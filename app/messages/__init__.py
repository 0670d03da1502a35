"""Sentences for people in Kazakh, Russian and English; the floors below hold none."""
