"""The fitted score: how likely people are to take a guess for an answer, by a logistic regression.

The weights come from ``python -m tests.judge_fit`` and are data; ``weights.json`` says when and on how many
guesses they were fitted, and how well they did on questions that they were not fitted on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from math import exp

ACCEPT = 0.5
"""From this score on a guess is right."""

_FITTED = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
_BIAS: float = _FITTED["bias"]
_WEIGHTS: Mapping[str, float] = _FITTED["weights"]


def probability(features: Mapping[str, float]) -> float:
    """The likelihood, between 0 and 1, that a guess with these features is right."""
    return 1 / (1 + exp(-_BIAS - sum(weight * features[name] for name, weight in _WEIGHTS.items())))
