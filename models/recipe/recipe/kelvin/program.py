"""Runs commands of Kelvin."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Kelvin:
    """Kelvin's launcher with a model folder."""

    launcher: Path
    model: Path

    def ask(self, command: str, *arguments: str) -> dict[str, Any]:
        """The JSON answer of a command. Raises ValueError with Kelvin's own sentence if it refuses."""
        done = subprocess.run(
            [self.launcher, command, *arguments, "--model", self.model, "--json"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise ValueError(f"kelvin {command} on {self.model}: {done.stderr.strip()}")
        return json.loads(done.stdout)
