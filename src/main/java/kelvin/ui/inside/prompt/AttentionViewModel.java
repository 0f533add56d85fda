package kelvin.ui.inside.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.Attention;
import kelvin.engine.inside.InsidePart;
import kelvin.inference.InnerRuns;
import kelvin.prompt.FewShotPrompt;
import kelvin.ui.inside.copy.CopyViewModel;
import kelvin.ui.text.TokenShades;
import org.jspecify.annotations.Nullable;

/// The attention from the position whose next token is shown, by a layer and a head or their means.
public final class AttentionViewModel {

  private final CopyViewModel<InnerRuns> copy;
  private final Function<String, Optional<FewShotPrompt>> fewShot;
  private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
  private final IntegerProperty head = new SimpleIntegerProperty(this, "head");
  private final BooleanProperty withoutStart = new SimpleBooleanProperty(this, "withoutStart");
  private final ReadOnlyIntegerWrapper layerCount = new ReadOnlyIntegerWrapper(this, "layerCount");
  private final ReadOnlyIntegerWrapper headCount = new ReadOnlyIntegerWrapper(this, "headCount");
  private final ReadOnlyObjectWrapper<TokenShades> shades =
      new ReadOnlyObjectWrapper<>(this, "shades", TokenShades.NONE);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyObjectWrapper<Map<Integer, Double>> byExample =
      new ReadOnlyObjectWrapper<>(this, "byExample", Map.of());
  private boolean shown;
  private @Nullable Prediction looked;

  /// The answer whose attention is being computed; null for none.
  private @Nullable Prediction asked;

  private @Nullable AttentionReading known;

  /// @param fewShot the few-shot prompt that makes a text, if that is how the text is made
  AttentionViewModel(
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      Function<String, Optional<FewShotPrompt>> fewShot) {
    copy = new CopyViewModel<>(engine, background, fxThread, InsidePart.ATTENTION);
    this.fewShot = fewShot;
    layer.subscribe((_, _) -> show());
    head.subscribe((_, _) -> show());
    withoutStart.subscribe((_, _) -> show());
    copy.stateProperty().subscribe((_, _) -> ask());
  }

  // Events

  void modelOpened() {
    forget();
    copy.modelOpened();
  }

  void forget() {
    removed();
    copy.forget();
  }

  void setShown(boolean now) {
    shown = now;
    if (!now) {
      asked = null;
    }
    copy.setShown(now);
    ask();
  }

  /// Takes the answer that is visible.
  void look(Prediction answer) {
    looked = answer;
    if (known != null && !isBeginning(known.of(), answer) && !isBeginning(answer, known.of())) {
      clearShades();
    }
    ask();
  }

  /// There is no answer any more.
  void removed() {
    looked = null;
    outdate();
    clear();
  }

  /// The text has changed, and another answer will come.
  void outdate() {
    asked = null;
    copy.cancelRun();
  }

  private static boolean isBeginning(Prediction some, Prediction other) {
    return some.tokens().size() <= other.tokens().size()
        && ids(some.tokens()).equals(ids(other.tokens().subList(0, some.tokens().size())));
  }

  private static List<Integer> ids(List<ContextToken> tokens) {
    return tokens.stream().map(ContextToken::id).toList();
  }

  // Asking

  private void ask() {
    var answer = looked;
    var running = asked;
    if (!shown || answer == null || copy.stateProperty().get() != CopyViewModel.State.OPEN) {
      return;
    }
    // While a text grows, a run that is never finished would show nothing.
    boolean grows =
        running != null && running.position() < answer.position() && isBeginning(running, answer);
    if (answer.equals(running) || grows || (known != null && known.of().equals(answer))) {
      return;
    }
    asked = answer;
    int[] ids =
        answer.tokens().subList(0, answer.position() + 1).stream()
            .mapToInt(ContextToken::id)
            .toArray();
    copy.run(
        (runs, cancellation) ->
            Attention.of(runs.run(ids, cancellation), ids.length, answer.logits().toArray()),
        attention -> take(new AttentionReading(answer, attention)),
        this::failed);
  }

  private void failed() {
    asked = null;
    clear();
  }

  private void take(AttentionReading reading) {
    asked = null;
    known = reading;
    int layers = reading.attention().layerCount();
    if (layer.get() > layers) {
      layer.set(AttentionReading.MEAN);
    }
    layerCount.set(layers);
    show();
    ask();
  }

  // Showing

  private void show() {
    var reading = known;
    if (reading == null) {
      return;
    }
    int heads = reading.headCount(layer.get());
    headCount.set(heads);
    if (head.get() > heads) {
      head.set(AttentionReading.MEAN);
      return;
    }
    var chosen = reading.row(layer.get(), head.get(), withoutStart.get());
    shades.set(reading.shades(chosen));
    sentence.set(reading.sentence(chosen));
    byExample.set(
        fewShot
            .apply(reading.of().request().prompt())
            .map(prompt -> reading.byExample(prompt, chosen))
            .orElse(Map.of()));
  }

  /// Takes the shades away, which belong to another text. The sentence stays until the next one, so
  /// that nothing moves.
  private void clearShades() {
    known = null;
    shades.set(TokenShades.NONE);
    byExample.set(Map.of());
  }

  private void clear() {
    clearShades();
    sentence.set("");
  }

  // Properties

  /// From 1; 0 for the mean of all layers.
  public IntegerProperty layerProperty() {
    return layer;
  }

  /// From 1; 0 for the mean of all heads.
  public IntegerProperty headProperty() {
    return head;
  }

  /// True if the first token is left out and the others sum to 1.
  public BooleanProperty withoutStartProperty() {
    return withoutStart;
  }

  /// The number of layers with attention; 0 before the first answer.
  ReadOnlyIntegerProperty layerCountProperty() {
    return layerCount.getReadOnlyProperty();
  }

  /// The number of heads of the chosen layer; 0 before the first answer.
  ReadOnlyIntegerProperty headCountProperty() {
    return headCount.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<TokenShades> shadesProperty() {
    return shades.getReadOnlyProperty();
  }

  /// The sentence about the tokens with the most weight; empty before the first answer.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// The weight of each example of a few-shot prompt, by its place, 0-based.
  public ReadOnlyObjectProperty<Map<Integer, Double>> byExampleProperty() {
    return byExample.getReadOnlyProperty();
  }

  CopyViewModel<InnerRuns> copy() {
    return copy;
  }
}
