package kelvin.engine.certificate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;

/// Compares the steps of a certificate with those of now.
final class StepComparison {

  private final Certificate certificate;
  private final List<Difference> differences = new ArrayList<>();
  private final Set<Stage> seen = EnumSet.noneOf(Stage.class);
  private int steps;
  private int otherRows;
  private int otherTokens;
  private double largestChange;

  StepComparison(Certificate certificate) {
    this.certificate = certificate;
  }

  /// Compares a step; one that the certificate does not have is left to who counts the steps.
  void accept(Generation.Moment moment) {
    int number = moment.step().step();
    if (number >= certificate.path().steps().size()) {
      return;
    }
    steps++;
    var recorded = certificate.path().steps().get(number);
    var row = RowHash.of(moment.logits());
    if (!row.equals(certificate.rows().get(number))) {
      otherRows++;
      add(Difference.at(number, Stage.LOGITS, certificate.rows().get(number), row));
    }
    compare(recorded, moment.drawn());
    double change =
        Math.abs(
            StrictMath.log(recorded.probability()) - StrictMath.log(moment.step().probability()));
    largestChange = Math.max(largestChange, Double.isNaN(change) ? 0 : change);
  }

  private void compare(GeneratedStep recorded, GeneratedStep now) {
    int at = recorded.step();
    if (recorded.keptCount() != now.keptCount()) {
      add(
          Difference.at(
              at, Stage.SAMPLING, recorded.keptCount() + " kept", now.keptCount() + " kept"));
    }
    if (differ(recorded.entropy(), now.entropy())) {
      add(
          Difference.at(
              at, Stage.SAMPLING, "entropy " + recorded.entropy(), "entropy " + now.entropy()));
    }
    if (differ(recorded.u(), now.u())) {
      add(Difference.at(at, Stage.RANDOM, "u = " + recorded.u(), "u = " + now.u()));
    }
    if (recorded.id() != now.id()) {
      otherTokens++;
      add(Difference.at(at, Stage.TOKEN, "id " + recorded.id(), "id " + now.id()));
      return;
    }
    if (recorded.rank() != now.rank()) {
      add(Difference.at(at, Stage.NUMBERS, "rank " + recorded.rank(), "rank " + now.rank()));
    }
    if (differ(recorded.probability(), now.probability())) {
      add(
          Difference.at(
              at, Stage.NUMBERS, "p = " + recorded.probability(), "p = " + now.probability()));
    }
    if (differ(recorded.finalProbability(), now.finalProbability())) {
      add(
          Difference.at(
              at,
              Stage.NUMBERS,
              "final p = " + recorded.finalProbability(),
              "final p = " + now.finalProbability()));
    }
  }

  /// Keeps the first difference of each stage.
  void add(Difference difference) {
    if (seen.add(difference.stage())) {
      differences.add(difference);
    }
  }

  /// Two numbers that are none are no difference.
  private static boolean differ(double recorded, double now) {
    return Double.doubleToLongBits(recorded) != Double.doubleToLongBits(now);
  }

  Verification result() {
    return new Verification(differences, steps, otherRows, otherTokens, largestChange);
  }
}
