package kelvin.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import kelvin.display.BarScale;
import kelvin.display.Compared;
import kelvin.display.DifferenceOf;
import kelvin.display.InformationUnit;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.engine.SidePredictions;
import kelvin.engine.SlicedWork;
import kelvin.engine.pair.ModelComparison.Next;
import kelvin.prompt.ComposedPrompt;
import kelvin.text.Vocabulary;
import kelvin.ui.compare.model.SideModels;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.comparison.Comparison;
import org.jspecify.annotations.Nullable;

/// Compares two prompts, each under its own sampling, by the next token, by labels or by whole
/// answers. At first A is the playground's prompt.
public final class CompareViewModel {

  private final PlaygroundSide playground;
  private final SideViewModel a;
  private final SideViewModel b;
  private final SideModels models;
  private final SideDifference difference;
  private final SideCharacters characters;
  private final PairedAnswersViewModel pairedAnswers;
  private final PairedModels pairedModels;
  private final ReadOnlyObjectWrapper<Comparison> comparison =
      new ReadOnlyObjectWrapper<>(this, "comparison", Comparison.NONE);
  private final SharedTokens sharing = new SharedTokens();
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final ObjectProperty<Compared> compared =
      new SimpleObjectProperty<>(this, "compared", Compared.TOKEN);
  private final BooleanBinding oneIsEmpty;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);

  /// True while several parts of the sides are being set.
  private boolean restoring;

  /// @param engine runs work of low priority
  /// @param background computes differences
  public CompareViewModel(
      PlaygroundSide playground,
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread) {
    this.playground = playground;
    models = new SideModels(playground.model(), engine, fxThread);
    var predictions = new SidePredictions(engine, playground.model().rows().memory(), _ -> {});
    a = new SideViewModel(playground, models.a(), predictions, engine, background, fxThread);
    b = new SideViewModel(playground, models.b(), predictions, engine, background, fxThread);
    a.setKnown(request -> known(request, b));
    b.setKnown(request -> known(request, a));
    difference = new SideDifference(background, fxThread);
    characters = new SideCharacters(background, fxThread);
    pairedAnswers = new PairedAnswersViewModel(a, b, fxThread);
    pairedModels = new PairedModels(playground, models, a, b, () -> new ToolRun(engine, fxThread));
    pairedModels.follow(shown, compared);
    oneIsEmpty = a.textProperty().isEmpty().or(b.textProperty().isEmpty());
    a.followsPromptProperty().set(true);
    for (var side : sides()) {
      side.comparedProperty().bind(compared);
      side.shownProperty().bind(shown);
      side.pictureProperty().subscribe((_, _) -> compare());
      side.textProperty().subscribe((_, _) -> changed());
      side.followsPromptProperty().subscribe((_, _) -> changed());
      side.followsSamplingProperty().subscribe((_, _) -> changed());
      side.sampling().chainProperty().subscribe((_, _) -> changed());
      side.model().chosenProperty().subscribe((_, _) -> changed());
    }
    shown.subscribe((_, _) -> compare());
    shown.subscribe(models::setShown);
    difference.ofProperty().subscribe((_, _) -> compare());
    changed();
  }

  private List<SideViewModel> sides() {
    return List.of(a, b);
  }

  /// An answer that the playground or the other side already has needs no run.
  private Optional<Prediction> known(PredictionRequest request, SideViewModel other) {
    var asking = other == a ? b : a;
    if (!asking.isOnPlaying()) {
      return Optional.empty();
    }
    return playground
        .answer()
        .filter(answer -> answer.request().equals(request))
        .or(() -> other.isOnPlaying() ? other.answerTo(request) : Optional.empty());
  }

  /// Takes over the vocabulary of another model and asks again.
  ///
  /// @param logitCount the number of tokens that have a logit
  public void setVocabulary(Vocabulary words, int logitCount) {
    difference.clear();
    for (var side : sides()) {
      if (side.isOnPlaying()) {
        side.forget();
      }
    }
    for (var side : sides()) {
      side.setVocabulary(words, logitCount);
    }
    pairedModels.playingChanged();
  }

  /// Removes the numbers of a model that is no longer open.
  public void forget() {
    for (var side : sides()) {
      if (side.isOnPlaying()) {
        side.forget();
      }
    }
  }

  // Commands

  /// Gives a side another model, or the playground's. A side without a prompt takes the
  /// playground's, so that there is something to compare.
  ///
  /// @param place a model folder or one `.onnx` file in it; empty for the playground's model
  public void choose(SideViewModel side, Optional<Path> place) {
    playground.act(
        "the model of a side",
        () -> {
          models.choose(side.model(), place);
          if (place.isPresent() && side.textProperty().get().isEmpty()) {
            side.followsPromptProperty().set(true);
          }
        });
  }

  /// Copies the playground's prompt to a side, where it can be changed.
  public void takePrompt(SideViewModel side) {
    take("taking the prompt", side, playground.trial().getValue().prompt().render());
  }

  /// Copies the playground's prompt without its examples to a side.
  public void takeZeroShot(SideViewModel side) {
    take("zero-shot", side, playground.withoutExamples());
  }

  private void take(String name, SideViewModel side, String text) {
    boolean isWhole = SidePrompt.isWhole(playground.trial().getValue().prompt());
    playground.act(name, () -> side.own(text, isWhole));
  }

  /// Makes the prompt of a side the playground's, and its sampling if the side has its own.
  public void send(SideViewModel side) {
    var state = side.state();
    playground.act(
        "sending to the playground",
        () -> {
          state.prompt().ifPresent(playground::replacePrompt);
          state.sampling().ifPresent(own -> playground.chain().restore(own.preset(), own.chain()));
        });
  }

  /// Exchanges the sides.
  public void swap() {
    playground.act("swapping the sides", () -> restore(new Comparison(b.state(), a.state())));
  }

  /// Compares two texts, each with the sampling that its side has.
  public void compare(String textOfA, String textOfB) {
    playground.act(
        "texts to compare",
        () -> {
          a.own(textOfA, false);
          b.own(textOfB, false);
        });
  }

  /// Compares the playground's prompt, which becomes side A, with another one.
  ///
  /// @param name of the change in the history
  public void compareWith(ComposedPrompt other, String name) {
    playground.act(
        name,
        () -> {
          a.followsPromptProperty().set(true);
          b.own(other.render(), SidePrompt.isWhole(other));
        });
  }

  /// Sets both sides, as a session or the history has them.
  public void restore(Comparison wanted) {
    restoring = true;
    a.restore(wanted.a());
    b.restore(wanted.b());
    restoring = false;
    changed();
  }

  private void changed() {
    if (!restoring) {
      models.settle();
      comparison.set(new Comparison(a.state(), b.state()));
    }
  }

  private void compare() {
    var one = a.pictureProperty().get();
    var other = b.pictureProperty().get();
    var words = a.vocabulary();
    var otherWords = b.vocabulary();
    if (!shown.get() || words == null || otherWords == null || one == null || other == null) {
      difference.clear();
      characters.clear();
    } else if (sharesTokens()) {
      characters.clear();
      difference.ask(one.distribution(), other.distribution(), words);
    } else {
      difference.clear();
      characters.ask(
          new SideCharacters.Row(a.logits().orElseThrow(), words),
          new SideCharacters.Row(b.logits().orElseThrow(), otherWords));
    }
  }

  /// True if both sides' models give the same token the same id, as far as both have it.
  boolean sharesTokens() {
    return sharing.areShared(a.vocabulary(), b.vocabulary());
  }

  // Properties

  public SideViewModel a() {
    return a;
  }

  public SideViewModel b() {
    return b;
  }

  /// The answers of both sides, row by row.
  public PairedAnswersViewModel pairedAnswers() {
    return pairedAnswers;
  }

  PlaygroundSide playground() {
    return playground;
  }

  /// Both sides as the history and sessions keep them.
  public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /// The difference from A to B; null while one of them is missing.
  public ReadOnlyObjectProperty<@Nullable DifferencePicture> differenceProperty() {
    return difference.pictureProperty();
  }

  /// The distributions whose difference is shown.
  public ObjectProperty<DifferenceOf> differenceOfProperty() {
    return difference.ofProperty();
  }

  /// The numbers that are looked at.
  public ObjectProperty<Compared> comparedProperty() {
    return compared;
  }

  /// True while one of the prompts is empty, so that there is nothing to compare.
  ObservableBooleanValue oneIsEmpty() {
    return oneIsEmpty;
  }

  /// What compares both sides' models over whole texts.
  public PairedModels pairedModels() {
    return pairedModels;
  }

  /// The models of the sides.
  public SideModels models() {
    return models;
  }

  /// The next characters, where the models have different tokens; null where tokens are compared.
  public ReadOnlyObjectProperty<@Nullable Next> charactersProperty() {
    return characters.nextProperty();
  }

  /// The scale of both sides, absolute or logarithmic, so that bars can be compared across.
  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The unit of entropies and divergences, which is the playground's.
  public ObservableValue<InformationUnit> unit() {
    return playground.unit();
  }

  /// True if the comparison is visible. Only then do the prompts run.
  public BooleanProperty shownProperty() {
    return shown;
  }
}
