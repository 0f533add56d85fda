package kelvin.ui.plot.film;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.SliderScale;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.axis.LogAxis;
import org.jspecify.annotations.Nullable;

/// The probabilities of the top tokens and of the watched tokens against temperature, with entropy,
/// perplexity and nucleus below. The current temperature is a cursor that can be dragged.
public final class TemperatureFilm extends PlotRegion {

  /// The log scale of the bars ends there, too.
  private static final LogAxis LOG = new LogAxis(6);

  private final ObjectProperty<@Nullable TemperatureSweep> sweep =
      new SimpleObjectProperty<>(this, "sweep");
  private final ObjectProperty<@Nullable DistributionPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
  private final ObjectProperty<ProbabilityScale> scale =
      new SimpleObjectProperty<>(this, "scale", ProbabilityScale.LINEAR);
  private final FilmPainter painter = new FilmPainter(this);
  private @Nullable FilmLines film;
  private @Nullable FilmNumbers numbers;
  private DoubleConsumer onTemperature = _ -> {};

  public TemperatureFilm() {
    super("temperature-film", true);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText("Probabilities against temperature");
    setMinSize(240, 100);
    setPrefSize(640, 176);
    setCursor(Cursor.H_RESIZE);
    sweep.addListener(_ -> linesChanged());
    picture.addListener(_ -> changed());
    temperature.addListener(_ -> changed());
    scale.addListener(_ -> linesChanged());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// The lines. They are drawn only if they belong to the logits of the picture.
  public ObjectProperty<@Nullable TemperatureSweep> sweepProperty() {
    return sweep;
  }

  /// The distribution at the cursor, which gives the numbers beside the lines.
  public ObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture;
  }

  /// The temperature of the cursor.
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /// The scale of the probabilities. Shares are those among the tokens with a line.
  public ObjectProperty<ProbabilityScale> scaleProperty() {
    return scale;
  }

  /// Called with the temperature to which the user drags the cursor.
  public void setOnTemperature(DoubleConsumer onTemperature) {
    this.onTemperature = onTemperature;
  }

  /// The x coordinate of a temperature, for pointing at it.
  public double xOf(double wanted) {
    return geometry(getWidth(), getHeight()).x(wanted);
  }

  /// The y coordinate of a probability, for reading it off.
  public double yOf(double probability) {
    return geometry(getWidth(), getHeight()).y(probability);
  }

  private FilmGeometry geometry(double width, double height) {
    var axis = scale.get() == ProbabilityScale.LOGARITHMIC ? LOG : LinearAxis.HALVES;
    return FilmGeometry.of(width, height, axis);
  }

  private void linesChanged() {
    film = null;
    numbers = null;
    repaintAll();
  }

  private void changed() {
    numbers = null;
    // The lines may no longer belong to the visible distribution, or may belong to it again.
    if (film == null || !isOnShow()) {
      linesChanged();
    }
    var shown = picture.get();
    if (shown != null) {
      setAccessibleText(
          "temperature " + Numbers.plain(temperature.get()) + ", entropy " + shown.entropy());
    }
    repaint();
  }

  private boolean isOnShow() {
    var lines = sweep.get();
    var shown = picture.get();
    return lines != null && shown != null && lines.logits().equals(shown.logits());
  }

  @Override
  protected void paintGround(Pen pen, double width, double height) {
    var lines = lines(width, height);
    if (lines != null) {
      painter.paintGround(pen, lines);
    }
  }

  private @Nullable FilmLines lines(double width, double height) {
    var swept = sweep.get();
    var shown = picture.get();
    if (swept == null || shown == null || !isOnShow()) {
      return null;
    }
    var ready = film;
    if (ready == null || ready.geometry().isOther(width, height)) {
      ready = new FilmLines(swept, shown, scale.get(), geometry(width, height));
      film = ready;
      numbers = null;
    }
    return ready;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    var lines = lines(width, height);
    var swept = sweep.get();
    var shown = picture.get();
    if (lines == null || swept == null || shown == null) {
      return;
    }
    var ready = numbers;
    if (ready == null) {
      ready = FilmNumbers.of(lines, shown, swept.nucleus().p(), temperature.get());
      numbers = ready;
    }
    painter.paint(pen, lines, ready, temperature.get(), isFocused());
  }

  private void drag(MouseEvent event) {
    requestFocus();
    propose(geometry(getWidth(), getHeight()).temperature(event.getX()));
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
    double bounded = Math.clamp(wanted, FilmGeometry.MIN_TEMPERATURE, FilmGeometry.MAX_TEMPERATURE);
    onTemperature.accept(SliderScale.TEMPERATURE.rounded(bounded));
  }
}
