package kelvin.ui.compare.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.engine.PredictionRequest;
import kelvin.engine.draw.DrawSteps;
import kelvin.engine.pair.PairWork;
import kelvin.engine.pair.PairWork.Asked;
import kelvin.engine.pair.PairWork.Done;
import kelvin.ui.work.ToolRun;
import org.jspecify.annotations.Nullable;

/// The comparison of both sides' models over a text. It begins by itself when a text or a model
/// changes, waits for all other work, and can be stopped.
public final class TextPairViewModel {

  private final ToolRun run;
  private final ObservableValue<InformationUnit> unit;
  private final Consumer<Optional<PredictionRequest>> onLook;
  private final ObjectProperty<TextOf> textOf =
      new SimpleObjectProperty<>(this, "textOf", TextOf.A);
  private final ObjectProperty<TextShade> shade =
      new SimpleObjectProperty<>(this, "shade", TextShade.KL);
  private final ReadOnlyObjectWrapper<@Nullable Done> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final IntegerProperty position = new SimpleIntegerProperty(this, "position", -1);
  private final ObservableValue<DrawSteps.Settings> draws;
  private final ReadOnlyStringWrapper drawsSentence =
      new ReadOnlyStringWrapper(this, "drawsSentence", "");
  private @Nullable Asked asked;

  /// @param draws how both models draw; another one counts from the next comparison on, because no
  ///     slider runs a model
  /// @param onLook gets the request for the distribution before a token; the same text on both
  ///     sides
  public TextPairViewModel(
      ObservableValue<InformationUnit> unit,
      ObservableValue<DrawSteps.Settings> draws,
      ToolRun run,
      Consumer<Optional<PredictionRequest>> onLook) {
    this.unit = unit;
    this.onLook = onLook;
    this.run = run;
    this.draws = draws;
    result.subscribe(_ -> position.set(-1));
    result.subscribe(_ -> sayDraws());
    draws.subscribe(_ -> sayDraws());
  }

  private void sayDraws() {
    var done = result.get();
    drawsSentence.set(
        done == null
                || done.comparison().text().isEmpty()
                || done.asked().draws().equals(draws.getValue())
            ? ""
            : "The sampling, the seed or the way to draw has changed since; Compare again draws with"
                + " it.");
  }

  /// Compares over a text, unless it is compared or being compared.
  ///
  /// @param wanted empty if there is no text, or a model is not open
  public void ask(Optional<Asked> wanted) {
    if (wanted.isEmpty() || wanted.get().text().isEmpty()) {
      asked = null;
      run.cancel();
      result.set(null);
    } else if (!wanted.get().equals(asked)) {
      asked = wanted.get();
      start();
    }
  }

  /// Begins the comparison again, with the draws of now.
  public void start() {
    if (asked == null) {
      return;
    }
    var wanted = asked.drawing(draws.getValue());
    asked = wanted;
    progress.set(0);
    run.begin(
        failed ->
            new PairWork(
                wanted,
                run.<Double>latest(progress::set)::accept,
                run.each(
                    done -> {
                      run.end();
                      result.set(done);
                    }),
                failed));
  }

  /// Stops the comparison. What an earlier one found stays.
  public void cancel() {
    run.cancel();
  }

  /// Stops what runs because nobody looks; it begins again at the next look.
  public void leave() {
    if (run.runningProperty().get()) {
      run.cancel();
      asked = null;
    }
  }

  /// Shows both distributions before a token of the text.
  ///
  /// @param at the position of the token
  public void look(int at) {
    var done = result.get();
    position.set(at);
    if (done != null && at > 0) {
      onLook.accept(
          Optional.of(
              new PredictionRequest(
                  done.asked().text(),
                  List.of(),
                  OptionalInt.of(at - 1),
                  done.asked().startToken())));
    }
  }

  // Properties

  /// The text over which the models are compared.
  public ObjectProperty<TextOf> textOfProperty() {
    return textOf;
  }

  /// The measure that shades the strip.
  public ObjectProperty<TextShade> shadeProperty() {
    return shade;
  }

  /// The last comparison; null before the first.
  public ReadOnlyObjectProperty<@Nullable Done> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /// The position of the token that is looked at; −1 for none.
  public IntegerProperty positionProperty() {
    return position;
  }

  /// The share that is done, in [0, 1].
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Says that the draws are those of an earlier sampling; empty while they are not.
  ReadOnlyStringProperty drawsSentence() {
    return drawsSentence.getReadOnlyProperty();
  }

  /// The work in the background.
  public ToolRun run() {
    return run;
  }

  ObservableValue<InformationUnit> unit() {
    return unit;
  }
}
