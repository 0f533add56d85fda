package kelvin.workspace;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderFindings;
import kelvin.prompt.sweep.ShotsCurve;
import kelvin.prompt.sweep.SweepPoint;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.workspace.file.JsonText;

/// Writes a sweep as JSON: its origin, its findings and all points. Numbers are unrounded; a number
/// that does not exist is null.
final class SweepText {

  private final SweepResult result;
  private final JsonWriter json;

  private SweepText(SweepResult result, StringWriter text) {
    this.result = result;
    json = new JsonWriter(text);
  }

  static String of(SweepResult result) {
    var text = new StringWriter();
    try {
      new SweepText(result, text).write();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes any text", e);
    }
    return JsonText.escaped(text.toString()) + "\n";
  }

  private void write() throws IOException {
    var facts = result.facts();
    json.beginObject();
    json.name("model").value(facts.model());
    json.name("task").value(facts.task());
    json.name("kind").value(result.kind().label());
    json.name("seed").value(facts.seed());
    json.name("normalization").value(facts.normalization());
    json.name("tokens").beginObject();
    json.name("run").value(facts.cost().tokensRun());
    json.name("naive").value(facts.cost().tokensNaive());
    json.endObject();
    number("seconds", facts.cost().seconds());
    prompt(result.base());
    json.name("closed").value(result.outcomes().getFirst().variant().trial().closed());
    switch (result.kind()) {
      case SHOTS -> curves();
      case ORDER -> orders();
      case TEMPLATE -> {}
      case LEAVE_ONE_OUT -> effects();
    }
    json.name("points").beginArray();
    for (var outcome : result.outcomes()) {
      point(outcome);
    }
    json.endArray();
    json.endObject();
    json.flush();
  }

  /// Writes the prompt that is varied, with the member names of a session.
  private void prompt(FewShotPrompt base) throws IOException {
    json.name("prompt").beginObject();
    json.name("instruction").value(base.instruction());
    json.name("examples").beginArray();
    for (var example : base.examples()) {
      json.beginObject();
      json.name("x").value(example.input());
      json.name("y").value(example.output());
      json.name("used").value(example.used());
      json.endObject();
    }
    json.endArray();
    json.name("shots").value(base.shots());
    json.name("layout").beginObject();
    json.name("name").value(base.layout().name());
    json.name("template").value(base.layout().template());
    json.name("separator").value(base.layout().separator());
    json.endObject();
    json.name("question").value(base.question());
    json.endObject();
  }

  private void curves() throws IOException {
    if (result.hasAnswer()) {
      curve(ShotsCurve.ofAnswer(result.outcomes()));
    }
    var labels = result.labels();
    if (result.hasSameLabels() && labels.size() > 1) {
      json.name("labelCurves").beginArray();
      for (int i = 0; i < labels.size(); i++) {
        json.beginObject();
        json.name("label").value(labels.get(i));
        curve(ShotsCurve.ofLabel(result.outcomes(), i));
        json.endObject();
      }
      json.endArray();
    }
  }

  private void curve(List<ShotsCurve.Point> points) throws IOException {
    json.name("curve").beginArray();
    for (var point : points) {
      json.beginObject();
      json.name("shots").value(point.shots());
      number("given", point.given());
      json.name("draws").value(point.draws());
      number("mean", point.mean());
      number("low", point.low());
      number("high", point.high());
      json.endObject();
    }
    json.endArray();
  }

  private void orders() throws IOException {
    var findings = OrderFindings.of(result.outcomes());
    json.name("findings").beginArray();
    for (var sentence : findings.sentences()) {
      json.value(sentence);
    }
    json.endArray();
    json.name("orders").beginArray();
    for (var order : findings.orders()) {
      json.beginObject();
      json.name("name").value(order.variant().name());
      number("merit", order.merit());
      number("globalEntropy", order.globalEntropy());
      number("localEntropy", order.localEntropy());
      json.endObject();
    }
    json.endArray();
    number("recency", findings.recency().orElse(Double.NaN));
  }

  private void effects() throws IOException {
    json.name("effects").beginArray();
    for (var effect : LeaveOneOut.effects(result.outcomes())) {
      json.beginObject();
      json.name("example").value(effect.place() + 1L);
      number("change", effect.change());
      json.endObject();
    }
    json.endArray();
  }

  private void point(VariantOutcome outcome) throws IOException {
    var point = SweepPoint.of(outcome.variant());
    json.beginObject();
    json.name("name").value(point.name());
    json.name("shots").value(point.order().size());
    json.name("order").beginArray();
    for (int place : point.order()) {
      json.value(place + 1L);
    }
    json.endArray();
    json.name("draw").value(point.draw());
    json.name("test").value(point.test() + 1L);
    json.name("input").value(point.input());
    json.name("answer").value(point.answer().orElse(null));
    number("answerLogProbability", outcome.answerLogProbability().orElse(Double.NaN));
    number("answerProbability", outcome.answerProbability().orElse(Double.NaN));
    number("answerShare", outcome.answerShare().orElse(Double.NaN));
    json.name("choice").value(point.names().get(outcome.chosen()));
    json.name("labels").beginArray();
    for (int i = 0; i < point.labels().size(); i++) {
      json.beginObject();
      json.name("label").value(point.names().get(i));
      spellings(point.labels().get(i));
      number("logProbability", outcome.logProbabilities().get(i));
      number("share", outcome.shares().get(i));
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  /// Written only where there are several.
  private void spellings(String label) throws IOException {
    var spellings = Spellings.of(label);
    if (spellings.size() > 1) {
      json.name("spellings").beginArray();
      for (var spelling : spellings) {
        json.value(spelling);
      }
      json.endArray();
    }
  }

  private void number(String name, double value) throws IOException {
    json.name(name);
    if (Double.isNaN(value)) {
      json.nullValue();
    } else if (Double.isInfinite(value)) {
      json.value(value > 0 ? "inf" : "-inf");
    } else {
      json.value(value);
    }
  }
}
