package kelvin.ui.generation;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.text.IndexRange;
import kelvin.ui.fx.Pacer;

/// The tokens generated after the prompt, and the commands step, play, stop and back.
///
/// This model decides when the next step is due; the playground carries it out.
public final class GenerationViewModel {

  private static final double SECONDS_BETWEEN_STEPS = 0.12;

  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing", false);
  private final BooleanProperty ready = new SimpleBooleanProperty(this, "ready", false);
  private final ObjectProperty<Shading> shading =
      new SimpleObjectProperty<>(this, "shading", Shading.SURPRISAL);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ReadOnlyObjectWrapper<IndexRange> run =
      new ReadOnlyObjectWrapper<>(this, "run", IndexRange.NONE);
  private final StringProperty note = new SimpleStringProperty(this, "note", "");
  private final BooleanBinding canStep = ready.and(playing.not());
  private final BooleanBinding canGoBack = Bindings.isNotEmpty(steps);
  private final Pacer pacer;
  private Runnable onStep = () -> {};
  private Runnable onBack = () -> {};

  /// The start of the run of selected steps; −1 while there is none.
  private int anchor = -1;

  private boolean extending;

  public GenerationViewModel(Pacer pacer) {
    this.pacer = pacer;
    // Selecting another step ends the run, and so does a change of the steps.
    selected.subscribe(_ -> endRun());
    steps.subscribe(this::endRun);
    // The note is about the text that was there when playing ended.
    steps.subscribe(() -> note.set(""));
  }

  // Commands

  /// Draws one token.
  public void step() {
    note.set("");
    onStep.run();
  }

  /// Removes the last token.
  public void back() {
    stop();
    note.set("");
    if (!steps.isEmpty()) {
      onBack.run();
    }
  }

  /// Draws token after token until stopped.
  public void play() {
    if (!playing.get() && ready.get()) {
      note.set("");
      playing.set(true);
      onStep.run();
    }
  }

  public void stop() {
    pacer.cancel();
    playing.set(false);
  }

  /// Stops playing and says why.
  public void finish(String why) {
    stop();
    note.set(why);
  }

  /// Selects all steps from the one selected before to this one, which becomes the selected step.
  public void extendRunTo(int step) {
    if (step < 0 || step >= steps.size()) {
      return;
    }
    int from = anchor >= 0 ? anchor : selected.get() >= 0 ? selected.get() : step;
    extending = true;
    selected.set(step);
    extending = false;
    anchor = from;
    run.set(new IndexRange(Math.min(from, step), Math.max(from, step) + 1));
  }

  /// Moves the end of the run by one step. Without a run, starts one at the selected step.
  ///
  /// @param by −1 for left, 1 for right
  public void extendRun(int by) {
    extendRunTo(selected.get() < 0 ? steps.size() - 1 : selected.get() + by);
  }

  private void endRun() {
    if (!extending) {
      anchor = -1;
      run.set(IndexRange.NONE);
    }
  }

  /// Called when the distribution after the last token is ready. While playing, the next step is
  /// due.
  public void distributionArrived() {
    if (playing.get()) {
      pacer.after(
          SECONDS_BETWEEN_STEPS,
          () -> {
            if (playing.get()) {
              onStep.run();
            }
          });
    }
  }

  public void setOnStep(Runnable onStep) {
    this.onStep = onStep;
  }

  public void setOnBack(Runnable onBack) {
    this.onBack = onBack;
  }

  // Properties

  public ObservableList<Step> steps() {
    return steps;
  }

  /// The step whose distribution is visible, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// The steps selected together. The selected step is at one of the ends.
  public ReadOnlyObjectProperty<IndexRange> runProperty() {
    return run.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// True if there is a distribution to draw from.
  public BooleanProperty readyProperty() {
    return ready;
  }

  /// The reason why playing ended, or empty.
  public StringProperty noteProperty() {
    return note;
  }

  /// The measure that the shades of the tokens show.
  public ObjectProperty<Shading> shadingProperty() {
    return shading;
  }

  /// The unit of surprisals and entropies.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  public BooleanBinding canStep() {
    return canStep;
  }

  public BooleanBinding canGoBack() {
    return canGoBack;
  }
}
