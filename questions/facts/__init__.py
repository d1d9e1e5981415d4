"""The fact base: entities, relations and facts, each fact with its sources."""
