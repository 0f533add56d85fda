package kelvin.workspace.tuning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.text.Percent;

/// The text that says what a fine-tuned model is, in Markdown.
///
/// @param base the name of the model that was fine-tuned
/// @param how a sentence that says what was trained
/// @param facts lines of a list
/// @param template the prompt, with `{x}` in the place of the input
public record ModelCard(String base, String data, String how, List<String> facts, String template) {

  public ModelCard {
    facts = List.copyOf(facts);
  }

  /// A line about an accuracy on the test part.
  public static String accuracy(String of, Evaluation evaluation) {
    var accuracy = evaluation.measures().accuracy();
    return String.format(
        Locale.ROOT,
        "%s: %s %% of %,d pairs of the test part right",
        of,
        Percent.of(accuracy.value()),
        accuracy.count());
  }

  public byte[] bytes(String name) {
    var lines = new ArrayList<String>();
    lines.add("# " + name);
    lines.add("");
    lines.add("The model " + base + ", fine-tuned with Kelvin on the data " + data + ".");
    lines.add(how);
    lines.add("");
    facts.forEach(fact -> lines.add("- " + fact));
    lines.add("");
    lines.add("Prompt, with `{x}` for the input:");
    lines.add("");
    template.lines().forEach(line -> lines.add("    " + line));
    lines.add("");
    lines.add(
        "The licence is that of the model it was made from; README-base.md is that model's own"
            + " description, where it had one.");
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
