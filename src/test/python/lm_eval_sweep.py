"""Scores label requests with lm-evaluation-harness, for the benchmark of whole sweeps.

A GPT-2 with random weights, of the size that the benchmark writes. Reads commands from standard
input and answers each with one number: `score FILE` gives the seconds that scoring took. FILE has
one request a line: the ids before the label, a semicolon, the ids of the label.
"""

import sys
import time

import torch
from lm_eval.models.huggingface import HFLM
from tokenizers import Tokenizer, models
from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

BATCH = 64


def ids(text):
    return [int(part) for part in text.split(",")]


def main(threads):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    # Twelve layers of twelve heads, 768 wide, 50,257 tokens: the defaults.
    model = GPT2LMHeadModel(GPT2Config()).eval()
    words = Tokenizer(models.WordLevel({"<|endoftext|>": 0}, unk_token="<|endoftext|>"))
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=words,
        eos_token="<|endoftext|>",
        bos_token="<|endoftext|>",
        unk_token="<|endoftext|>",
    )
    harness = HFLM(pretrained=model, tokenizer=tokenizer, batch_size=BATCH, device="cpu")
    answer = sys.__stdout__
    print("ready", file=answer, flush=True)
    for line in sys.stdin:
        with open(line.strip().removeprefix("score "), encoding="utf-8") as file:
            parts = [request.strip().split(";") for request in file]
        requests = [(("", ""), ids(before), ids(label)) for before, label in parts]
        start = time.perf_counter()
        scores = harness._loglikelihood_tokens(requests, disable_tqdm=True)
        seconds = time.perf_counter() - start
        assert len(scores) == len(requests)
        print(seconds, file=answer, flush=True)


if __name__ == "__main__":
    sys.stdout = sys.stderr
    main(int(sys.argv[1]))
