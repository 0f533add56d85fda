"""If these fail, the recipe no longer makes a model from nothing by one command."""

import csv
import json
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import onnx
import pytest
import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, AutoTokenizer

from recipe.commands import main
from recipe.tokenizer import START_ID
from recipe.training import checkpoint
from recipe.work import Work


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, prose_folder: Path) -> Work:
    """The work folder after `all --tiny`; `all` ends with the comparison of ONNX with PyTorch."""
    work = tmp_path_factory.mktemp("work")
    main(
        [
            "all",
            "--tiny",
            "--work",
            str(work),
            "--prose",
            str(prose_folder),
            "--threads",
            "1",
            "--no-compile",
            "--prompts",
            "4",
        ]
    )
    return Work(work)


def test_the_loss_falls(made: Work) -> None:
    with made.loss_curve.open(newline="") as file:
        losses = [float(line["loss"]) for line in csv.DictReader(file)]
    assert losses[-1] < losses[0] - 0.3


def test_transformers_opens_the_model_unchanged(made: Work) -> None:
    tokenizer = AutoTokenizer.from_pretrained(made.transformers_model)
    model = AutoModelForCausalLM.from_pretrained(made.transformers_model)
    ids = tokenizer("There were 12 cats.", return_tensors="pt")["input_ids"]
    assert ids[0, 0] == START_ID == tokenizer.bos_token_id
    assert tokenizer.decode(ids[0], skip_special_tokens=True) == "There were 12 cats."
    with torch.no_grad():
        assert model(ids).logits.shape == (1, ids.shape[1], len(tokenizer))


def test_digits_are_tokens_of_their_own(made: Work) -> None:
    tokens = AutoTokenizer.from_pretrained(made.transformers_model).tokenize("1927")
    assert tokens == ["1", "9", "2", "7"]


def matrix_types(made: Work) -> set[int]:
    """The types of the matrices in the ONNX file, of which one has a side as long as the vocabulary."""
    graph = onnx.load(made.kelvin_model / "model.onnx").graph
    matrices = [weight for weight in graph.initializer if len(weight.dims) == 2]
    tokens = Tokenizer.from_file(str(made.tokenizer)).get_vocab_size()
    assert sum(tokens in weight.dims for weight in matrices) == 1
    return {weight.data_type for weight in matrices}


def test_the_onnx_file_can_be_fine_tuned_and_has_one_output_matrix(made: Work) -> None:
    assert matrix_types(made) == {onnx.TensorProto.FLOAT}
    graph = onnx.load(made.kelvin_model / "model.onnx").graph
    assert [value.name for value in graph.input][:4] == [
        "input_ids",
        "attention_mask",
        "position_ids",
        "past_key_values.0.key",
    ]
    assert [value.name for value in graph.output][:2] == ["logits", "present.0.key"]


def test_half_precision_halves_the_file_and_passes_the_check(made: Work, tmp_path: Path) -> None:
    whole = (made.kelvin_model / "model.onnx").stat().st_size
    work = tmp_path / "work"
    shutil.copytree(made.folder, work)
    main(["export", "--work", str(work), "--precision", "half"])
    assert matrix_types(Work(work)) == {onnx.TensorProto.FLOAT16}
    assert (Work(work).kelvin_model / "model.onnx").stat().st_size < 0.75 * whole
    main(["check", "--work", str(work), "--positions", "200"])


def test_the_evaluation_has_every_task_and_prompt(made: Work) -> None:
    found = json.loads(made.evaluation.read_text(encoding="utf-8"))
    assert len(found["accuracies"]) >= 15
    assert len(found["notes"]) >= 12
    assert 0 < found["storyNatsPerByte"] < 5


def test_the_figures_are_drawn(made: Work) -> None:
    loss, shots = ((made.folder / name).read_text(encoding="utf-8") for name in ("loss.svg", "shots.svg"))
    ElementTree.fromstring(loss)
    assert loss.count("<polyline") == 2
    assert ElementTree.fromstring(shots) is not None
    assert "recall of made-up pairs" in shots


def test_a_second_run_has_nothing_left_to_train(
    made: Work, prose_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["train", "--work", str(made.folder), "--threads", "1", "--no-compile"])
    assert "from step 60 of 60" in capsys.readouterr().out


def test_training_can_go_on_from_an_exported_model(made: Work, tmp_path: Path) -> None:
    work = Work(tmp_path)
    for file in (made.tokens, made.last_tokens, made.unseen_stories):
        shutil.copyfile(file, tmp_path / file.name)
    plan = ["--tiny", "--set", "total_steps=61"]
    main(["reopen", str(made.kelvin_model), "--work", str(tmp_path), "--step", "60", *plan])
    before, after = (checkpoint.load(each.checkpoint) for each in (made, work))
    assert before is not None and after is not None
    assert all(torch.equal(weights, after.model[name]) for name, weights in before.model.items())
    main(["train", "--work", str(tmp_path), "--threads", "1", "--no-compile"])
    gone_on = checkpoint.load(work.checkpoint)
    assert gone_on is not None and gone_on.step == 61


def test_an_exported_model_of_another_shape_is_refused(
    made: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(
            ["reopen", str(made.kelvin_model), "--work", str(tmp_path), "--step", "60", "--tiny", "--set", "hidden=64"]
        )
    assert "model.layers.0.mlp.gate_proj.weight of the shape (64, 64)" in capsys.readouterr().err
    assert not Work(tmp_path).checkpoint.exists()


def test_a_model_with_another_tokenizer_than_that_of_the_corpus_is_refused(
    made: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / made.tokenizer.name).write_text("{}")
    with pytest.raises(SystemExit):
        main(["reopen", str(made.kelvin_model), "--work", str(tmp_path), "--step", "60", "--tiny"])
    assert "is not the tokenizer of" in capsys.readouterr().err


def test_missing_prose_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["tokenizer", "--tiny", "--work", str(tmp_path / "work"), "--prose", str(tmp_path / "nowhere")])
    assert ended.value.code == 2
    assert "nowhere" in capsys.readouterr().err
