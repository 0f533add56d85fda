"""The places of a run's files in its work folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Work:
    """A work folder."""

    folder: Path

    @property
    def tokenizer(self) -> Path:
        """The tokenizer, in the form of Hugging Face's tokenizers."""
        return self.folder / "tokenizer.json"

    @property
    def tokens(self) -> Path:
        """The training tokens, a NumPy array of 16-bit numbers."""
        return self.folder / "tokens.npy"

    @property
    def last_tokens(self) -> Path:
        """The tokens of the last steps, in the same form."""
        return self.folder / "last-tokens.npy"

    @property
    def corpus_report(self) -> Path:
        """The numbers of documents and tokens of each source."""
        return self.folder / "corpus.json"

    @property
    def unseen_stories(self) -> Path:
        """A JSON array of stories that training does not see."""
        return self.folder / "unseen-stories.json"

    @property
    def checkpoint(self) -> Path:
        """The state of the training."""
        return self.folder / "checkpoint.pt"

    @property
    def loss_curve(self) -> Path:
        """The losses by step."""
        return self.folder / "loss.csv"

    @property
    def evaluation(self) -> Path:
        """The numbers that `evaluate` measured."""
        return self.folder / "evaluation.json"

    @property
    def transformers_model(self) -> Path:
        """The model as Transformers opens it."""
        return self.folder / "transformers"

    @property
    def kelvin_model(self) -> Path:
        """The model as Kelvin opens it."""
        return self.folder / "kelvin"
