package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kelvin.experiment.adapt.AdaptSetup.Draw;
import kelvin.experiment.evaluation.Evaluation;

/// Collects what was measured, and tells how far it is.
final class Board {

  private final AdaptSetup setup;
  private final String model;
  private final AdaptListener listener;
  private final long start = System.nanoTime();
  private final int planned;
  private final List<AdaptPoint> points = new ArrayList<>();

  /// Kept only where votes are wanted.
  private final List<Measured> measured = new ArrayList<>();
  private final List<AdaptProblem> problems = new ArrayList<>();
  private String words = "";
  private int done;
  private int total;
  private long begin;

  /// The number of points of all kinds that were measured or refused.
  private int doneInAll;

  /// A point with the evaluation that it is of.
  record Measured(AdaptPoint point, Evaluation evaluation) {}

  /// @param model the model's name
  Board(AdaptSetup setup, String model, AdaptListener listener) {
    this.setup = setup;
    this.model = model;
    this.listener = listener;
    planned = setup.points();
  }

  /// Begins another kind of points.
  ///
  /// @param count the number of them
  void begin(String kind, int count) {
    words = kind;
    done = 0;
    total = count;
    begin = System.nanoTime();
    tell();
  }

  /// @param evaluation of the test part, whole
  /// @param prompt with `{x}` in the place of the input
  void put(
      AdaptMethod method, Draw draw, Evaluation evaluation, AdaptPoint.Costs costs, String prompt) {
    var measures = evaluation.measures();
    var point =
        new AdaptPoint(
            method,
            draw.pairs().size(),
            draw.seed(),
            measures.accuracy(),
            measures.logLoss(),
            measures.brier().score(),
            costs,
            new AdaptPoint.Made(
                draw.places(),
                prompt,
                evaluation.shortened(),
                evaluation.facts().extent().leftOut().size()));
    points.add(point);
    if (setup.wants(AdaptMethod.VOTE)) {
      measured.add(new Measured(point, evaluation));
    }
    count();
  }

  /// The points that were measured with a draw, in the order of the methods; zero-shot is one of
  /// them for every draw.
  List<Measured> measuredWith(Draw draw) {
    return measured.stream()
        .filter(each -> isOf(each.point(), draw))
        .sorted(Comparator.comparing(each -> each.point().method()))
        .toList();
  }

  private static boolean isOf(AdaptPoint point, Draw draw) {
    return point.method() == AdaptMethod.ZERO_SHOT
        || (point.examples() == draw.pairs().size() && point.seed() == draw.seed());
  }

  /// Notes that a point could not be measured.
  void refuse(AdaptMethod method, Draw draw, String reason) {
    note(method, draw, reason);
    count();
  }

  /// Notes a trouble with a point that is measured all the same.
  void note(AdaptMethod method, Draw draw, String reason) {
    problems.add(new AdaptProblem(method, draw.pairs().size(), draw.seed(), reason));
  }

  private void count() {
    done++;
    doneInAll++;
    tell();
  }

  private void tell() {
    double seconds = (System.nanoTime() - begin) / 1e9;
    listener.told(new AdaptProgress(words, done, total, seconds, adaptation()));
  }

  /// Everything that was measured until now, the points in the order of the table.
  Adaptation adaptation() {
    var facts =
        new Adaptation.Facts(
            model,
            setup.data().name(),
            setup.plan().prompt().task(),
            setup.data().test().size(),
            setup.seed(),
            setup.extent().seeds(),
            setup.training().words(),
            planned,
            doneInAll < planned,
            (System.nanoTime() - start) / 1e9);
    var ordered =
        points.stream()
            .sorted(
                Comparator.comparing(AdaptPoint::method)
                    .thenComparingInt(AdaptPoint::examples)
                    .thenComparingLong(AdaptPoint::seed))
            .toList();
    return new Adaptation(facts, ordered, problems);
  }
}
