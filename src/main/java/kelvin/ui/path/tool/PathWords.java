package kelvin.ui.path.tool;

import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageRecord;
import kelvin.distribution.Temperature;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.paths.StepSettings;

/// The words for steps, their settings and paths.
public final class PathWords {

  /// ln of the smallest probability that is told as a percentage.
  private static final double LEAST_LOG = -690;

  private static final int SHOWN_OF_PROMPT = 18;

  private PathWords() {}

  /// A joint probability: `12.3 %`, or its logarithm where it is below what a percentage can say.
  public static String probability(double logProbability) {
    return Double.isNaN(logProbability)
        ? "probability unknown"
        : logProbability < LEAST_LOG
            ? "ln p = " + Numbers.threeDigits(logProbability)
            : Numbers.percent(StrictMath.exp(logProbability)) + " %";
  }

  /// All about the step of a node in one line.
  public static String step(PathNode node) {
    if (node.isRoot()) {
      return "the prompt, before the first token";
    }
    var token = node.token();
    var draw = token.draw();
    return "%s · token %s, id %d · model %s %%, rank %s · %s · %s"
        .formatted(
            token.text(),
            Numbers.count(node.depth()),
            draw.id(),
            Numbers.percent(StrictMath.exp(token.own().logProbability())),
            Numbers.count(token.own().rank()),
            draw.isDrawKnown()
                ? "drawn with %s %%, one of %s"
                    .formatted(
                        Numbers.percent(draw.finalProbability()), Numbers.tokens(draw.keptCount()))
                : "not known what could be drawn",
            origin(node));
  }

  /// The reason for the token: the random number, or that nothing was drawn.
  public static String origin(PathNode node) {
    var token = node.token();
    return token.forced()
        ? "taken"
        : Double.isNaN(token.draw().u())
            ? "greedy"
            : String.format(Locale.ROOT, "u = %.4f", token.draw().u());
  }

  /// The settings of a step in words, such as `temperature 0.8, top-p 0.9, inverse CDF, seed 42`.
  public static String settings(StepSettings settings) {
    var stages =
        settings.chain().active().stream()
            .filter(stage -> !stage.equals(new Temperature(1)))
            .map(PathWords::stage)
            .collect(Collectors.joining(", "));
    return (stages.isEmpty() ? "nothing changed or removed" : stages)
        + ", "
        + settings.mode().title()
        + ", seed "
        + settings.seed();
  }

  private static String stage(SamplerStage stage) {
    var settings = StageRecord.of(SamplerChain.of(stage)).getFirst().settings();
    return stage.kind().label()
        + settings.values().stream()
            .filter(value -> value instanceof Number)
            .map(value -> " " + Numbers.plain(((Number) value).doubleValue()))
            .collect(Collectors.joining());
  }

  /// The end of a prompt, as long as a token's label.
  public static String endOfPrompt(String prompt) {
    var visible = VisibleText.of(prompt);
    return visible.isEmpty()
        ? "(no prompt)"
        : visible.length() <= SHOWN_OF_PROMPT
            ? visible
            : "…" + visible.substring(visible.length() - SHOWN_OF_PROMPT);
  }

  /// A prompt in a list of prompts.
  public static String prompt(PathTree tree) {
    int paths = tree.branches().size();
    var visible = VisibleText.of(tree.prompt());
    var end = visible.length() <= 60 ? visible : "…" + visible.substring(visible.length() - 60);
    return (visible.isEmpty() ? "(no prompt)" : end)
        + "   ·   "
        + (paths == 1 ? "1 path" : Numbers.count(paths) + " paths");
  }
}
