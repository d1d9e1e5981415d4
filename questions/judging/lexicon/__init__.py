"""Words that the rules of judging speak of: plain data, no code."""
