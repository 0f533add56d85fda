package kelvin.workspace.evaluation;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.Fits;
import kelvin.experiment.evaluation.FittedEvaluation;
import kelvin.experiment.measure.Measures;
import kelvin.experiment.measure.Proportion;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.text.json.Json;

/// Writes what was fitted on the train part as members of an evaluation: `correction`, `threshold`
/// and `sets`. One that was wanted and cannot be fitted is null; one that was not wanted is absent.
final class FitsText {

  private final Fits fits;
  private final JsonWriter json;

  FitsText(Fits fits, JsonWriter json) {
    this.fits = fits;
    this.json = json;
  }

  void write() throws IOException {
    if (fits.wanted().correction()) {
      json.name("correction");
      var corrected = fits.corrected();
      if (corrected.isPresent()) {
        correction(corrected.get());
      } else {
        json.nullValue();
      }
    }
    if (fits.wanted().error().isPresent()) {
      json.name("threshold");
      var threshold = fits.threshold();
      if (threshold.isPresent()) {
        threshold(threshold.get());
      } else {
        json.nullValue();
      }
    }
    var sets = fits.sets();
    if (sets.isPresent()) {
      json.name("sets");
      sets(sets.get());
    }
  }

  private List<String> labels() {
    return fits.both().test().labels();
  }

  private void correction(FittedEvaluation.Corrected corrected) throws IOException {
    var correction = corrected.fit().correction();
    json.beginObject();
    number("temperature", correction.temperature());
    number("scale", correction.scale());
    json.name("biases").beginObject();
    for (int label = 0; label < labels().size(); label++) {
      number(labels().get(label), correction.biases().get(label));
    }
    json.endObject();
    number("gradientNorm", corrected.fit().gradient());
    json.name("count").value(corrected.fit().count());
    json.name("before");
    measures(corrected.before());
    json.name("after");
    measures(corrected.after());
    json.endObject();
  }

  private void measures(Measures measures) throws IOException {
    json.beginObject();
    number("accuracy", measures.accuracy().value());
    number("logLoss", measures.logLoss());
    number("brier", measures.brier().score());
    number("ece", measures.reliability().error());
    json.endObject();
  }

  private void threshold(FittedEvaluation.Threshold threshold) throws IOException {
    json.beginObject();
    number("error", threshold.wanted());
    number("threshold", threshold.train().threshold());
    json.name("train");
    point(threshold.train());
    json.name("test");
    if (threshold.test().isPresent()) {
      point(threshold.test().get());
    } else {
      json.nullValue();
    }
    json.endObject();
  }

  private void point(RiskCoverage.Point point) throws IOException {
    json.beginObject();
    number("coverage", point.coverage());
    number("error", point.risk());
    interval("errorInterval", point.errors().interval());
    json.name("count").value(point.errors().count());
    json.endObject();
  }

  private void sets(FittedEvaluation.Sets sets) throws IOException {
    json.beginObject();
    number("wanted", sets.fitted().wanted());
    number("threshold", sets.fitted().threshold());
    json.name("count").value(sets.fitted().count());
    number("coverage", sets.outcome().coverage());
    number("meanSize", sets.outcome().meanSize());
    json.name("items").beginArray();
    for (Evaluation.Item item : fits.both().test().items()) {
      json.beginArray();
      for (int label : sets.fitted().set(item.decision().shares())) {
        json.value(labels().get(label));
      }
      json.endArray();
    }
    json.endArray();
    json.endObject();
  }

  private void interval(String name, Proportion.Interval interval) throws IOException {
    json.name(name).beginObject();
    number("low", interval.low());
    number("high", interval.high());
    json.endObject();
  }

  private void number(String name, double value) throws IOException {
    Json.number(json.name(name), value);
  }
}
