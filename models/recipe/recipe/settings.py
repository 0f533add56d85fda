"""Everything that decides what a run makes. The same settings and prose give the same corpus, tokenizer and batches."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from .files import write_whole


@dataclass(frozen=True)
class Settings:
    """One run of the recipe. Sizes are in numbers of what the name says; rates are per step."""

    seed: int = 42

    vocabulary: int = 4096
    task_share: float = 0.45
    """The share of the training tokens that come from task texts, 0..1."""
    prose_documents: int = 0
    """The most documents of each source of prose; 0 takes all."""
    prose_repeats: int = 10
    """The most repetitions of a source of prose, whatever it allows itself."""

    width: int = 256
    layers: int = 8
    heads: int = 8
    key_value_heads: int = 4
    hidden: int = 704
    """The width of the hidden layer of each SwiGLU."""
    context: int = 512
    rope_base: float = 10_000.0

    rows: int = 16
    """Rows of a step, each as long as the context."""
    short_steps: int = 15_150
    """Steps, at the start, whose rows are half as long and twice as many: their attention costs half."""
    total_steps: int = 15_450
    last_steps: int = 7_050
    """Steps, at the end, that train on the last mix: more task texts, and of the prose only the plainest."""
    last_task_share: float = 0.66
    """The share of the last mix's tokens that come from task texts, 0..1."""
    warmup_steps: int = 100
    decay_share: float = 0.6
    """The share of the steps, at the end, in which the rates fall."""
    matrix_rate: float = 0.02
    """Muon's rate, for the matrices inside the layers."""
    other_rate: float = 0.002
    """AdamW's rate, for the embedding and the norms."""
    matrix_decay: float = 0.1
    """Times the rate: the share that a weight inside the layers loses in a step."""
    dropout: float = 0.1
    """The share of what each part of a layer gives that is set to zero while it trains on short rows."""
    save_steps: int = 100
    measure_steps: int = 250

    def __post_init__(self) -> None:
        if self.width % self.heads or self.heads % self.key_value_heads:
            raise ValueError("width must be a multiple of heads, and heads of key_value_heads.")
        if not 300 <= self.vocabulary <= 65_535:
            raise ValueError(
                "vocabulary must be from 300 to 65535: 256 bytes, two special tokens, and room for merges."
            )

    def dropout_at(self, step: int) -> float:
        """The dropout of a step, counted from 0. The whole rows at the end are trained as the network will be used."""
        return self.dropout if step < self.short_steps else 0.0

    @property
    def step_tokens(self) -> int:
        """Tokens that one step trains on."""
        return self.rows * self.context


PRESETS = {
    "full": Settings(),
    "tiny": Settings(
        vocabulary=512,
        prose_documents=40,
        prose_repeats=1,
        width=64,
        layers=2,
        heads=4,
        key_value_heads=2,
        hidden=128,
        context=128,
        rows=8,
        short_steps=20,
        total_steps=60,
        last_steps=20,
        warmup_steps=5,
        save_steps=20,
        measure_steps=30,
    ),
}
"""Named settings: the long run, and one that runs end to end in minutes."""


def changed(settings: Settings, changes: list[str]) -> Settings:
    """The settings with changes such as `width=256`. Raises ValueError on an unknown name or value."""
    types = {field.name: type(getattr(settings, field.name)) for field in dataclasses.fields(settings)}
    values = {}
    for change in changes:
        name, _, value = change.partition("=")
        if name not in types:
            raise ValueError(f"There is no setting {name}; there are {', '.join(types)}.")
        values[name] = types[name](value)
    return dataclasses.replace(settings, **values)


def replan(work: Path, total_steps: int) -> None:
    """Changes the length of a run that has settings. Before the rates fall, this is as if it had been planned so."""
    path = work / "settings.json"
    found = dataclasses.replace(settle(work, None), total_steps=total_steps)
    write_whole(path, _json(found))


def _json(settings: Settings) -> bytes:
    return json.dumps(dataclasses.asdict(settings), indent=1).encode()


def settle(work: Path, wanted: Settings | None) -> Settings:
    """The settings of a work folder, written there on first use. Later only `replan` changes the length of the plan.

    Raises ValueError if the folder has others than the wanted ones, or none and none are wanted.
    """
    path = work / "settings.json"
    if not path.exists():
        if wanted is None:
            raise ValueError(f"{work} has no settings yet; name a preset with --preset.")
        write_whole(path, _json(wanted))
        return wanted
    found = Settings(**json.loads(path.read_text(encoding="utf-8")))
    if wanted is not None and wanted != found:
        differing = [f.name for f in dataclasses.fields(found) if getattr(found, f.name) != getattr(wanted, f.name)]
        if differing != ["total_steps"]:
            raise ValueError(
                f"{path} has other values of {', '.join(differing)}; use another work folder for other settings."
            )
    return found
