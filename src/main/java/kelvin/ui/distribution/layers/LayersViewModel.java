package kelvin.ui.distribution.layers;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.InformationUnit;
import kelvin.distribution.Logits;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.InsidePart;
import kelvin.inference.InnerRuns;
import kelvin.text.Vocabulary;
import kelvin.ui.inside.copy.CopyViewModel;
import kelvin.ui.inside.copy.CopyViewModel.State;
import kelvin.ui.plot.film.LayersPicture;
import org.jspecify.annotations.Nullable;

/// The layers of the visible answer and the layer that is looked at. Nothing is opened or run while
/// they are not shown. A new answer is asked about at once, and only the latest one.
public final class LayersViewModel {

  private final CopyViewModel<InnerRuns> copy;
  private final LayersAnswers answers;
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged", false);
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ObjectProperty<@Nullable Integer> layer = new SimpleObjectProperty<>(this, "layer");
  private final ReadOnlyObjectWrapper<@Nullable LayersPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale", false);
  private final ReadOnlyStringWrapper lens = new ReadOnlyStringWrapper(this, "lens", "");
  private Consumer<SlicedWork> onWork = _ -> {};
  private Runnable onChange = () -> {};

  /// The answer that is shown; null for none.
  private @Nullable AskedLayers asked;

  /// The facts that decide whose distribution is shown.
  private record Seen(Optional<LookedLayer> looked, boolean waits) {}

  private Seen told = new Seen(Optional.empty(), false);

  /// @param background opens and runs copies of the model, one task at a time
  public LayersViewModel(Executor background, Executor fxThread) {
    copy =
        new CopyViewModel<>(work -> onWork.accept(work), background, fxThread, InsidePart.LAYERS);
    answers = new LayersAnswers(copy, this::update);
    active.subscribe((_, _) -> update());
    enlarged.subscribe((_, _) -> update());
    paused.subscribe((_, _) -> update());
    unit.subscribe((_, _) -> draw());
    layer.subscribe((_, _) -> lookedElsewhere());
    copy.stateProperty().subscribe((_, _) -> update());
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Called when another layer's distribution is to be shown, or the model's own again.
  public void setOnChange(Runnable onChange) {
    this.onChange = onChange;
  }

  // Commands

  /// Looks at a layer; at the last one, the model's own distribution is shown.
  ///
  /// @param number from 0, the embeddings
  public void look(int number) {
    var shown = picture.get();
    layer.set(shown != null && number >= shown.last() ? null : Integer.valueOf(number));
  }

  /// Shows the model's own distribution again.
  public void lookAtLast() {
    layer.set(null);
  }

  // Updates from the playground

  /// Takes over an answer of the model, with the logits that its tokens are ranked by.
  public void show(
      LayersQuestion question, Logits ranked, List<Integer> watched, Vocabulary vocabulary) {
    show(new AskedLayers(question, ranked, watched, vocabulary));
  }

  private void show(AskedLayers now) {
    // After a change that was taken back, the same answer comes again.
    if (!now.equals(asked) || answers.isInterrupted()) {
      asked = now;
      update();
    }
  }

  /// Follows other tokens besides the most probable ones.
  public void watch(List<Integer> tokenIds) {
    var now = asked;
    if (now != null) {
      show(now.watching(tokenIds));
    }
  }

  /// Removes the layers, because there is no answer any more.
  public void clear() {
    asked = null;
    update();
  }

  /// The text has changed, and another answer will come. The model is not kept from it.
  public void outdate() {
    answers.interrupt();
  }

  /// Another model is open.
  public void modelOpened() {
    forget();
    copy.modelOpened();
  }

  /// Handles the end of a model: its copy closed with it, and its layers mean nothing any more.
  public void forget() {
    asked = null;
    copy.forget();
    update();
  }

  private boolean isVisible() {
    return active.get() || enlarged.get();
  }

  private boolean isShown() {
    return isVisible() && !paused.get();
  }

  /// Opens the copy once there is an answer, and goes on with that while tokens are drawn.
  private void lookAtCopy() {
    if (!isVisible()) {
      copy.setShown(false);
    } else if (asked != null && !paused.get()) {
      copy.setShown(true);
    }
  }

  private void update() {
    var now = asked;
    lookAtCopy();
    if (now == null) {
      answers.forget();
    } else if (!isShown()) {
      answers.stop();
    } else if (copy.stateProperty().get() == State.OPEN) {
      answers.ask(now.question());
    }
    draw();
    tell();
  }

  /// Tells that another distribution is to be shown, and only that.
  private void tell() {
    var now = new Seen(looked(), isWaiting());
    if (!now.equals(told)) {
      told = now;
      onChange.run();
    }
  }

  /// Makes the picture of the layers that came last. While those of a newer answer are computed, it
  /// stays, marked as stale.
  private void draw() {
    var now = asked;
    if (now == null || !answers.areThere()) {
      picture.set(null);
      stale.set(false);
    } else {
      var layers = answers.to(now.question());
      layers.ifPresent(known -> picture.set(now.picture(known, unit.get())));
      stale.set(layers.isEmpty());
    }
    lens.set(looked().map(LookedLayer::words).orElse(""));
  }

  private void lookedElsewhere() {
    draw();
    tell();
  }

  // The layer that is looked at

  /// The layer that is looked at, if it belongs to the shown answer.
  public Optional<LookedLayer> looked() {
    var now = asked;
    var number = layer.get();
    return now == null || number == null || !isShown()
        ? Optional.empty()
        : answers
            .to(now.question())
            .filter(layers -> number < layers.last())
            .map(layers -> new LookedLayer(layers, number));
  }

  /// True while a layer is looked at whose distribution for the shown answer is being computed.
  public boolean isWaiting() {
    var number = layer.get();
    return number != null && isShown() && answers.isRunning();
  }

  /// The layers of the shown answer for figures; none while they are not shown or stale.
  public Optional<LayersPicture> current() {
    return Optional.ofNullable(picture.get()).filter(_ -> !stale.get());
  }

  /// The number of the layer that is looked at in the shown answer.
  public OptionalInt lookedLayer() {
    return looked().map(looked -> OptionalInt.of(looked.layer())).orElse(OptionalInt.empty());
  }

  // Properties

  /// The second copy of the model.
  CopyViewModel<InnerRuns> copy() {
    return copy;
  }

  /// True if the film is one of the plots in the panel.
  public BooleanProperty activeProperty() {
    return active;
  }

  /// True while the film is shown elsewhere, as in a lecture.
  public BooleanProperty enlargedProperty() {
    return enlarged;
  }

  /// True while tokens are drawn one after another: the layers of each would come too late.
  public BooleanProperty pausedProperty() {
    return paused;
  }

  /// The unit of entropies and divergences in words.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The layer that the user looks at; null for the last one. It stays for the next answers.
  public ObjectProperty<@Nullable Integer> layerProperty() {
    return layer;
  }

  /// The layers to draw; null for none.
  public ReadOnlyObjectProperty<@Nullable LayersPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// True if the picture belongs to an earlier answer.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// The name of the layer whose distribution is shown; empty for the model's own.
  public ReadOnlyStringProperty lensProperty() {
    return lens.getReadOnlyProperty();
  }
}
