"""What is asked: facts, questions, and the judging of answers. No Discord, no database, no clock."""
