package kelvin.workspace.evaluation;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.Fits;
import kelvin.experiment.measure.Brier;
import kelvin.experiment.measure.Confidence;
import kelvin.experiment.measure.Confusion;
import kelvin.text.json.Json;
import kelvin.workspace.file.JsonText;

/// Writes an evaluation as JSON: its measures, then all items. Numbers are unrounded; a number that
/// does not exist is null.
final class EvaluationText {

  private final Evaluation evaluation;
  private final Optional<Fits> fits;
  private final JsonWriter json;

  private EvaluationText(Evaluation evaluation, Optional<Fits> fits, StringWriter text) {
    this.evaluation = evaluation;
    this.fits = fits;
    json = new JsonWriter(text);
  }

  static String of(Evaluation evaluation, Optional<Fits> fits) {
    var text = new StringWriter();
    try {
      new EvaluationText(evaluation, fits, text).write();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes any text", e);
    }
    return JsonText.escaped(text.toString()) + "\n";
  }

  private void write() throws IOException {
    json.beginObject();
    facts();
    measures();
    json.name("labels").beginArray();
    for (var label : evaluation.labels()) {
      json.value(label);
    }
    json.endArray();
    json.name("confusion").beginArray();
    for (var row : Confusion.of(evaluation.decisions(), evaluation.labels().size()).counts()) {
      json.beginArray();
      for (int count : row) {
        json.value(count);
      }
      json.endArray();
    }
    json.endArray();
    json.name("items").beginArray();
    for (var item : evaluation.items()) {
      item(item);
    }
    json.endArray();
    if (fits.isPresent()) {
      new FitsText(fits.get(), json).write();
    }
    json.endObject();
    json.flush();
  }

  private void facts() throws IOException {
    var facts = evaluation.facts();
    json.name("model").value(facts.model());
    json.name("data").value(facts.data());
    json.name("task").value(facts.prompt().task());
    json.name("way").value(facts.prompt().way());
    json.name("shots").value(facts.prompt().shots());
    json.name("seed").value(facts.prompt().seed());
    json.name("normalization").value(facts.normalization());
    json.name("planned").value(facts.extent().planned());
    json.name("partial").value(facts.extent().partial());
    json.name("leftOut").beginArray();
    for (var place : facts.extent().leftOut()) {
      json.value(place);
    }
    json.endArray();
    json.name("shortened").value(evaluation.shortened());
    number("seconds", facts.extent().seconds());
  }

  private void measures() throws IOException {
    var measures = evaluation.measures();
    json.name("count").value(evaluation.items().size());
    number("accuracy", measures.accuracy().value());
    json.name("accuracyInterval").beginObject();
    number("low", measures.accuracy().interval().low());
    number("high", measures.accuracy().interval().high());
    json.endObject();
    json.name("undecided").value(measures.undecided());
    number("logLoss", measures.logLoss());
    number("brier", measures.brier().score());
    brierParts(measures.brier());
    number("ece", measures.reliability().error());
    json.name("labelMass").beginObject();
    number("mean", evaluation.labelMass().mean());
    number("min", evaluation.labelMass().min());
    json.endObject();
  }

  private void brierParts(Brier brier) throws IOException {
    json.name("brierParts").beginObject();
    number("reliability", brier.reliability());
    number("resolution", brier.resolution());
    number("uncertainty", brier.uncertainty());
    json.endObject();
  }

  private void item(Evaluation.Item item) throws IOException {
    var decision = item.decision();
    json.beginObject();
    json.name("place").value(item.place());
    json.name("x").value(item.input());
    json.name("y").value(evaluation.right(item));
    json.name("choice");
    if (decision.choice().isPresent()) {
      json.value(evaluation.labels().get(decision.choice().getAsInt()));
    } else {
      json.nullValue();
    }
    json.name("right").value(decision.isRight());
    json.name("probabilities").beginObject();
    for (int label = 0; label < evaluation.labels().size(); label++) {
      number(evaluation.labels().get(label), decision.shares().get(label));
    }
    json.endObject();
    number("labelMass", item.labelMass());
    confidence(Confidence.of(decision.shares()));
    json.name("shortened").value(item.shortened());
    json.endObject();
  }

  private void confidence(Confidence confidence) throws IOException {
    json.name("confidence").beginObject();
    number("maximum", confidence.maximum());
    number("margin", confidence.margin());
    number("entropy", confidence.entropy());
    number("normalized", confidence.normalized());
    json.endObject();
  }

  private void number(String name, double value) throws IOException {
    Json.number(json.name(name), value);
  }
}
