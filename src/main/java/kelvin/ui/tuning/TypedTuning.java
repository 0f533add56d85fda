package kelvin.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import kelvin.experiment.data.DataException;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.TuningData;
import kelvin.experiment.tuning.live.LiveWish;
import kelvin.text.Choice;
import kelvin.text.Count;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.lab.SetupException;
import kelvin.ui.lab.TypedFields;
import org.jspecify.annotations.Nullable;

/// Everything that the form says about the training at one moment, as it was typed.
///
/// @param examples how many pairs are learned; empty for all
/// @param penalty the penalty of a head; empty to choose it
/// @param otherText a text whose loss is measured before and after; may be empty
record TypedTuning(TypedTraining training, String examples, String penalty, String otherText) {

  /// Reads the text that `fields` wrote. A field that is missing or not known stays as in an empty
  /// form.
  static TypedTuning of(Map<String, String> fields) {
    var depth = named(Depth.OF_WEIGHTS, fields.get("depth"));
    return new TypedTuning(
        new TypedTraining(
            depth,
            named(depth.losses(), fields.get("loss")),
            fields.getOrDefault("epochs", ""),
            fields.getOrDefault("rate", ""),
            fields.getOrDefault("batch", ""),
            fields.getOrDefault("rank", "")),
        fields.getOrDefault("examples", ""),
        fields.getOrDefault("penalty", ""),
        fields.getOrDefault("otherText", ""));
  }

  private static <T extends Choice> T named(List<T> choices, @Nullable String label) {
    return choices.stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElse(choices.getFirst());
  }

  /// Everything as texts, by the names of the fields.
  Map<String, String> fields() {
    return Map.of(
        "depth", training.depth().label(),
        "loss", training.loss().label(),
        "epochs", training.epochs(),
        "rate", training.rate(),
        "batch", training.batch(),
        "rank", training.rank(),
        "examples", examples,
        "penalty", penalty,
        "otherText", otherText);
  }

  /// Makes the plan; may take a moment on large data.
  TuningPlanned on(Planned.Ready ready) {
    try {
      var setup = ready.plan().setup();
      long seed = setup.facts().seed();
      int most =
          examples.isBlank()
              ? Integer.MAX_VALUE
              : TypedFields.number("Examples", examples, 2, Integer.MAX_VALUE);
      var data = TuningData.of(ready.plan().data(), setup, most, seed);
      var wish = new LiveWish(setup, data, training.on(seed, l2()), otherText);
      var notes = new ArrayList<>(data.notes());
      notes.addAll(ready.notes());
      return new TuningPlanned.Ready(ready.plan(), wish, summary(data), notes);
    } catch (DataException e) {
      return new TuningPlanned.Refused(String.valueOf(e.getMessage()));
    } catch (SetupException e) {
      return new TuningPlanned.Refused(e.sentence());
    }
  }

  private static String summary(TuningData data) {
    return "%s pairs to learn from, %s to judge by."
        .formatted(Count.of(data.train().size()), Count.of(data.test().size()));
  }

  private OptionalDouble l2() throws SetupException {
    return training.loss() != Loss.HEAD || penalty.isBlank()
        ? OptionalDouble.empty()
        : OptionalDouble.of(TypedFields.positive("Penalty", penalty));
  }
}
