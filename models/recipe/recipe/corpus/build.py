"""Puts the corpus together: texts for the tokenizer, and the streams of tokens to train on."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
from tokenizers import Tokenizer

from ..files import save_whole, write_whole
from ..settings import Settings
from ..tokenizer import encode_documents, save_tokenizer, train_tokenizer
from ..work import Work
from . import prose
from .texts import Mix, task_text

_TOKENIZER_TASK_TEXTS = 40_000

_BATCH = 4000


def build_tokenizer(settings: Settings, prose_folder: Path, work: Work) -> None:
    """Learns the tokenizer from the prose and from task texts."""
    texts = [document for source in prose.SOURCES for document in _prose(settings, prose_folder, source)]
    rng = Random(f"{settings.seed} tokenizer")
    count = min(_TOKENIZER_TASK_TEXTS, 2 * len(texts))
    texts += [task_text(rng) for _ in range(count)]
    save_tokenizer(train_tokenizer(texts, settings.vocabulary), work.tokenizer)


def build_corpus(settings: Settings, prose_folder: Path, work: Work) -> None:
    """Writes the shuffled token streams, a report of them, and the stories that only the evaluation sees."""
    tokenizer = Tokenizer.from_file(str(work.tokenizer))
    prose_of = {source: _encoded(tokenizer, _prose(settings, prose_folder, source)) for source in prose.SOURCES}
    report = {
        Mix.MAIN.value: _write_stream(settings, tokenizer, prose_of, Mix.MAIN, work.tokens),
        Mix.LAST.value: _write_stream(settings, tokenizer, prose_of, Mix.LAST, work.last_tokens),
    }
    write_whole(work.corpus_report, json.dumps(report, indent=1).encode())
    unseen = prose.documents(prose_folder, prose.UNSEEN_STORIES)
    write_whole(work.unseen_stories, json.dumps(unseen, ensure_ascii=False, indent=0).encode())


_Report = dict[str, dict[str, int]]


def _write_stream(
    settings: Settings, tokenizer: Tokenizer, prose_of: dict[prose.Source, list[np.ndarray]], mix: Mix, path: Path
) -> _Report:
    last = mix is Mix.LAST
    seed = f"{settings.seed} last" if last else f"{settings.seed}"
    share = settings.last_task_share if last else settings.task_share
    report: _Report = {}
    documents: list[np.ndarray] = []
    for source, found in prose_of.items():
        repeats = min(source.last_repeats if last else source.repeats, settings.prose_repeats)
        report[source.name] = {"documents": len(found), "tokens": _length(found), "repeats": repeats}
        documents += found * repeats
    wanted = int(_length(documents) * share / (1 - share))
    tasks = list(_task_documents(tokenizer, Random(f"{seed} tasks"), wanted, mix))
    report["task texts"] = {"documents": len(tasks), "tokens": _length(tasks), "repeats": 1}
    documents += tasks
    Random(f"{seed} corpus").shuffle(documents)
    stream = np.concatenate(documents)
    save_whole(path, lambda file: np.save(file, stream))
    return report


def _prose(settings: Settings, folder: Path, source: prose.Source) -> list[str]:
    return prose.documents(folder, source)[: settings.prose_documents or None]


def _encoded(tokenizer: Tokenizer, documents: list[str]) -> list[np.ndarray]:
    return [np.array(ids, dtype=np.uint16) for ids in encode_documents(tokenizer, documents)]


def _length(documents: list[np.ndarray]) -> int:
    return sum(len(document) for document in documents)


def _task_documents(tokenizer: Tokenizer, rng: Random, tokens: int, mix: Mix) -> Iterator[np.ndarray]:
    made = 0
    while made < tokens:
        for document in _encoded(tokenizer, [task_text(rng, mix) for _ in range(_BATCH)]):
            if made >= tokens:
                return
            made += len(document)
            yield document
