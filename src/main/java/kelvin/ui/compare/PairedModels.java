package kelvin.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.Compared;
import kelvin.distribution.SamplerChain;
import kelvin.engine.PredictionRequest;
import kelvin.engine.draw.DrawSteps;
import kelvin.engine.pair.PairWork;
import kelvin.ui.compare.model.SideModels;
import kelvin.ui.compare.precision.ExportsViewModel;
import kelvin.ui.compare.text.TextOf;
import kelvin.ui.compare.text.TextPairViewModel;
import kelvin.ui.model.beside.PlayingExports;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.command.CompareCommandLine;

/// The comparisons of models over whole texts: those of the sides, and the exports of one folder.
/// They run only while somebody looks.
public final class PairedModels {

  private final PlaygroundSide playground;
  private final SideModels models;
  private final SideViewModel a;
  private final SideViewModel b;

  /// The sampling of side A with the way to draw and the seed of the playground.
  private final ObservableValue<DrawSteps.Settings> draws;

  private final TextPairViewModel overText;
  private final ExportsViewModel exports;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private final ObjectProperty<Compared> compared =
      new SimpleObjectProperty<>(this, "compared", Compared.TOKEN);
  private final ReadOnlyBooleanWrapper twoModels =
      new ReadOnlyBooleanWrapper(this, "twoModels", false);
  private final ReadOnlyObjectWrapper<Optional<PredictionRequest>> looked =
      new ReadOnlyObjectWrapper<>(this, "looked", Optional.empty());

  /// @param run makes what runs the work of one comparison
  PairedModels(
      PlaygroundSide playground,
      SideModels models,
      SideViewModel a,
      SideViewModel b,
      Supplier<ToolRun> run) {
    this.playground = playground;
    this.models = models;
    this.a = a;
    this.b = b;
    var ofPlayground = playground.draws();
    draws =
        Bindings.createObjectBinding(
            () -> drawing(a.sampling().chainProperty().get(), ofPlayground.getValue()),
            a.sampling().chainProperty(),
            ofPlayground);
    overText = new TextPairViewModel(playground.unit(), draws, run.get(), this::look);
    exports =
        new ExportsViewModel(
            models,
            playground.unit(),
            run.get(),
            () ->
                new ExportsViewModel.Text(
                    a.textProperty().get(), a.startToken(), draws.getValue()));
    for (var side : List.of(a, b)) {
      side.textProperty().subscribe((_, _) -> lookAtEnd());
      side.textProperty().subscribe((_, _) -> ask());
      side.model().runsOnProperty().subscribe((_, _) -> modelsChanged());
    }
    shown.subscribe((_, _) -> ask());
    compared.subscribe((_, _) -> ask());
    overText.textOfProperty().subscribe((_, _) -> ask());
    playground.startToken().subscribe((_, _) -> ask());
  }

  /// Follows the page.
  ///
  /// @param page whether the page is visible
  /// @param what the numbers that are looked at; a look at a position changes it
  void follow(BooleanProperty page, ObjectProperty<Compared> what) {
    shown.bind(page);
    compared.bindBidirectional(what);
  }

  /// The playground has another model, so that all has to be compared again.
  void playingChanged() {
    overText.ask(Optional.empty());
    modelsChanged();
  }

  private void modelsChanged() {
    lookAtEnd();
    twoModels.set(!models.a().runsOnProperty().get().equals(models.b().runsOnProperty().get()));
    ask();
  }

  private void ask() {
    if (shown.get() && compared.get() == Compared.TEXT) {
      overText.ask(wanted());
    } else {
      overText.leave();
    }
  }

  private Optional<PairWork.Asked> wanted() {
    var runsA = models.a().runsOnProperty().get();
    var runsB = models.b().runsOnProperty().get();
    if (!twoModels.get() || !runsA.ready() || !runsB.ready() || a.vocabulary() == null) {
      return Optional.empty();
    }
    var text = overText.textOfProperty().get();
    return Optional.of(
        new PairWork.Asked(
            switch (text) {
              case A -> a.textProperty().get();
              case B -> b.textProperty().get();
              case PLAYGROUND -> playground.runningText();
            },
            text == TextOf.B ? b.startToken() : a.startToken(),
            runsA.beside(),
            runsB.beside(),
            draws.getValue()));
  }

  private static DrawSteps.Settings drawing(SamplerChain sampling, DrawSteps.Settings playground) {
    return new DrawSteps.Settings(sampling, playground.mode(), playground.seed());
  }

  // Looking inside a text

  /// Shows both distributions at a place inside one text.
  private void look(Optional<PredictionRequest> place) {
    looked.set(place);
    a.look(place);
    b.look(place);
    if (place.isPresent()) {
      compared.set(Compared.TOKEN);
    }
  }

  /// Shows the distributions at the ends of the prompts again.
  void lookAtEnd() {
    if (looked.get().isPresent()) {
      look(Optional.empty());
    }
  }

  /// Says which place inside a text both sides show; empty for the ends of the prompts.
  ObservableValue<String> placeWords() {
    return looked.map(
        place -> place.map(at -> "before token " + (at.position().orElse(0) + 1)).orElse(""));
  }

  // Commands

  /// The command that gives the numbers of the last comparison over a text; empty before it.
  Optional<CompareCommandLine> commandOverText() {
    return Optional.ofNullable(overText.resultProperty().get())
        .map(
            done ->
                CompareCommands.of(
                    models,
                    done,
                    models.a().chosenProperty().get().map(Path::of),
                    List.of(models.b().chosenProperty().get().map(Path::of))));
  }

  /// The command that gives the numbers of the exports; empty before one was compared.
  Optional<CompareCommandLine> commandOfExports() {
    var done = exports.comparisons();
    return done.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CompareCommands.of(
                models,
                done.getFirst(),
                models.exports().graph(),
                done.stream()
                    .map(each -> each.comparison().against().descriptor())
                    .map(PlayingExports::graphOf)
                    .map(Optional::of)
                    .toList()));
  }

  // Parts

  /// Both sides' models over a text.
  public TextPairViewModel overText() {
    return overText;
  }

  /// The exports of the playground's model over a text.
  public ExportsViewModel exports() {
    return exports;
  }

  /// True while the sides run on different models.
  ReadOnlyBooleanProperty twoModelsProperty() {
    return twoModels.getReadOnlyProperty();
  }
}
