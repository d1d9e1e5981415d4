"""A game as Discord shows it: events become messages that are sent and edited."""
