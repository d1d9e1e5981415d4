"""The only place that speaks SQL: games, scores and questions, kept through crashes and faults."""
