"""Facts to questions, a module a kind."""
