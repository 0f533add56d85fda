package kelvin.ui.adapt.lab;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.experiment.adapt.AdaptExtent;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.tuning.Depth;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.FormCopy;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.ui.tuning.TrainingForm;

/// Holds the typed settings of a comparison and turns them into a plan, in the background. Data,
/// split and prompt are those of an evaluation; the examples are drawn.
public final class AdaptForm {

  /// The test texts at first: enough to tell methods apart, few enough for minutes.
  private static final String USUAL_TESTS = "100";

  private final EvaluationForm data;
  private final Map<AdaptMethod, BooleanProperty> methods = new EnumMap<>(AdaptMethod.class);
  private final StringProperty examples =
      new SimpleStringProperty(this, "examples", AdaptExtent.USUAL_EXAMPLES);
  private final StringProperty seeds =
      new SimpleStringProperty(this, "seeds", Integer.toString(AdaptExtent.USUAL_SEEDS));
  private final TrainingForm training = new TrainingForm(Depth.LOWRANK);
  private final ReadOnlyObjectWrapper<AdaptPlanned> planned =
      new ReadOnlyObjectWrapper<>(this, "planned", new AdaptPlanned.Reading());
  private final LatestInBackground<Asked, Made> maker;

  private record Asked(Planned.Ready ready, FormCopy form, TypedAdapt typed) {}

  private record Made(Asked asked, AdaptPlanned planned) {}

  AdaptForm(PlaygroundPrompt playground, Executor background, Executor fxThread) {
    data = new EvaluationForm(playground, background, fxThread);
    data.useFewShot();
    data.shotsProperty().set("0");
    data.limitProperty().set(USUAL_TESTS);
    maker =
        new LatestInBackground<>(
            background,
            fxThread,
            asked -> new Made(asked, asked.typed.on(asked.ready, asked.form)),
            this::take);
    data.plannedProperty().subscribe(this::plan);
    for (var method : AdaptMethod.ALL) {
      var chosen = new SimpleBooleanProperty(this, method.label(), true);
      chosen.subscribe((_, _) -> plan());
      methods.put(method, chosen);
    }
    for (var field : List.of(examples, seeds)) {
      field.subscribe((_, _) -> plan());
    }
    training.setOnChange(this::plan);
  }

  private void plan() {
    switch (data.plannedProperty().get()) {
      case Planned.Reading _ -> planned.set(new AdaptPlanned.Reading());
      case Planned.Refused(var reason) -> planned.set(new AdaptPlanned.Refused(reason));
      case Planned.Ready ready -> maker.ask(new Asked(ready, FormCopy.of(data), typed()));
    }
  }

  private void take(Made made) {
    // A later change asks again.
    if (made.asked.ready.equals(data.plannedProperty().get()) && made.asked.typed.equals(typed())) {
      planned.set(made.planned);
    }
  }

  private TypedAdapt typed() {
    var wanted = AdaptMethod.ALL.stream().filter(method -> method(method).get()).toList();
    return new TypedAdapt(wanted, examples.get(), seeds.get(), training.typed());
  }

  /// Data, split, prompt and seed.
  public EvaluationForm data() {
    return data;
  }

  /// True if a method is wanted.
  public BooleanProperty method(AdaptMethod method) {
    return requireNonNull(methods.get(method));
  }

  /// The numbers of examples, with commas between them.
  public StringProperty examplesProperty() {
    return examples;
  }

  /// The number of draws of examples.
  public StringProperty seedsProperty() {
    return seeds;
  }

  /// The training of weights.
  public TrainingForm training() {
    return training;
  }

  /// The plan that the form makes, or the reason why it makes none.
  public ReadOnlyObjectProperty<AdaptPlanned> plannedProperty() {
    return planned.getReadOnlyProperty();
  }
}
