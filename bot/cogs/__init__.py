"""Slash commands: parse, call, reply."""
