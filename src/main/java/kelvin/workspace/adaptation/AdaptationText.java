package kelvin.workspace.adaptation;

import java.io.IOException;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptProblem;
import kelvin.experiment.adapt.AdaptSummary;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.measure.Proportion;
import kelvin.text.json.Json;

/// Writes a comparison: its conditions, a summary of the draws, then each of them.
final class AdaptationText {

  private AdaptationText() {}

  static void write(Adaptation adaptation, Json json) throws IOException {
    json.document(
        () -> {
          facts(adaptation.facts(), json);
          json.array(
              "summary",
              () -> {
                for (var summary : adaptation.summaries()) {
                  json.object(() -> summary(summary, json));
                }
              });
          json.array(
              "points",
              () -> {
                for (var point : adaptation.points()) {
                  json.object(() -> point(point, json));
                }
              });
          json.array(
              "problems",
              () -> {
                for (var problem : adaptation.problems()) {
                  json.object(() -> problem(problem, json));
                }
              });
        });
  }

  private static void facts(Adaptation.Facts facts, Json json) throws IOException {
    json.member("model", facts.model());
    json.member("data", facts.data());
    json.member("task", facts.task());
    json.member("tests", facts.tests());
    json.member("seed", facts.seed());
    json.member("seeds", facts.seeds());
    json.member("depth", facts.depth());
    json.member("planned", facts.planned());
    json.member("partial", facts.partial());
    json.member("seconds", facts.seconds());
  }

  private static void summary(AdaptSummary summary, Json json) throws IOException {
    json.member("method", summary.method().label());
    json.member("examples", summary.examples());
    json.member("seeds", summary.seeds());
    json.member("accuracy", summary.accuracy());
    json.member("lowest", summary.lowest());
    json.member("highest", summary.highest());
    interval(summary.interval(), json);
    json.member("logLoss", summary.logLoss());
    json.member("brier", summary.brier());
    costs(summary.costs(), json);
  }

  private static void point(AdaptPoint point, Json json) throws IOException {
    json.member("method", point.method().label());
    json.member("examples", point.examples());
    json.member("seed", point.seed());
    json.member("count", point.accuracy().count());
    json.member("right", point.accuracy().successes());
    json.member("accuracy", point.accuracy().value());
    interval(point.accuracy().interval(), json);
    json.member("logLoss", point.logLoss());
    json.member("brier", point.brier());
    costs(point.costs(), json);
    json.array(
        "shown",
        () -> {
          for (var place : point.made().shown()) {
            json.element(place);
          }
        });
    json.member("prompt", point.made().prompt());
    json.member("shortened", point.made().shortened());
    json.member("leftOut", point.made().leftOut());
  }

  private static void interval(Proportion.Interval interval, Json json) throws IOException {
    json.object(
        "accuracyInterval",
        () -> {
          json.member("low", interval.low());
          json.member("high", interval.high());
        });
  }

  private static void costs(AdaptPoint.Costs costs, Json json) throws IOException {
    json.member("adaptSeconds", costs.adaptSeconds());
    json.member("answerSeconds", costs.answerSeconds());
    json.member("bytesKept", costs.bytes());
  }

  private static void problem(AdaptProblem problem, Json json) throws IOException {
    json.member("method", problem.method().label());
    json.member("examples", problem.examples());
    json.member("seed", problem.seed());
    json.member("reason", problem.reason());
  }
}
