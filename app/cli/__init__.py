"""Pana without a screen: commands for server jobs, automation and acceptance stories."""
