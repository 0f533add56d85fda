package kelvin.ui.inside.prompt;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.engine.Prediction;
import kelvin.engine.SlicedWork;
import kelvin.prompt.FewShotPrompt;
import kelvin.ui.text.TokenShades;

/// The shadings of the prompt that come from inside the model. None costs anything until it is
/// chosen.
public final class InnerShadings {

  private final AttentionViewModel attention;
  private final GradientViewModel gradient;
  private final ObservableValue<TokenShades> shades;
  private final ObservableValue<Map<Integer, Double>> byExample;
  private Consumer<SlicedWork> onWork = _ -> {};

  /// @param shading the chosen one
  /// @param unit of log-probabilities
  /// @param background opens and runs copies of the model, one task at a time
  /// @param fewShot the few-shot prompt that makes a text, if that is how the text is made
  public InnerShadings(
      ObjectProperty<Shading> shading,
      ObservableValue<InformationUnit> unit,
      Executor background,
      Executor fxThread,
      Function<String, Optional<FewShotPrompt>> fewShot) {
    Consumer<SlicedWork> engine = work -> onWork.accept(work);
    attention = new AttentionViewModel(engine, background, fxThread, fewShot);
    gradient = new GradientViewModel(engine, background, fxThread);
    gradient.unitProperty().bind(unit);
    shades =
        shading
            .flatMap(
                now ->
                    switch (now) {
                      case ATTENTION -> attention.shadesProperty();
                      case GRADIENT -> gradient.shadesProperty();
                      default -> null;
                    })
            .orElse(TokenShades.NONE);
    byExample =
        shading
            .flatMap(now -> now == Shading.ATTENTION ? attention.byExampleProperty() : null)
            .orElse(Map.of());
    shading.subscribe(
        now -> {
          attention.setShown(now == Shading.ATTENTION);
          gradient.setShown(now == Shading.GRADIENT);
        });
  }

  /// Sets the receiver of work on the model. Called once.
  public void setOnWork(Consumer<SlicedWork> onWork) {
    this.onWork = onWork;
  }

  /// Another model is open.
  ///
  /// @param words the text of each of its tokens, for display
  public void modelOpened(IntFunction<String> words) {
    attention.modelOpened();
    gradient.modelOpened(words);
  }

  /// Closes the copies of the model, because it is closed or the window is.
  public void forget() {
    attention.forget();
    gradient.forget();
  }

  /// Takes the answer that is visible.
  public void look(Prediction answer) {
    attention.look(answer);
    gradient.look(answer);
  }

  /// There is no answer any more.
  public void removed() {
    attention.removed();
    gradient.removed();
  }

  /// The text has changed, and another answer will come.
  public void outdate() {
    attention.outdate();
    gradient.outdate();
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

  public AttentionViewModel attention() {
    return attention;
  }

  public GradientViewModel gradient() {
    return gradient;
  }
}
