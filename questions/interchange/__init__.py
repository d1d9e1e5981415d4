"""Lists and tables that other tools write -> questions or packs, and back."""
