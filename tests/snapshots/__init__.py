"""What `gumshoe facts --json` prints for the pack that is shipped, kept so that any change of data shows as a
diff. ``.venv/bin/python -m tests.snapshots`` writes it anew, and the counts in CURATION.md with it.
"""
