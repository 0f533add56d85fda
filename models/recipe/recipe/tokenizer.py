"""A byte-level BPE tokenizer that splits numbers into digits and puts a start token before every text."""

from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

from .files import write_whole

START = "<|startoftext|>"
START_ID = 0

END = "<|endoftext|>"
END_ID = 1


def train_tokenizer(texts: Iterable[str], vocabulary: int) -> Tokenizer:
    """A tokenizer with at most so many tokens, learnt from the texts."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(
        texts,
        trainers.BpeTrainer(
            vocab_size=vocabulary,
            special_tokens=[START, END],
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            min_frequency=2,
            show_progress=False,
        ),
    )
    tokenizer.post_processor = processors.TemplateProcessing(single=f"{START} $A", special_tokens=[(START, START_ID)])
    return tokenizer


def save_tokenizer(tokenizer: Tokenizer, path: Path) -> None:
    """Writes the tokenizer as one file."""
    write_whole(path, tokenizer.to_str(pretty=False).encode())


def encode_documents(tokenizer: Tokenizer, documents: list[str]) -> list[list[int]]:
    """Each document between a start and an end token."""
    return [[*encoding.ids, END_ID] for encoding in tokenizer.encode_batch(documents)]


def byte_counts(tokenizer: Tokenizer, ids: list[int]) -> list[int]:
    """The bytes of text that each token stands for; special tokens stand for none."""
    return [0 if token in (START_ID, END_ID) else len(tokenizer.id_to_token(token)) for token in ids]
