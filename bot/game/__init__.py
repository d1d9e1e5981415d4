"""The rules of play, without I/O: inputs and the time go in, events come out."""
