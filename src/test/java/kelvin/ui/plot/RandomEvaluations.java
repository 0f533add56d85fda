package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kelvin.experiment.measure.Confusion;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.Reliability;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.ui.plot.evaluation.ConfusionPicture;
import kelvin.ui.plot.evaluation.ConfusionPlot;
import kelvin.ui.plot.evaluation.HistogramPicture;
import kelvin.ui.plot.evaluation.HistogramPlot;
import kelvin.ui.plot.evaluation.ReliabilityPicture;
import kelvin.ui.plot.evaluation.ReliabilityPlot;
import kelvin.ui.plot.evaluation.RiskPicture;
import kelvin.ui.plot.evaluation.RiskPlot;

/// Makes the plots of an evaluation in random states: few and many items, labels that are sure,
/// unsure or undecided, up to forty labels with long names.
final class RandomEvaluations {

  private final Random random;
  private final RandomStates states;

  RandomEvaluations(Random random, RandomStates states) {
    this.random = random;
    this.states = states;
  }

  ReliabilityPlot reliability() {
    var plot = new ReliabilityPlot();
    var one = Reliability.of(decisions(1 + random.nextInt(12)));
    plot.show(
        random.nextBoolean()
            ? ReliabilityPicture.of(one)
            : ReliabilityPicture.of(one, Reliability.of(decisions(1 + random.nextInt(12)))));
    return plot;
  }

  RiskPlot risk() {
    var plot = new RiskPlot();
    plot.show(new RiskPicture(RiskCoverage.of(decisions(1 + random.nextInt(12)))));
    plot.thresholdProperty().set(random.nextInt(5) == 0 ? Double.NaN : states.share());
    return plot;
  }

  ConfusionPlot confusion() {
    var plot = new ConfusionPlot();
    int labels = 1 + random.nextInt(random.nextBoolean() ? 6 : 40);
    var names = new ArrayList<String>();
    for (int label = 0; label < labels; label++) {
      names.add(states.texts().apply(1 + random.nextInt(30)));
    }
    plot.show(new ConfusionPicture(names, Confusion.of(decisions(labels), labels)));
    return plot;
  }

  HistogramPlot histogram() {
    var plot = new HistogramPlot();
    plot.show(
        random.nextBoolean()
            ? HistogramPicture.shares(decisions(1 + random.nextInt(12)))
            : HistogramPicture.labelMass(masses()));
    return plot;
  }

  private List<Double> masses() {
    double small = Math.pow(10, -random.nextInt(9));
    return Stream.generate(() -> random.nextInt(9) == 0 ? Double.NaN : small * states.share())
        .limit(1 + random.nextInt(3000))
        .toList();
  }

  private List<Decision> decisions(int labels) {
    var decisions = new ArrayList<Decision>();
    double sharpness = 4 * random.nextDouble();
    for (int i = (int) Math.pow(10, 4 * random.nextDouble()); i > 0; i--) {
      decisions.add(decision(labels, sharpness));
    }
    return decisions;
  }

  private Decision decision(int labels, double sharpness) {
    int right = random.nextInt(labels);
    var weights = new ArrayList<Double>();
    double sum = 0;
    for (int label = 0; label < labels; label++) {
      double weight = Math.exp(sharpness * random.nextGaussian() + (label == right ? 1 : 0));
      weights.add(weight);
      sum += weight;
    }
    double all = random.nextInt(50) == 0 ? Double.NaN : sum;
    return Decision.of(weights.stream().map(weight -> weight / all).toList(), right);
  }
}
