"""Writes the model's two folders: one for Transformers, one for Kelvin."""

import json
import shutil
from pathlib import Path

import torch
from transformers import LlamaForCausalLM

from ..evaluation.evaluate import trained_network
from ..files import write_whole
from ..settings import Settings
from ..tokenizer import END, START
from ..work import Work
from .onnx_file import write_onnx

GREATEST_FOLDER = 32_000_000
"""The most bytes that the folder for Kelvin may have."""

_SMALL_FILES = ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json")


def export(settings: Settings, work: Work, half: bool) -> int:
    """Writes both folders from the last checkpoint and returns the bytes of Kelvin's.

    In half precision both have the same rounded weights, so that they are one model.
    """
    network, _, _ = trained_network(settings, work)
    if half:
        round_matrices(network)
    _write_for_transformers(network, settings, work)
    work.kelvin_model.mkdir(parents=True, exist_ok=True)
    for name in _SMALL_FILES:
        shutil.copyfile(work.transformers_model / name, work.kelvin_model / name)
    write_onnx(network, work.kelvin_model / "model.onnx", half)
    return folder_bytes(work.kelvin_model)


@torch.no_grad()
def round_matrices(network: LlamaForCausalLM) -> None:
    """Rounds each matrix to half precision, in place."""
    for parameter in network.parameters():
        if parameter.ndim == 2:
            parameter.copy_(parameter.half().float())


def folder_bytes(folder: Path) -> int:
    """The bytes of a folder's files."""
    return sum(file.stat().st_size for file in folder.iterdir())


def _write_for_transformers(network: LlamaForCausalLM, settings: Settings, work: Work) -> None:
    folder = work.transformers_model
    network.save_pretrained(folder)
    shutil.copyfile(work.tokenizer, folder / "tokenizer.json")
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": settings.context,
            "bos_token": START,
            "eos_token": END,
            "clean_up_tokenization_spaces": False,
            "add_bos_token": True,
        },
    )
    _write_json(
        folder / "generation_config.json",
        {
            "bos_token_id": network.config.bos_token_id,
            "eos_token_id": network.config.eos_token_id,
            "do_sample": True,
            "temperature": 1.0,
            "top_k": 0,
            "top_p": 1.0,
        },
    )


def _write_json(path: Path, content: dict[str, object]) -> None:
    write_whole(path, (json.dumps(content, indent=1) + "\n").encode())
