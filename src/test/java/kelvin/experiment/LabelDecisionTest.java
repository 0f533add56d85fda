package kelvin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import kelvin.distribution.TokenScore;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelToken;
import kelvin.engine.label.Normalization;
import kelvin.engine.label.ScoredLabel;
import kelvin.engine.label.TokenBoundary;
import org.junit.jupiter.api.Test;

/// If these fail, the window and `label` name a confidence or a runner-up that is another number
/// than its name says.
class LabelDecisionTest {

  private static final List<String> NAMES = List.of("yes", "no", "maybe");

  private static LabelScores scores(TokenBoundary boundary, double... probabilities) {
    var labels = new ArrayList<ScoredLabel>();
    for (int label = 0; label < probabilities.length; label++) {
      var score = new TokenScore(Math.log(probabilities[label]), label + 1, 1);
      var token = new LabelToken(1, label, NAMES.get(label), NAMES.get(label), score);
      // Two tokens, so that lengths matter; the second one is certain.
      var end = new LabelToken(2, 9, "", "", new TokenScore(0, 1, 0));
      labels.add(new ScoredLabel(NAMES.get(label), List.of(token, end)));
    }
    var names = NAMES.subList(0, probabilities.length);
    return new LabelScores(new LabelQuestion("p", names), labels, boundary);
  }

  private static LabelScores scores(double... probabilities) {
    return scores(new TokenBoundary(1, 1, List.of()), probabilities);
  }

  private static LabelDecision decision(LabelScores scores, Normalization normalization) {
    return LabelDecision.of(scores, LabelChoice.of(scores, normalization));
  }

  private static String change(LabelDecision decision, int labels) {
    return decision.change(
        NAMES.subList(0, labels), nats -> String.format(Locale.ROOT, "%.3f nats", nats));
  }

  @Test
  void theRunnerUpIsTheNextLabelWithTheLogarithmOfTheRatioOfTheirShares() {
    var decision = decision(scores(0.1, 0.4, 0.2), Normalization.NONE);

    assertEquals(OptionalInt.of(1), decision.choice());
    assertEquals(2, decision.runnerUp().orElseThrow().label());
    assertEquals(Math.log(2), decision.runnerUp().orElseThrow().distance(), 1e-12);
    assertEquals(0.7, decision.labelMass(), 1e-12);
    assertEquals(4.0 / 7, decision.confidence().maximum(), 1e-12);
    assertEquals("next is maybe, 0.693 nats behind", change(decision, 3));
  }

  @Test
  void aNormalisationByLengthSaysItsUnit() {
    var decision = decision(scores(0.1, 0.4, 0.2), Normalization.TOKENS);

    assertEquals(Math.log(2) / 2, decision.runnerUp().orElseThrow().distance(), 1e-12);
    assertEquals("next is maybe, 0.347 nats per token behind", change(decision, 3));
  }

  @Test
  void aTieIsSaid() {
    var decision = decision(scores(0.3, 0.3), Normalization.NONE);

    assertEquals(0, decision.runnerUp().orElseThrow().distance());
    assertEquals(0, decision.confidence().margin());
    assertTrue(decision.confidence().entropy() >= 0 && decision.confidence().entropy() < 1e-12);
    assertEquals("a tie with no: the first of equals is chosen", change(decision, 2));
  }

  @Test
  void equalSharesAreNoConfidenceAtAll() {
    for (int n = 2; n < 40; n++) {
      var shares = Collections.nCopies(n, 1.0 / n);
      var confidence = kelvin.experiment.measure.Confidence.of(shares);
      assertTrue(confidence.entropy() >= 0 && confidence.normalized() >= 0, confidence.toString());
    }
  }

  @Test
  void oneLabelNoLabelAndUnknownMassHavePlainWords() {
    var merged = new TokenBoundary(2, 1, List.of("x"));

    assertEquals("the only label", change(decision(scores(0.3), Normalization.NONE), 1));
    assertEquals(
        "every label has the probability 0",
        change(decision(scores(0.0, 0.0), Normalization.NONE), 2));
    assertEquals(
        "every other label has the probability 0",
        change(decision(scores(0.2, 0.0), Normalization.NONE), 2));
    assertTrue(Double.isNaN(decision(scores(merged, 0.2, 0.1), Normalization.NONE).labelMass()));
  }
}
