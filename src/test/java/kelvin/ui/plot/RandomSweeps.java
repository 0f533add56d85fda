package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.display.InformationUnit;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPlot;
import kelvin.ui.plot.sweep.EffectPicture;
import kelvin.ui.plot.sweep.EffectPlot;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPlot;

/// Makes the plots of the lab in random states.
final class RandomSweeps {

  private final Random random;
  private final RandomStates states;

  RandomSweeps(Random random, RandomStates states) {
    this.random = random;
    this.states = states;
  }

  ShotsPlot shots() {
    var plot = new ShotsPlot();
    int points = 1 + random.nextInt(30);
    int draws = random.nextInt(3) * 5;
    var lines = new ArrayList<ShotsPicture.Line>();
    int names = random.nextInt(5);
    for (int line = 1 + random.nextInt(9); line > 0; line--) {
      double level = states.share();
      lines.add(
          new ShotsPicture.Line(
              states.texts().apply(names + line),
              IntStream.range(0, points)
                  .mapToObj(
                      shot ->
                          new ShotsPicture.Point(
                              shot * (1 + names),
                              random.nextInt(20) == 0 ? Double.NaN : level,
                              draws,
                              level,
                              level * 0.9,
                              level))
                  .toList()));
    }
    plot.show(new ShotsPicture("share of each label among the labels", states.anyScale(), lines));
    return plot;
  }

  DotPlot dots() {
    var plot = new DotPlot();
    int count = 1 + random.nextInt(120);
    double centre = states.share();
    double spread = Math.pow(10, -random.nextInt(7));
    var rows = new ArrayList<DotPicture.Row>();
    int all = random.nextBoolean() ? 1 : 2 + random.nextInt(6);
    for (int row = 0; row < all; row++) {
      var dots = new ArrayList<DotPicture.Dot>();
      for (int i = 0; i < count; i++) {
        double value = Math.clamp(centre + spread * random.nextGaussian(), 0, 1);
        boolean named = all == 1;
        var mark = named && i == 0 ? "best 0.123" : named && i == count - 1 ? "worst 0.100" : "";
        dots.add(new DotPicture.Dot(value, "words", mark));
      }
      var name = all == 1 ? "" : "Question and answer ".repeat(random.nextInt(4)) + row;
      rows.add(new DotPicture.Row(name, dots));
    }
    plot.show(
        new DotPicture("share of the right answer among the labels", states.anyScale(), rows));
    return plot;
  }

  EffectPlot effects() {
    var plot = new EffectPlot();
    var effects = new ArrayList<EffectPicture.Effect>();
    for (int i = 1 + random.nextInt(24); i > 0; i--) {
      double change = 20 * random.nextGaussian() * Math.pow(10, -random.nextInt(4));
      var input = states.texts().apply(i);
      effects.add(new EffectPicture.Effect(i, input, states.texts().apply(i + 3), change));
    }
    plot.show(
        new EffectPicture(
            InformationUnit.ALL.get(effects.size() % InformationUnit.ALL.size()), effects));
    return plot;
  }
}
