package kelvin.ui.inside.prompt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.Shading;
import kelvin.engine.Prediction;
import kelvin.engine.SlicedWork;
import kelvin.prompt.FewShotPrompt;
import kelvin.ui.text.TokenShades;

/// The shadings of the prompt that come from inside the model. None costs anything until it is
/// chosen.
public final class InnerShadings {

  private final ObjectProperty<Shading> shading;
  private final AttentionViewModel attention;
  private final ObservableValue<TokenShades> shades;
  private final ObservableValue<Map<Integer, Double>> byExample;
  private Consumer<SlicedWork> onWork = _ -> {};

  /// @param shading the chosen one
  /// @param background runs one task at a time
  /// @param fewShot the few-shot prompt that makes a text, if that is how the text is made
  public InnerShadings(
      ObjectProperty<Shading> shading,
      Executor background,
      Executor fxThread,
      Function<String, Optional<FewShotPrompt>> fewShot) {
    this.shading = shading;
    attention = new AttentionViewModel(work -> onWork.accept(work), background, fxThread, fewShot);
    shades = whileChosen(Shading.ATTENTION, attention.shadesProperty()).orElse(TokenShades.NONE);
    byExample = whileChosen(Shading.ATTENTION, attention.byExampleProperty()).orElse(Map.of());
    shading.subscribe(now -> attention.setShown(now == Shading.ATTENTION));
  }

  /// Empty while another shading is chosen.
  private <T> ObservableValue<T> whileChosen(Shading wanted, ObservableValue<T> value) {
    return shading.flatMap(now -> now == wanted ? value : null);
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Another model is open.
  public void modelOpened() {
    attention.modelOpened();
  }

  /// Closes the copies of the model, because it is closed or the window is.
  public void forget() {
    attention.forget();
  }

  /// Takes the answer that is visible.
  public void look(Prediction answer) {
    attention.look(answer);
  }

  /// There is no answer any more.
  public void removed() {
    attention.removed();
  }

  /// The text has changed, and another answer will come.
  public void outdate() {
    attention.outdate();
  }

  /// The shades of the chosen shading; none for one that scores give, and while they are unknown.
  public ObservableValue<TokenShades> shadesProperty() {
    return shades;
  }

  /// The weight that the chosen attention puts on each example of a few-shot prompt, by its place,
  /// 0-based; empty while another shading is chosen.
  public ObservableValue<Map<Integer, Double>> byExampleProperty() {
    return byExample;
  }

  /// The chosen shading.
  ObjectProperty<Shading> shadingProperty() {
    return shading;
  }

  public AttentionViewModel attention() {
    return attention;
  }
}
