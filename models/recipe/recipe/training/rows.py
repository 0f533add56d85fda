"""The rows of the token stream, in an order that the seed and the step decide."""

from pathlib import Path

import numpy as np
import torch

from ..settings import Settings
from ..tokenizer import START_ID
from ..work import Work


class Batches:
    """The rows of both mixes: the last steps of the plan take those of the last mix."""

    def __init__(self, work: Work, settings: Settings):
        self._last_from = settings.total_steps - settings.last_steps
        self._main = Rows(work.tokens, settings)
        self._last = Rows(work.last_tokens, settings, self._last_from) if settings.last_steps else self._main

    def batch(self, step: int) -> torch.Tensor:
        """The rows of a step, as those of `Rows`."""
        return (self._last if step >= self._last_from else self._main).batch(step)


class Rows:
    """Rows as long as the context, each seen once before any is seen again."""

    def __init__(self, tokens: Path, settings: Settings, first_step: int = 0):
        """`first_step` is the first of the run that takes rows from here."""
        self._first_step = first_step
        self._tokens = np.load(tokens, mmap_mode="r")
        self._settings = settings
        self._count = (len(self._tokens) - 1) // settings.context
        if self._count < settings.rows:
            raise ValueError(f"{tokens} has only {self._count} rows, but a step takes {settings.rows}.")
        self._pass = -1
        self._order = np.empty(0, dtype=np.int64)

    def batch(self, step: int) -> torch.Tensor:
        """The rows of a step, counted from 0; each has a token more than its length, the last target.

        A row begins with the start token, also where it cuts into a text, as every prompt does.
        """
        first = (step - self._first_step) * self._settings.rows
        numbers = range(first, first + self._settings.rows)
        rows = np.stack([self._row(number) for number in numbers]).astype(np.int64)
        if step < self._settings.short_steps:
            half = self._settings.context // 2
            rows = np.stack([rows[:, : half + 1], rows[:, half:]], 1).reshape(-1, half + 1)
        rows[:, 0] = START_ID
        return torch.from_numpy(rows)

    def _row(self, number: int) -> np.ndarray:
        which_pass, place = divmod(number, self._count)
        if which_pass != self._pass:
            self._pass = which_pass
            self._order = np.random.default_rng([self._settings.seed, which_pass]).permutation(self._count)
        start = int(self._order[place]) * self._settings.context
        return self._tokens[start : start + self._settings.context + 1]
