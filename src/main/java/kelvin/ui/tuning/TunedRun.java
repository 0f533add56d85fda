package kelvin.ui.tuning;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.live.LiveOutcome;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.experiment.tuning.live.LiveWish;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Count;
import kelvin.ui.control.Numbers;
import kelvin.ui.evaluation.picture.MeasureWords;

/// A finished fine-tuning with the name that the user sees.
///
/// @param base the model that was fine-tuned
/// @param before the test part by the labels' probabilities, before
public record TunedRun(
    String title,
    Instant begun,
    ModelDescriptor base,
    LiveWish wish,
    Evaluation before,
    LiveOutcome outcome) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /// The curves: of a head, its losses after each of Newton's steps.
  LiveState.Curves curves() {
    return switch (outcome) {
      case LiveOutcome.Weights weights -> weights.curves();
      case LiveOutcome.Head(var tuned) ->
          new LiveState.Curves(
              tuned.fit().trainLoss(), tuned.fit().heldOutLoss(), List.of(), List.of());
    };
  }

  boolean isHead() {
    return wish.depth() == Depth.HEAD;
  }

  /// The accuracy on the test part, such as `84.0 %`; `not judged` if that was cancelled.
  String accuracy() {
    return outcome
        .after()
        .map(after -> MeasureWords.percent(after.measures().accuracy().value()))
        .orElse("not judged");
  }

  /// The time and the conditions, for a list.
  String about(ZoneId zone) {
    return TIME.format(begun.atZone(zone)) + "  ·  " + conditions();
  }

  /// The conditions in a few words.
  String conditions() {
    return "%s  ·  %s pairs".formatted(words(), Count.of(wish.data().train().size()));
  }

  private String words() {
    var depth = DepthWords.title(wish.depth());
    return isHead() || !wish.training().hasHead() ? depth : depth + " with a head";
  }

  /// The result in sentences.
  List<String> findings() {
    return switch (outcome) {
      case LiveOutcome.Head(var tuned) ->
          List.of(
              "The head is at its only optimum: the gradient’s length is %s, after %s steps; penalty %s."
                  .formatted(
                      Numbers.significant(tuned.fit().gradient()),
                      Count.of(tuned.fit().steps()),
                      Numbers.plain(tuned.fit().l2())));
      case LiveOutcome.Weights weights -> ofWeights(weights.result());
    };
  }

  private static List<String> ofWeights(TuningResult result) {
    var trained =
        String.format(
            Locale.ROOT,
            "%,d numbers trained in %,d steps; it ended because %s. Kept are the weights %s.",
            result.parameters(),
            result.steps(),
            result.end().words(),
            result.best() == 0 ? "before the training" : "after epoch " + result.best());
    return result
        .trouble()
        .map(trouble -> List.of(trouble, trained))
        .orElseGet(() -> List.of(trained));
  }

  /// The loss of the user's text before and with the kept weights; empty if there is none.
  String forgetting() {
    var losses = curves().otherLoss();
    if (!(outcome instanceof LiveOutcome.Weights weights) || losses.isEmpty()) {
      return "";
    }
    int kept = Math.min(weights.result().best(), losses.size() - 1);
    double change = losses.get(kept) - losses.getFirst();
    if (Double.isNaN(change)) {
      // The epoch was before a kill, and was measured in a window that is gone.
      return "";
    }
    return String.format(
        Locale.ROOT,
        "Your other text: %.3f nats for each token before, %.3f now (%+.3f).",
        losses.getFirst(),
        losses.get(kept),
        change);
  }
}
