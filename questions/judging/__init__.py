"""Judging: a typed guess against the accepted answers."""
