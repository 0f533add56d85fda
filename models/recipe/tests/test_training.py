"""If these fail, a sitting that is killed costs more than its last steps, or changes what comes out."""

import dataclasses
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest
import torch

from recipe.commands import main
from recipe.files import save_whole
from recipe.network import build_network
from recipe.settings import PRESETS, changed, settle
from recipe.tokenizer import START_ID
from recipe.training import attention, checkpoint
from recipe.training.curve import LossCurve
from recipe.training.dropout import Dropout
from recipe.training.rows import Batches, Rows
from recipe.training.schedule import rate_factor
from recipe.work import Work

RECIPE = Path(__file__).parents[1]

SHORT = ["--preset", "tiny", "--set", "total_steps=12", "--set", "save_steps=5", "--set", "measure_steps=6"]


def prepare(work: Path, prose: Path) -> Work:
    main(["tokenizer", "--work", str(work), "--prose", str(prose), *SHORT])
    main(["corpus", "--work", str(work), "--prose", str(prose)])
    return Work(work)


def sit(work: Work, *more: str) -> checkpoint.Checkpoint:
    main(["train", "--work", str(work.folder), "--threads", "1", "--no-compile", *more])
    found = checkpoint.load(work.checkpoint)
    assert found is not None
    return found


def test_sittings_end_with_the_weights_of_one_long_sitting(tmp_path: Path, prose_folder: Path) -> None:
    whole = sit(prepare(tmp_path / "whole", prose_folder))
    parts = prepare(tmp_path / "parts", prose_folder)
    assert sit(parts, "--minutes", "0").step == 1
    resumed = sit(parts)
    assert resumed.step == whole.step == 12
    for name, weights in whole.model.items():
        assert torch.equal(weights, resumed.model[name]), name


def test_a_sitting_that_is_killed_goes_on_from_its_last_save(tmp_path: Path, prose_folder: Path) -> None:
    work = prepare(tmp_path, prose_folder)
    command = [sys.executable, "-m", "recipe", "train", "--work", str(work.folder), "--threads", "1", "--no-compile"]
    sitting = subprocess.Popen([*command, "--total-steps", "100000"], cwd=RECIPE)
    while not work.checkpoint.exists():
        assert sitting.poll() is None
        time.sleep(0.05)
    sitting.kill()
    sitting.wait()
    saved = checkpoint.load(work.checkpoint)
    assert saved is not None
    assert saved.step % 5 == 0
    assert sit(work, "--total-steps", str(saved.step + 10)).step == saved.step + 10
    steps = [int(line.split(",")[0]) for line in work.loss_curve.read_text().splitlines()[1:]]
    assert steps == sorted(set(steps))
    assert steps[-1] == saved.step + 10


def test_a_plan_can_be_made_longer(tmp_path: Path, prose_folder: Path) -> None:
    work = prepare(tmp_path, prose_folder)
    sit(work, "--minutes", "0")
    assert sit(work, "--total-steps", "14").step == 14
    assert settle(tmp_path, changed(PRESETS["tiny"], SHORT[3::2])).total_steps == 14


def test_a_save_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.pt"
    save_whole(path, lambda file: file.write(b"older"))

    def fail(file: BinaryIO) -> None:
        file.write(b"half of the new")
        raise OSError("the disk is full")

    with pytest.raises(OSError):
        save_whole(path, fail)
    assert path.read_bytes() == b"older"


