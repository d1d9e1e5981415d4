"""What each server can play: packs as it has corrected them, imported lists, and questions of its own."""
