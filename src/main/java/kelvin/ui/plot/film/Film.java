package kelvin.ui.plot.film;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import kelvin.display.ProbabilityScale;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.axis.LogAxis;
import org.jspecify.annotations.Nullable;

/// Probabilities of a few tokens against something that changes across, with a cursor that can be
/// dragged and the numbers at it.
public abstract class Film extends PlotRegion {

  /// The log scale of the bars ends there, too.
  private static final LogAxis LOG = new LogAxis(6);

  private final ObjectProperty<ProbabilityScale> scale =
      new SimpleObjectProperty<>(this, "scale", ProbabilityScale.LINEAR);
  private final FilmPainter painter = new FilmPainter(this);
  private @Nullable FilmLines film;
  private @Nullable FilmNumbers numbers;

  Film(String styleClass, String name) {
    super(styleClass, true);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(name);
    setMinSize(300, 100);
    setPrefSize(640, 176);
    setCursor(Cursor.H_RESIZE);
    scale.addListener(_ -> linesChanged());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (key(event)) {
            event.consume();
          }
        });
  }

  /// The scale of the probabilities. Shares are those among the tokens with a line.
  public final ObjectProperty<ProbabilityScale> scaleProperty() {
    return scale;
  }

  /// The x coordinate of a value on the axis across, for pointing at it.
  public final double xOf(double wanted) {
    return geometry(getWidth(), getHeight()).x(wanted);
  }

  /// The y coordinate of a probability, for reading it off.
  public final double yOf(double probability) {
    return geometry(getWidth(), getHeight()).y(probability);
  }

  /// The axis across.
  abstract FilmAcross across();

  /// The number of lanes below the probabilities.
  abstract int lanes();

  /// The lines; none where there is nothing to show.
  abstract Optional<FilmSeries> series();

  /// The value of the cursor on the axis across.
  abstract double cursor();

  /// The numbers at the cursor.
  abstract FilmNumbers numbers(FilmLines lines);

  /// A value that stands out, with its words; none for most films.
  Optional<FilmNumbers.At> mark() {
    return Optional.empty();
  }

  /// Moves the cursor to a value on the axis across.
  abstract void propose(double value);

  /// Handles a key.
  ///
  /// @return whether it is one of the film's
  abstract boolean key(KeyEvent event);

  /// Says that other lines are to be drawn.
  final void linesChanged() {
    film = null;
    cursorChanged();
    repaintAll();
  }

  /// Says that the cursor or the numbers at it are others.
  final void cursorChanged() {
    numbers = null;
    repaint();
  }

  /// True if the lines are ready to be drawn.
  final boolean hasLines() {
    return film != null;
  }

  private FilmGeometry geometry(double width, double height) {
    var axis = scale.get() == ProbabilityScale.LOGARITHMIC ? LOG : LinearAxis.HALVES;
    return FilmGeometry.of(width, height, lanes(), new FilmGeometry.Axes(across(), axis));
  }

  @Override
  protected final void paintGround(Pen pen, double width, double height) {
    var lines = lines(width, height);
    if (lines != null) {
      painter.paintGround(pen, lines);
    }
  }

  private @Nullable FilmLines lines(double width, double height) {
    var known = film;
    if (known != null && !known.geometry().isOther(width, height)) {
      return known;
    }
    var shown = series();
    if (shown.isEmpty()) {
      return null;
    }
    var made = new FilmLines(shown.get(), scale.get(), geometry(width, height));
    mark().ifPresent(made.axes()::mark);
    film = made;
    numbers = null;
    return made;
  }

  @Override
  protected final void paint(Pen pen, double width, double height) {
    var lines = lines(width, height);
    if (lines == null) {
      return;
    }
    var ready = numbers;
    if (ready == null) {
      ready = numbers(lines);
      numbers = ready;
    }
    painter.paint(pen, lines, ready, cursor(), isFocused());
  }

  private void drag(MouseEvent event) {
    requestFocus();
    propose(geometry(getWidth(), getHeight()).value(event.getX()));
    event.consume();
  }
}
