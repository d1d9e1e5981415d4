"""The sentences of a language that questions are made of; English is the only one so far."""
