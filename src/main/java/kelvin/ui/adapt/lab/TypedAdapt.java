package kelvin.ui.adapt.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import kelvin.experiment.adapt.AdaptExtent;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptSetup;
import kelvin.experiment.data.DataException;
import kelvin.text.Count;
import kelvin.ui.evaluation.form.FormCopy;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.lab.SetupException;
import kelvin.ui.lab.TypedFields;
import kelvin.ui.tuning.TypedTraining;

/// Everything that the form says about the methods at one moment, as it was typed.
///
/// @param examples numbers with commas between them
record TypedAdapt(
    List<AdaptMethod> methods, String examples, String seeds, TypedTraining training) {

  TypedAdapt {
    methods = List.copyOf(methods);
  }

  /// Makes the plan; may take a moment on large data.
  AdaptPlanned on(Planned.Ready ready, FormCopy form) {
    try {
      long seed = ready.plan().setup().facts().seed();
      var trained = training.on(seed, OptionalDouble.empty());
      var setup = AdaptSetup.of(ready.plan(), extent(), trained);
      var notes = new ArrayList<>(setup.notes());
      notes.addAll(ready.notes());
      return new AdaptPlanned.Ready(
          new AdaptOrigin(setup, form, training), summary(ready, setup), notes);
    } catch (DataException e) {
      return new AdaptPlanned.Refused(String.valueOf(e.getMessage()));
    } catch (SetupException e) {
      return new AdaptPlanned.Refused(e.sentence());
    }
  }

  private AdaptExtent extent() throws SetupException {
    if (methods.isEmpty()) {
      throw new SetupException("Choose at least one method.");
    }
    var extent =
        new AdaptExtent(
            methods, counts(), TypedFields.number("Draws", seeds, 1, AdaptExtent.MOST_SEEDS));
    if (extent.votesOnNothing()) {
      throw new SetupException("A vote joins two or more other methods: choose these too.");
    }
    if (!extent.measuresAnything()) {
      throw new SetupException(
          "Examples has no number that one of the chosen methods can learn from.");
    }
    return extent;
  }

  private List<Integer> counts() throws SetupException {
    try {
      return AdaptExtent.counts(examples);
    } catch (DataException e) {
      throw new SetupException("Examples " + e.getMessage() + ".");
    }
  }

  private static String summary(Planned.Ready ready, AdaptSetup setup) {
    int points = setup.points();
    return ready.summary()
        + " "
        + (points == 1 ? "1 point" : Count.of(points) + " points")
        + " to measure.";
  }
}
