"""Leaderboards, podiums and charts as pictures: data in, the bytes of a PNG out.

Pillow and the fonts come with the extra ``cards``. Only ``records`` and ``painter`` can be imported without
it, and the rest of the program imports nothing else from here.
"""