def test_the_curve_goes_back_to_the_checkpoint(tmp_path: Path) -> None:
    curve = LossCurve(tmp_path / "loss.csv", 0)
    for step in (10, 20, 30):
        curve.add(step, step * 100, step, 2.0, 1.0, 500, None)
    LossCurve(tmp_path / "loss.csv", 20).add(25, 2500, 25, 1.9, 1.0, 500, 1.1)
    lines = (tmp_path / "loss.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in lines] == ["step", "10", "20", "25"]


def test_attention_in_blocks_gives_the_logits_and_gradients_of_pytorchs_own() -> None:
    settings = PRESETS["tiny"]
    network = build_network(settings, 300)
    ids = torch.randint(300, (2, 101), generator=torch.Generator().manual_seed(1))
    found = []
    for name in ("sdpa", attention.NAME):
        network.set_attn_implementation(name)
        network.zero_grad()
        logits = network(input_ids=ids, use_cache=False).logits
        logits.square().sum().backward()
        found.append((logits.detach(), torch.cat([weight.grad.flatten() for weight in network.parameters()])))
    (own, own_gradient), (blocks, blocks_gradient) = found
    assert torch.allclose(own, blocks, atol=1e-5)
    assert torch.allclose(own_gradient, blocks_gradient, atol=1e-5 * float(own_gradient.abs().max()))


def test_short_rows_have_all_tokens_of_the_long_ones(tmp_path: Path) -> None:
    np.save(tmp_path / "tokens.npy", np.arange(2000, 6000, dtype=np.uint16))
    settings = dataclasses.replace(PRESETS["tiny"], short_steps=1)
    short = Rows(tmp_path / "tokens.npy", settings).batch(0)
    long = Rows(tmp_path / "tokens.npy", dataclasses.replace(settings, short_steps=0)).batch(0)
    half = settings.context // 2
    assert short.shape == (2 * settings.rows, half + 1)
    assert long.shape == (settings.rows, settings.context + 1)
    assert torch.equal(short[0::2], long[:, : half + 1])
    assert torch.equal(short[1::2, 1:], long[:, half + 1 :])
    assert short[:, 0].eq(START_ID).all()


def test_the_last_steps_take_the_last_mix_from_its_beginning(tmp_path: Path) -> None:
    work = Work(tmp_path)
    np.save(work.tokens, np.full(3000, 7, dtype=np.uint16))
    np.save(work.last_tokens, np.arange(2000, 6000, dtype=np.uint16))
    settings = dataclasses.replace(PRESETS["tiny"], total_steps=10, last_steps=4)
    batches = Batches(work, settings)
    assert batches.batch(5)[:, 1:].eq(7).all()
    assert torch.equal(batches.batch(6), Rows(work.last_tokens, settings).batch(0))
    assert torch.equal(batches.batch(9), Rows(work.last_tokens, settings).batch(3))


def test_the_rates_rise_hold_and_fall() -> None:
    settings = changed(PRESETS["tiny"], ["total_steps=100", "warmup_steps=10", "decay_share=0.5"])
    factors = [rate_factor(settings, step) for step in (0, 9, 10, 49, 75, 99)]
    assert factors == [0.1, 1.0, 1.0, 1.0, 0.5, 0.02]


def test_a_work_folder_keeps_its_settings(tmp_path: Path) -> None:
    settle(tmp_path, PRESETS["tiny"])
    with pytest.raises(ValueError, match="other values of width"):
        settle(tmp_path, changed(PRESETS["tiny"], ["width=128"]))


def test_dropout_changes_a_network_only_while_it_trains() -> None:
    network = build_network(PRESETS["tiny"], 300)
    ids = torch.arange(40).reshape(2, 20)
    with torch.no_grad():
        before = network.eval()(input_ids=ids).logits
        dropout = Dropout(network, 0.5)
        assert torch.equal(network(input_ids=ids).logits, before)
        assert not torch.allclose(network.train()(input_ids=ids).logits, before)
        embedded = network.model.embed_tokens(torch.zeros_like(ids))
        dropout.share = PRESETS["tiny"].dropout_at(PRESETS["tiny"].short_steps)
        assert torch.equal(network(input_ids=ids).logits, before), "whole rows are trained without it"
    assert torch.equal(embedded[:, 0], embedded[:, 19]), "the tokens of a row lose the same numbers"
    assert not torch.equal(embedded[0], embedded[1]), "another row loses others"
