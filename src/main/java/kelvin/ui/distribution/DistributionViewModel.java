package kelvin.ui.distribution;

import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
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
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import kelvin.ui.control.BarScale;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Mark;
import org.jspecify.annotations.Nullable;

/// The distribution on show: what the bars and the curve picture.
public final class DistributionViewModel {

  private final ReadOnlyObjectWrapper<@Nullable DistributionPicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture");
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final DoubleProperty topP = new SimpleDoubleProperty(this, "topP", 1);
  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
  private final StringProperty heading = new SimpleStringProperty(this, "heading", "");
  private final StringProperty message = new SimpleStringProperty(this, "message", "");
  private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale", false);
  private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
  private final ReadOnlyObjectWrapper<@Nullable Vocabulary> vocabulary =
      new ReadOnlyObjectWrapper<>(this, "vocabulary");
  private final BarsViewModel bars = new BarsViewModel();
  private final TemperatureFilmViewModel film;
  private final PinViewModel pin;
  private final FindViewModel find;
  private final PlotsViewModel plots;
  private IntConsumer onForce = _ -> {};
  private DoubleConsumer onTemperature = _ -> {};
  private DoubleConsumer onTopP = _ -> {};

  /// @param background where the film is computed
  public DistributionViewModel(Executor background, Executor fxThread) {
    film = new TemperatureFilmViewModel(background, fxThread);
    pin = new PinViewModel(background, fxThread);
    plots = new PlotsViewModel(film, pin);
    find = new FindViewModel(background, fxThread, rank -> bars.selectedRankProperty().set(rank));
    topP.subscribe(p -> film.cutAt(p.doubleValue()));
  }

  /// The tokens of the model whose logits come next.
  public void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary.set(vocabulary);
    bars.setVocabulary(vocabulary);
    find.setVocabulary(vocabulary);
    pin.setVocabulary(vocabulary);
  }

  /// Keeps the distribution on show as a ghost behind what comes.
  public void pin() {
    pin.pin(heading.get() + ", position " + position.get());
  }

  /// Shows a distribution with its temperature and its cut.
  public void show(TruncatedDistribution distribution, IntFunction<String> tokenText, Mark mark) {
    var shown = new DistributionPicture(distribution, tokenText, mark);
    var logits = shown.own().logits();
    film.show(logits);
    temperature.set(distribution.scaled().temperature());
    topP.set(distribution.topP());
    message.set("");
    bars.show(shown);
    pin.show(distribution.scaled());
    picture.set(shown);
    find.show(logits);
  }

  /// Shows a sentence where the picture was.
  public void showMessage(String sentence) {
    picture.set(null);
    bars.show(null);
    pin.show(null);
    message.set(sentence);
  }

  /// A token was chosen by its rank.
  public void force(int rank) {
    onForce.accept(rank);
  }

  public void setOnForce(IntConsumer onForce) {
    this.onForce = onForce;
  }

  /// The line was dragged; whoever owns the parameter decides.
  public void proposeTopP(double value) {
    onTopP.accept(value);
  }

  /// The film's cursor was dragged; whoever owns the parameter decides.
  public void proposeTemperature(double value) {
    onTemperature.accept(value);
  }

  public void setOnTemperature(DoubleConsumer onTemperature) {
    this.onTemperature = onTemperature;
  }

  /// How the bars are looked at.
  public BarsViewModel bars() {
    return bars;
  }

  /// The line that goes to a token.
  public FindViewModel find() {
    return find;
  }

  /// Which plots stand below the bars.
  public PlotsViewModel plots() {
    return plots;
  }

  /// The pinned distribution.
  public PinViewModel pinned() {
    return pin;
  }

  /// Probabilities against temperature.
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

  /// The line in the curve; 1 is off.
  public DoubleProperty topPProperty() {
    return topP;
  }

  /// The τ of the filled bars.
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /// What the distribution is about, such as `after “… a little”`.
  public StringProperty headingProperty() {
    return heading;
  }

  /// The position that the distribution is of, 0-based.
  public IntegerProperty positionProperty() {
    return position;
  }

  /// The tokens; null before the first model.
  public ReadOnlyObjectProperty<@Nullable Vocabulary> vocabularyProperty() {
    return vocabulary.getReadOnlyProperty();
  }

  /// Why there is no distribution, or empty.
  public StringProperty messageProperty() {
    return message;
  }

  /// Whether the picture is of an older prompt than the one in the editor.
  public BooleanProperty staleProperty() {
    return stale;
  }
}
