package kelvin.ui.path.tool;

import kelvin.engine.expansion.BeamLoss;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;

/// What a beam search found and missed, as sentences behind those of the expansion.
final class BeamWords {

  private BeamWords() {}

  static String of(BeamLoss loss) {
    int ends = loss.beam().leaves().size();
    return " The beam (outlined) ran the model %s and ends with %s of %s %%; as many that were found hold %s %%. %s"
        .formatted(
            runs(loss.beam().runs()),
            ends == 1 ? "1 leaf" : Numbers.count(ends) + " leaves",
            Numbers.percent(loss.beam().covered()),
            Numbers.percent(loss.best()),
            missed(loss));
  }

  private static String runs(int count) {
    return count == 1 ? "once" : Numbers.count(count) + " times";
  }

  private static String missed(BeamLoss loss) {
    if (loss.missed().isEmpty()) {
      return "It missed none of them.";
    }
    var first = loss.missed().getFirst();
    int missed = loss.missed().size();
    return "It missed %s “%s” with %s %%."
        .formatted(
            missed == 1 ? "one of them:" : Numbers.count(missed) + " of them, most probable",
            VisibleText.of(first.text()),
            Numbers.percent(first.probability()));
  }
}
