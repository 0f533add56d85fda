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
import kelvin.engine.inside.Layers;
import kelvin.engine.inside.LayersRun;
import kelvin.engine.inside.LayersRun.Question;
import kelvin.text.Vocabulary;
import kelvin.ui.distribution.layers.LayersCopy.State;
import kelvin.ui.plot.film.LayersPicture;
import org.jspecify.annotations.Nullable;

/// The layers of the visible answer and the layer that is looked at. Nothing is opened or run while
/// they are not shown. A new answer is asked about at once, and only the latest one.
public final class LayersViewModel {

  private final Executor background;
  private final Executor fxThread;
  private final LayersCopy copy;
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
  private final BooleanProperty enlarged = new SimpleBooleanProperty(this, "enlarged", false);
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ObjectProperty<@Nullable Integer> layer = new SimpleObjectProperty<>(this, "layer");
  private final ReadOnlyObjectWrapper<@Nullable LayersPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale", false);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyStringWrapper lens = new ReadOnlyStringWrapper(this, "lens", "");
  private Consumer<SlicedWork> onWork = _ -> {};
  private Runnable onChange = () -> {};

  /// The answer that is shown; null for none.
  private @Nullable Asked asked;

  private @Nullable Run run;
  private @Nullable Answered answered;

  /// An answer of the model.
  ///
  /// @param ranked the logits that give the tokens their ranks: those of `question` after edits
  private record Asked(
      Question question, Logits ranked, List<Integer> watched, Vocabulary vocabulary) {}

  private record Run(Question question, LayersRun work) {}

  /// The layers that came last, and the question that they answer.
  private record Answered(Question question, Layers layers) {}

  /// The facts that decide whose distribution is shown.
  private record Seen(Optional<Looked> looked, boolean waits) {}

  private Seen told = new Seen(Optional.empty(), false);

  /// @param background runs one task at a time, not on the FX thread
  public LayersViewModel(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
    copy = new LayersCopy(fxThread);
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
    copy.setOnWork(onWork);
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
  public void show(Question question, Logits ranked, List<Integer> watched, Vocabulary vocabulary) {
    var now = new Asked(question, ranked, List.copyOf(watched), vocabulary);
    if (!now.equals(asked)) {
      asked = now;
      update();
    }
  }

  /// Follows other tokens besides the most probable ones.
  public void watch(List<Integer> tokenIds) {
    var now = asked;
    if (now != null) {
      show(now.question(), now.ranked(), tokenIds, now.vocabulary());
    }
  }

  /// Removes the layers, because there is no answer any more.
  public void clear() {
    asked = null;
    update();
  }

  /// Handles the end of a model: its copy closed with it, and its layers mean nothing any more.
  public void forget() {
    asked = null;
    copy.forget();
    update();
  }

  private boolean isShown() {
    return (active.get() || enlarged.get()) && !paused.get();
  }

  private void update() {
    var now = asked;
    if (now == null) {
      end();
      answered = null;
      message.set("");
    } else if (isShown()) {
      copy.look();
      if (copy.stateProperty().get() == State.OPEN) {
        ask(now.question());
      }
    } else {
      end();
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

  private void end() {
    var begun = run;
    run = null;
    if (begun != null) {
      begun.work().cancel();
    }
  }

  private void ask(Question question) {
    boolean isAsked = run != null && run.question().equals(question);
    boolean isAnswered = answered != null && answered.question().equals(question);
    if (isAsked || isAnswered) {
      return;
    }
    end();
    message.set("");
    var work =
        new LayersRun(
            question,
            background,
            layers -> fxThread.execute(() -> take(question, layers)),
            reason -> fxThread.execute(() -> fail(question, reason)));
    run = new Run(question, work);
    onWork.accept(work);
  }

  private boolean isLatest(Question question) {
    return run != null && run.question().equals(question);
  }

  private void take(Question question, Layers layers) {
    if (isLatest(question)) {
      run = null;
      answered = new Answered(question, layers);
      update();
    }
  }

  private void fail(Question question, String reason) {
    if (isLatest(question)) {
      run = null;
      answered = null;
      message.set(reason);
      draw();
      tell();
    }
  }

  /// Makes the picture of the layers that came last. While those of a newer answer are computed, it
  /// stays, marked as stale.
  private void draw() {
    var now = asked;
    var have = answered;
    if (now == null || have == null) {
      picture.set(null);
      stale.set(false);
    } else if (have.question().equals(now.question())) {
      picture.set(
          LayersPictures.of(
              have.layers(), now.ranked(), now.watched(), now.vocabulary(), unit.get()));
      stale.set(false);
    } else {
      stale.set(true);
    }
    lens.set(looked().map(LayersViewModel::words).orElse(""));
  }

  private static String words(Looked looked) {
    return "layer " + looked.layer() + " of " + looked.layers().last() + ", logit lens";
  }

  private void lookedElsewhere() {
    draw();
    tell();
  }

  // The layer that is looked at

  /// A layer before the last one, whose distribution is shown in place of the model's own.
  public record Looked(Layers layers, int layer) {

    public Logits logits() {
      return layers.list().get(layer).distribution().logits();
    }
  }

  /// The layer that is looked at, if it belongs to the shown answer.
  public Optional<Looked> looked() {
    var now = asked;
    var have = answered;
    var number = layer.get();
    if (now == null || have == null || number == null || !isShown()) {
      return Optional.empty();
    }
    boolean belongs = have.question().equals(now.question());
    return belongs && number < have.layers().last()
        ? Optional.of(new Looked(have.layers(), number))
        : Optional.empty();
  }

  /// True while a layer is looked at whose distribution for the shown answer is being computed.
  public boolean isWaiting() {
    var number = layer.get();
    return number != null && isShown() && run != null;
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
  public LayersCopy copy() {
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

  /// The reason why this answer has no layers; empty if there is none.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The name of the layer whose distribution is shown; empty for the model's own.
  public ReadOnlyStringProperty lensProperty() {
    return lens.getReadOnlyProperty();
  }
}
