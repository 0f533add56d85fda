package kelvin.ui.distribution;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.distribution.layers.LayersViewModel;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Mark;
import org.jspecify.annotations.Nullable;

/// The visible distribution, as the bars and the plots show it.
public final class DistributionViewModel {

  private final ReadOnlyObjectWrapper<@Nullable DistributionPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final DoubleProperty topP = new SimpleDoubleProperty(this, "topP", 1);
  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
  private final StringProperty heading = new SimpleStringProperty(this, "heading", "");
  private final StringProperty message = new SimpleStringProperty(this, "message", "");
  private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale", false);
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing", false);
  private final BooleanProperty lensWaits = new SimpleBooleanProperty(this, "lensWaits", false);
  private final BooleanBinding pale = stale.or(lensWaits).and(playing.not());
  private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
  private final ReadOnlyObjectWrapper<@Nullable Vocabulary> vocabulary =
      new ReadOnlyObjectWrapper<>(this, "vocabulary");
  private final BarsViewModel bars = new BarsViewModel();
  private final TemperatureFilmViewModel film;
  private final PinViewModel pin;
  private final FindViewModel find;
  private final PlotsViewModel plots;
  private final LayersViewModel layers;
  private final WholeAnswersViewModel answers;
  private IntConsumer onForce = _ -> {};
  private IntConsumer onNear = _ -> {};
  private DoubleConsumer onTemperature = _ -> {};
  private DoubleConsumer onTopP = _ -> {};

  /// @param background computes the film
  /// @param copies opens and runs second copies of the model
  public DistributionViewModel(Executor background, Executor copies, Executor fxThread) {
    film = new TemperatureFilmViewModel(background, fxThread);
    pin = new PinViewModel(background, fxThread);
    layers = new LayersViewModel(copies, fxThread);
    layers.unitProperty().bind(unit);
    layers.pausedProperty().bind(playing);
    plots = new PlotsViewModel(film, layers, pin);
    answers = new WholeAnswersViewModel(fxThread);
    find = new FindViewModel(background, fxThread, rank -> bars.selectedRankProperty().set(rank));
    unit.subscribe((_, _) -> showAgain());
    topP.subscribe(p -> film.cutAt(p.doubleValue()));
    pin.pinnedProperty()
        .subscribe(
            kept -> {
              if (kept == null) {
                answers.unpin();
              }
            });
  }

  /// Called with the id of a token whose nearest tokens the user wants to see.
  public void setOnNear(IntConsumer onNear) {
    this.onNear = onNear;
  }

  /// Shows the nearest tokens of the token at a rank.
  void showNear(int rank) {
    var shown = picture.get();
    if (shown != null && rank >= 1 && rank <= shown.rows()) {
      onNear.accept(shown.logits().tokenAtRank(rank));
    }
  }

  /// The ids of the most probable tokens on show, the first first; none without an answer.
  public List<Integer> topTokens(int max) {
    var shown = picture.get();
    return shown == null
        ? List.of()
        : IntStream.rangeClosed(1, Math.min(max, shown.rows()))
            .mapToObj(rank -> shown.logits().tokenAtRank(rank))
            .toList();
  }

  /// Takes over the vocabulary of the model whose logits come next.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary.set(vocabulary);
    bars.setVocabulary(vocabulary);
    find.setVocabulary(vocabulary);
    pin.setVocabulary(vocabulary);
  }

  /// Pins the visible distribution and the visible answers. They stay behind the following ones as
  /// ghosts.
  public void pin() {
    var lens = layers.lensProperty().get();
    var layer = lens.isEmpty() ? "" : lens + ", ";
    pin.pin(layer + heading.get() + ", position " + position.get());
    answers.pin();
  }

  /// Shows a distribution at its temperature and with its cut.
  public void show(TruncatedDistribution distribution, IntFunction<String> tokenText, Mark mark) {
    var shown = new DistributionPicture(distribution, tokenText, mark, unit.get());
    var logits = shown.logits();
    film.show(logits);
    temperature.set(distribution.scaled().temperature());
    topP.set(distribution.topP());
    message.set("");
    bars.show(shown);
    pin.show(distribution.scaled());
    picture.set(shown);
    find.show(logits);
  }

  private void showAgain() {
    var shown = picture.get();
    if (shown != null) {
      show(shown.distribution(), shown.tokenText(), shown.mark());
    }
  }

  /// Shows a sentence in place of the distribution.
  public void showMessage(String sentence) {
    picture.set(null);
    bars.show(null);
    pin.show(null);
    message.set(sentence);
  }

  /// Forces the token at a rank of the visible distribution.
  public void force(int rank) {
    var shown = picture.get();
    if (shown != null && rank >= 1 && rank <= shown.rows()) {
      onForce.accept(shown.logits().tokenAtRank(rank));
    }
  }

  /// Called with the id of a token that the user takes as the next one.
  public void setOnForce(IntConsumer onForce) {
    this.onForce = onForce;
  }

  /// Called when the top-p line is dragged; the owner of the parameter decides.
  public void proposeTopP(double value) {
    onTopP.accept(value);
  }

  /// Called when the cursor of the film is dragged; the owner of the parameter decides.
  public void proposeTemperature(double value) {
    onTemperature.accept(value);
  }

  public void setOnTemperature(DoubleConsumer onTemperature) {
    this.onTemperature = onTemperature;
  }

  /// The state of the bars.
  public BarsViewModel bars() {
    return bars;
  }

  /// The search line.
  public FindViewModel find() {
    return find;
  }

  /// The plots below the bars.
  public PlotsViewModel plots() {
    return plots;
  }

  /// The layers of the model, and the one that is looked at.
  public LayersViewModel layers() {
    return layers;
  }

  /// The whole answers that can be shown in place of the next token.
  public WholeAnswersViewModel answers() {
    return answers;
  }

  /// The pinned distribution.
  public PinViewModel pinned() {
    return pin;
  }

  /// The probabilities against temperature.
  public TemperatureFilmViewModel film() {
    return film;
  }

  public void setOnTopP(DoubleConsumer onTopP) {
    this.onTopP = onTopP;
  }

  public ReadOnlyObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The unit of entropies and surprisals in words.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The height of the top-p line in the curve; 1 means off.
  public DoubleProperty topPProperty() {
    return topP;
  }

  /// The τ of the filled bars.
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /// The heading, such as `after “… a little”`.
  public StringProperty headingProperty() {
    return heading;
  }

  /// The position of the distribution, 0-based.
  public IntegerProperty positionProperty() {
    return position;
  }

  /// The vocabulary; null before the first model.
  public ReadOnlyObjectProperty<@Nullable Vocabulary> vocabularyProperty() {
    return vocabulary.getReadOnlyProperty();
  }

  /// The reason why there is no distribution, or empty.
  public StringProperty messageProperty() {
    return message;
  }

  /// True if the distribution belongs to an older prompt than the one in the editor.
  public BooleanProperty staleProperty() {
    return stale;
  }

  /// True while the distribution of the layer that is looked at is computed.
  public BooleanProperty lensWaitsProperty() {
    return lensWaits;
  }

  /// True while tokens are drawn one after another.
  public BooleanProperty playingProperty() {
    return playing;
  }

  /// True if the distribution looks out of date. While playing, the next answer comes at once, and
  /// a change of colours would only flash.
  public BooleanBinding pale() {
    return pale;
  }
}
