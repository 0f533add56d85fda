package kelvin.ui.playground;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.engine.Prediction;
import kelvin.engine.TextScore;
import kelvin.inference.ModelDescriptor;
import kelvin.ui.control.Numbers;

/// The contents of the status line: how full the context is, how likely the text is, how fast the
/// model runs.
public final class StatusViewModel {

  private static final int STEPS_AVERAGED = 16;

  private final ReadOnlyStringWrapper context = new ReadOnlyStringWrapper(this, "context", "");
  private final ReadOnlyStringWrapper loss = new ReadOnlyStringWrapper(this, "loss", "");
  private final ReadOnlyStringWrapper run = new ReadOnlyStringWrapper(this, "run", "");
  private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(this, "speed", "");
  private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper(this, "size", "");
  private final ReadOnlyStringWrapper proof = new ReadOnlyStringWrapper(this, "proof", "");
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ArrayDeque<Double> stepSeconds = new ArrayDeque<>();

  /// The loss of the context in nats; empty if nothing is scored.
  private OptionalDouble scored = OptionalDouble.empty();

  /// The number of tokens of the loss, if it is not that of all that follow another one; else 0.
  private int scoredCount;

  StatusViewModel() {
    unit.subscribe((_, _) -> showLoss());
  }

  private void showLoss() {
    loss.set(
        scored.isEmpty()
            ? ""
            : "loss "
                + (scoredCount == 0 ? "" : "of " + Numbers.tokens(scoredCount) + " ")
                + Numbers.information(scored.getAsDouble(), unit.get()));
  }

  /// @param wasStep whether the prediction was for a single new token
  void show(Prediction prediction, Optional<ModelDescriptor> model, boolean wasStep) {
    int used = prediction.tokens().size();
    context.set(
        model.isPresent() && model.get().contextLength().isPresent()
            ? "context %s of %s tokens"
                .formatted(
                    Numbers.count(used), Numbers.count(model.get().contextLength().getAsInt()))
            : "context " + Numbers.tokens(used));
    var score = TextScore.of(prediction.tokens());
    scored = score.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(score.loss());
    // A record has no score of a prompt's tokens.
    scoredCount = score.count() < used - 1 ? score.count() : 0;
    showLoss();
    run.set(String.format(Locale.ROOT, "last answer %.1f ms", prediction.seconds() * 1000));
    if (wasStep) {
      stepSeconds.addLast(prediction.seconds());
      if (stepSeconds.size() > STEPS_AVERAGED) {
        stepSeconds.removeFirst();
      }
      double mean = stepSeconds.stream().mapToDouble(Double::doubleValue).average().orElse(1);
      speed.set(String.format(Locale.ROOT, "%,.0f tokens/s", 1 / mean));
    }
  }

  /// Clears the numbers, because the current prompt has no answer.
  void showNoAnswer() {
    context.set("");
    scored = OptionalDouble.empty();
    showLoss();
    run.set("");
  }

  /// Shows the size of another model and restarts the speed measurement.
  void showModel(ModelDescriptor model) {
    stepSeconds.clear();
    speed.set("");
    long bytes = model.files().stream().mapToLong(ModelDescriptor.ModelFile::size).sum();
    size.set(
        model.server().isPresent()
            ? "on a server"
            : String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6));
    showProof(model);
  }

  void showProof(ModelDescriptor model) {
    if (model.isRecord()) {
      proof.set("record: no model runs");
    } else if (model.provedLength() > 0) {
      proof.set("proved to " + Numbers.tokens(model.provedLength()));
    } else {
      proof.set(model.server().isPresent() ? "not proved: it runs elsewhere" : "");
    }
  }

  /// @param progress the share of the proof that is done, 0 to 1
  void showProving(ModelDescriptor model, double progress) {
    proof.set(
        String.format(
            Locale.ROOT,
            "proved to %s tokens … %.0f %%",
            Numbers.count(model.provedLength()),
            100 * progress));
  }

  /// Clears the numbers of a model that is no longer open.
  void showNoModel() {
    showNoAnswer();
    speed.set("");
    size.set("");
    proof.set("");
  }

  /// The tokens used, of the context length.
  public ReadOnlyStringProperty contextProperty() {
    return context.getReadOnlyProperty();
  }

  /// The unit of the loss.
  ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  public ReadOnlyStringProperty lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /// The duration of the last answer.
  public ReadOnlyStringProperty runProperty() {
    return run.getReadOnlyProperty();
  }

  /// The mean over the last generated tokens.
  public ReadOnlyStringProperty speedProperty() {
    return speed.getReadOnlyProperty();
  }

  /// The length up to which the model is proved.
  public ReadOnlyStringProperty proofProperty() {
    return proof.getReadOnlyProperty();
  }

  /// The size of the model's files.
  public ReadOnlyStringProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }
}
