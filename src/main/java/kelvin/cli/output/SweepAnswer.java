package kelvin.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.workspace.SweepFile;

/// The answer of `kelvin sweep`: all points and their summary.
public record SweepAnswer(SweepResult result) {

  public void writeJson(PrintWriter out) {
    out.print(SweepFile.text(result));
    out.flush();
  }

  static String input(VariantOutcome outcome) {
    return outcome.variant().trial().prompt() instanceof FewShotPrompt prompt
        ? prompt.question()
        : "";
  }

  public void print(PrintWriter out) {
    new SweepSummary(result).print(out);
    out.println();
    var facts = result.facts();
    out.println(
        String.format(
            Locale.ROOT,
            "%s on %s: %,d prompts, %,d tokens run instead of %,d, %.1f s",
            facts.task(),
            facts.model(),
            result.outcomes().size(),
            facts.cost().tokensRun(),
            facts.cost().tokensNaive(),
            facts.cost().seconds()));
    out.flush();
  }
}
