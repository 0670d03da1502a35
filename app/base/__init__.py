"""Errors, clock, ids and the path of a resource: what every floor may use."""
