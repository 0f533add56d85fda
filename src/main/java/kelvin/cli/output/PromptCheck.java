package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;
import kelvin.experiment.FixEffect;
import kelvin.experiment.FixEffects;
import kelvin.prompt.lint.Finding;
import kelvin.text.json.Json;

/// The answer of `kelvin prompt --check`: what may be wrong, with the measured effect of each fix.
public record PromptCheck(FixEffects effects) {

  private List<Finding> findings() {
    return effects.checked().findings();
  }

  public void write(Json json) throws IOException {
    json.document(
        () -> {
          member(json, "answerProbability", effects.answerProbability());
          json.array(
              "findings",
              () -> {
                for (int i = 0; i < findings().size(); i++) {
                  int place = i;
                  json.object(() -> write(json, place));
                }
              });
        });
  }

  private void write(Json json, int place) throws IOException {
    var finding = findings().get(place);
    json.member("rule", finding.rule().label());
    json.member("sentence", finding.sentence());
    json.member("fix", finding.fix().name());
    member(json, "answerProbabilityFixed", effects.answerProbabilityFixed(place));
    var effect = effects.effect(place);
    if (effect.isPresent()) {
      json.object("effect", () -> write(json, effect.get()));
    } else {
      json.missing("effect");
    }
  }

  private static void write(Json json, FixEffect effect) throws IOException {
    json.member("measure", effect.measure().label());
    json.member("of", effect.answer());
    json.member("before", effect.before());
    json.member("after", effect.after());
  }

  private static void member(Json json, String name, OptionalDouble number) throws IOException {
    json.member(name, number.orElse(Double.NaN));
  }

  public void print(PrintWriter out) {
    if (findings().isEmpty()) {
      out.println("nothing found");
    }
    for (int i = 0; i < findings().size(); i++) {
      var finding = findings().get(i);
      out.println(finding.sentence());
      var effect = effects.words(i);
      out.println("  " + finding.fix().name() + (effect.isEmpty() ? "" : ": " + effect));
    }
    out.flush();
  }
}
