"""Makes a checkpoint of an exported model, so that training can go on from it."""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import LlamaForCausalLM

from ..files import write_whole
from ..network import build_network
from ..settings import Settings
from ..training import checkpoint
from ..work import Work

_PREFIX = "network."
"""What the exporter writes before the name of a parameter."""


def reopen(settings: Settings, work: Work, model: Path, step: int) -> None:
    """Writes a checkpoint with the weights of a folder for Kelvin, after so many steps, and its tokenizer.

    The state of the optimizers is not exported, so they start anew. Raises ValueError if there is a checkpoint
    already or another tokenizer, or if the weights are not those of the settings' network in float32, and
    FileNotFoundError if a file of the model is missing.
    """
    if work.checkpoint.exists():
        raise ValueError(f"{work.checkpoint} exists already; use another work folder.")
    tokenizer = (model / "tokenizer.json").read_bytes()
    if work.tokenizer.exists() and work.tokenizer.read_bytes() != tokenizer:
        raise ValueError(f"{work.tokenizer} is not the tokenizer of {model}; use another work folder.")
    network = build_network(settings, Tokenizer.from_buffer(tokenizer).get_vocab_size())
    _take_weights(network, model / "model.onnx")
    write_whole(work.tokenizer, tokenizer)
    checkpoint.save(work.checkpoint, checkpoint.Checkpoint(step, 0.0, 0.0, network.state_dict(), []))


@torch.no_grad()
def _take_weights(network: LlamaForCausalLM, path: Path) -> None:
    graph = onnx.load(path).graph
    arrays = {weight.name: numpy_helper.to_array(weight) for weight in graph.initializer}
    # The exporter transposes the matrices of products and drops their names, but it keeps their order.
    factors = iter(
        [arrays[node.input[1]].T for node in graph.node if node.op_type == "MatMul" and node.input[1] in arrays]
    )
    for name, parameter in network.named_parameters():
        array = arrays.get(_PREFIX + name)
        if array is None:
            array = next(factors, None)
        if array is None or array.shape != tuple(parameter.shape) or array.dtype != "float32":
            raise ValueError(f"{path} has no weights for {name} of the shape {tuple(parameter.shape)} in float32.")
        parameter.copy_(torch.from_numpy(array.copy()))
