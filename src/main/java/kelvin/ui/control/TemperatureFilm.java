package kelvin.ui.control;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import kelvin.distribution.TemperatureSweep;
import org.jspecify.annotations.Nullable;

/// The probabilities of the top tokens and of the watched ones against the temperature, entropy,
/// perplexity and nucleus below them, with the present temperature as a cursor to drag.
public final class TemperatureFilm extends PlotRegion {

  private final ObjectProperty<@Nullable TemperatureSweep> sweep =
      new SimpleObjectProperty<>(this, "sweep");
  private final ObjectProperty<@Nullable DistributionPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
  private final FilmPainter painter = new FilmPainter(this);
  private @Nullable FilmLines film;
  private String handle = "";
  private DoubleConsumer onTemperature = _ -> {};

  public TemperatureFilm() {
    super("temperature-film");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Probabilities against temperature");
    setMinSize(240, 100);
    setPrefSize(640, 176);
    setCursor(Cursor.H_RESIZE);
    sweep.addListener(_ -> changed());
    picture.addListener(_ -> changed());
    temperature.addListener(_ -> changed());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// The lines; not drawn unless they are of the picture's logits.
  public ObjectProperty<@Nullable TemperatureSweep> sweepProperty() {
    return sweep;
  }

  /// The distribution at the cursor, from which the numbers beside the lines are taken.
  public ObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture;
  }

  /// Where the cursor stands.
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /// Called with the temperature that the user drags the cursor to.
  public void setOnTemperature(DoubleConsumer onTemperature) {
    this.onTemperature = onTemperature;
  }

  /// The place of a temperature, for pointing at it.
  public double xOf(double wanted) {
    return FilmGeometry.of(getWidth(), getHeight()).x(wanted);
  }

  /// The height of a probability, for reading it off.
  public double yOf(double probability) {
    return FilmGeometry.of(getWidth(), getHeight()).y(probability);
  }

  private void changed() {
    film = null;
    handle = "τ " + Numbers.plain(temperature.get());
    var shown = picture.get();
    if (shown != null) {
      var scaled = shown.distribution().scaled();
      setAccessibleText(
          "temperature "
              + Numbers.plain(temperature.get())
              + ", entropy "
              + Numbers.threeDigits(Numbers.bits(scaled.entropy()))
              + " bits");
    }
    repaint();
  }

  @Override
  void paint(Pen pen, double width, double height) {
    var lines = sweep.get();
    var shown = picture.get();
    if (lines == null || shown == null || !lines.logits().equals(shown.own().logits())) {
      return;
    }
    var ready = film;
    if (ready == null || ready.geometry().isOther(width, height)) {
      ready = new FilmLines(lines, shown, FilmGeometry.of(width, height));
      film = ready;
    }
    painter.paint(pen, ready, temperature.get(), handle, isFocused());
  }

  private void drag(MouseEvent event) {
    requestFocus();
    propose(FilmGeometry.of(getWidth(), getHeight()).temperature(event.getX()));
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT, UP -> propose(temperature.get() * 1.05);
      case LEFT, DOWN -> propose(temperature.get() / 1.05);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void propose(double wanted) {
    double bounded = Math.clamp(wanted, FilmGeometry.LEAST, FilmGeometry.MOST);
    onTemperature.accept(SliderScale.TEMPERATURE.rounded(bounded));
  }
}
