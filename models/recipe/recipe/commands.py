"""The commands of the recipe."""

import argparse
import sys
from pathlib import Path

from .settings import PRESETS, Settings, changed, replan, settle
from .work import Work


def main(arguments: list[str] | None = None) -> None:
    """Runs a command. Ends with status 2 and a sentence where something needed is missing or wrong."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (ValueError, FileNotFoundError) as error:
        print(f"recipe: {error}", file=sys.stderr)
        sys.exit(2)


def _wanted(options: argparse.Namespace) -> Settings | None:
    if options.preset is None and not options.set:
        return None
    return changed(PRESETS[options.preset or "full"], options.set)


def _settled(options: argparse.Namespace) -> tuple[Settings, Work]:
    return settle(options.work, _wanted(options)), Work(options.work)


def _tokenizer(options: argparse.Namespace) -> None:
    from .corpus.build import build_tokenizer

    settings, work = _settled(options)
    build_tokenizer(settings, options.prose, work)


def _corpus(options: argparse.Namespace) -> None:
    from .corpus.build import build_corpus

    settings, work = _settled(options)
    build_corpus(settings, options.prose, work)
    print(work.corpus_report.read_text(encoding="utf-8"))


def _train(options: argparse.Namespace) -> None:
    from .training.train import Machine, Sitting

    settings, work = _settled(options)
    if options.total_steps is not None:
        replan(options.work, options.total_steps)
        settings = settle(options.work, None)
    machine = Machine(options.device, options.threads, options.compile)
    Sitting(settings, work, machine).run(options.minutes)


def _reopen(options: argparse.Namespace) -> None:
    from .conversion.reopen import reopen

    settings, work = _settled(options)
    reopen(settings, work, options.model, options.step)


def _evaluate(options: argparse.Namespace) -> None:
    from .evaluation.evaluate import evaluate, table

    settings, work = _settled(options)
    print(table(evaluate(settings, work, options.prompts)))


def _export(options: argparse.Namespace) -> None:
    from .conversion.export import GREATEST_FOLDER, export

    settings, work = _settled(options)
    size = export(settings, work, options.precision == "half")
    print(f"{work.kelvin_model} has {size:,} bytes.")
    if size > GREATEST_FOLDER:
        raise ValueError(
            f"{work.kelvin_model} has more than {GREATEST_FOLDER:,} bytes; take fewer weights or half precision."
        )


def _check(options: argparse.Namespace) -> None:
    from .conversion.check import check

    settings, work = _settled(options)
    checked = check(settings, work, options.positions)
    print(
        f"{checked.positions} positions: the ONNX file differs from Transformers by "
        f"{checked.onnx_to_transformers:.2g}, from the weights before rounding by {checked.onnx_to_trained:.2g}."
    )
    problems = checked.problems()
    if options.kelvin is not None:
        problems += _differences_in_kelvin(options.kelvin, work, options.positions)
    if problems:
        raise ValueError(" ".join(problems))


def _differences_in_kelvin(launcher: Path, work: Work, positions: int) -> list[str]:
    from .conversion.check import SAME
    from .kelvin.program import Kelvin
    from .kelvin.same import greatest_difference

    compared, greatest = greatest_difference(Kelvin(launcher, work.kelvin_model), work, positions)
    print(f"{compared} positions: a log-probability in Kelvin differs from Transformers by {greatest:.2g} at most.")
    return (
        [f"A log-probability in Kelvin differs from Transformers by {greatest:.2g}, more than {SAME}."]
        if greatest > SAME
        else []
    )


def _compare(options: argparse.Namespace) -> None:
    from .evaluation.measure import TASKS, asked_of_neither
    from .kelvin.compare import comparison, report
    from .kelvin.program import Kelvin

    tasks = TASKS
    if options.asked_of_old is not None:
        asked = options.asked_of_old.read_text(encoding="utf-8").splitlines()
        tasks = TASKS + asked_of_neither(frozenset(line.casefold() for line in asked))
    tasks = [task for task in tasks if options.only in task.name]
    if not tasks:
        raise ValueError(f"No task has “{options.only}” in its name.")
    stories = Work(options.work).unseen_stories
    reports = [
        report(Kelvin(options.kelvin, model), stories, options.stories, options.draws, tasks)
        for model in (options.old, options.new)
    ]
    print(comparison(*reports))


def _figures(options: argparse.Namespace) -> None:
    from .figures.draw import draw

    _, work = _settled(options)
    for path in draw(work):
        print(path)


def _all(options: argparse.Namespace) -> None:
    _, work = _settled(options)
    if not work.tokenizer.exists():
        _tokenizer(options)
    # The stories are the last of the corpus's files.
    if not work.unseen_stories.exists():
        _corpus(options)
    _train(options)
    for step in (_evaluate, _figures, _export, _check):
        step(options)


_COMMANDS = [
    ("tokenizer", _tokenizer, "learn the tokenizer", ["prose"]),
    ("corpus", _corpus, "make the tokens to train on", ["prose"]),
    ("train", _train, "train, or go on training", ["training"]),
    ("reopen", _reopen, "make a checkpoint of an exported model, to go on training from it", ["reopening"]),
    ("evaluate", _evaluate, "measure the trained model in PyTorch", ["evaluation"]),
    ("figures", _figures, "draw the loss curve and the accuracies", []),
    ("export", _export, "write the folders for Kelvin and for Transformers", ["export"]),
    ("check", _check, "compare the exported files with PyTorch", ["check"]),
    (
        "all",
        _all,
        "all of these in turn, going on where an earlier run ended",
        ["prose", "training", "evaluation", "export", "check"],
    ),
    ("compare", _compare, "compare two model folders with Kelvin itself", ["comparison"]),
]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m recipe", description="Makes Kelvin's bundled model.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, help_text, groups in _COMMANDS:
        command = commands.add_parser(name, help=help_text, description=help_text.capitalize() + ".")
        command.set_defaults(run=run)
        command.add_argument("--work", type=Path, required=True, help="the folder of the run's files")
        if name != "compare":
            _add_settings(command)
        for group in groups:
            _GROUPS[group](command)
    return parser


def _add_settings(command: argparse.ArgumentParser) -> None:
    settings = command.add_mutually_exclusive_group()
    settings.add_argument("--preset", choices=list(PRESETS), help="the settings of a new run")
    settings.add_argument("--tiny", action="store_const", dest="preset", const="tiny", help="the same as --preset tiny")
    command.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="change a setting of a new run; repeatable"
    )


def _add_prose(command: argparse.ArgumentParser) -> None:
    command.add_argument("--prose", type=Path, required=True, help="the folder with the prose")


def _add_training(command: argparse.ArgumentParser) -> None:
    command.add_argument("--minutes", type=float, help="how long this sitting is; without it, until the plan is done")
    command.add_argument("--total-steps", type=int, help="a new length of the whole plan, best before the rates fall")
    command.add_argument("--device", default="cpu", help="cpu or cuda")
    command.add_argument("--threads", type=int, default=2, help="threads on the CPU")
    command.add_argument(
        "--compile", action=argparse.BooleanOptionalAction, default=True, help="compile the network first"
    )


def _add_reopening(command: argparse.ArgumentParser) -> None:
    command.add_argument("model", type=Path, help="a folder that export wrote for Kelvin")
    command.add_argument("--step", type=int, required=True, help="the steps that the model was trained for")


def _add_evaluation(command: argparse.ArgumentParser) -> None:
    command.add_argument("--prompts", type=int, default=100, help="prompts for each task and number of shots")


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--precision", choices=["half", "full"], default="full", help="of the matrices in the ONNX file"
    )


def _add_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("--positions", type=int, default=1000, help="positions of unseen stories to compare")
    command.add_argument("--kelvin", type=Path, help="Kelvin's launcher, to compare what Kelvin says too")


def _add_comparison(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", type=Path, help="a model folder")
    command.add_argument("new", type=Path, help="another model folder")
    command.add_argument("--kelvin", type=Path, default=_LAUNCHER, help="Kelvin's launcher")
    command.add_argument("--stories", type=int, default=100, help="unseen stories to score")
    command.add_argument("--draws", type=int, default=3, help="draws of examples, tests and labels for each task")
    command.add_argument(
        "--asked-of-old",
        type=Path,
        metavar="FILE",
        help="inputs that the old model was trained to answer, a line each; adds tasks without them",
    )
    command.add_argument("--only", default="", metavar="TEXT", help="only tasks with this text in their names")


_LAUNCHER = Path(__file__).parents[3] / "kelvin"

_GROUPS = {
    "prose": _add_prose,
    "training": _add_training,
    "reopening": _add_reopening,
    "evaluation": _add_evaluation,
    "export": _add_export,
    "check": _add_check,
    "comparison": _add_comparison,
}
