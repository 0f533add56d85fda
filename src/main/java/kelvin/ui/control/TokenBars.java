package kelvin.ui.control;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// The distribution as rows in rank order: token, numbers, a filled bar for the probability at the
/// temperature and an outline for the model's own. The whole vocabulary can be scrolled through;
/// what is not on show is counted in the tail rows.
public final class TokenBars extends PlotRegion {

  private final ObjectProperty<@Nullable DistributionPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final IntegerProperty firstRank = new SimpleIntegerProperty(this, "firstRank", 1);
  private final IntegerProperty selectedRank = new SimpleIntegerProperty(this, "selectedRank", 0);
  private IntConsumer onForce = _ -> {};
  private int hoveredRank;
  private double scrollRest;
  private final Tooltip reason = new Tooltip();

  public TokenBars() {
    super("token-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setMinSize(300, 120);
    setPrefSize(640, 400);
    picture.addListener(_ -> pictureChanged());
    scale.addListener(_ -> repaint());
    firstRank.addListener(_ -> repaint());
    selectedRank.addListener(_ -> repaint());
    focusedProperty().addListener(_ -> focusChanged());
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(rankAt(event.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(0));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  public ObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture;
  }

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The rank of the topmost row, 1-based.
  public IntegerProperty firstRankProperty() {
    return firstRank;
  }

  /// The row that the keyboard acts on, 1-based; 0 for none.
  public IntegerProperty selectedRankProperty() {
    return selectedRank;
  }

  /// Called with the rank of a token that the user wants next.
  public void setOnForce(IntConsumer onForce) {
    this.onForce = onForce;
  }

  /// How many tokens have a row at the present height.
  public int visibleRows() {
    return BarsPainter.rowsIn(getHeight());
  }

  /// The height at which this many tokens have a row.
  public static double heightOf(int rows) {
    return BarsPainter.heightOf(rows);
  }

  /// The middle of a row, for pointing at it.
  public double rowCentre(int rank) {
    return BarsPainter.rowTop(rank - firstRank.get()) + BarsPainter.ROW_HEIGHT / 2;
  }

  /// Who comes by keyboard sees where the keyboard is.
  private void focusChanged() {
    if (isFocused() && selectedRank.get() == 0) {
      selectedRank.set(firstRank.get());
    }
    repaint();
  }

  private void pictureChanged() {
    var shown = picture.get();
    hoveredRank = 0;
    if (shown == null) {
      setAccessibleText("no distribution");
    } else {
      firstRank.set(Math.clamp(firstRank.get(), 1, Math.max(1, shown.count())));
      selectedRank.set(Math.min(selectedRank.get(), shown.count()));
      setAccessibleText(BarsPainter.summary(shown));
    }
    repaint();
  }

  @Override
  void paint(Pen graphics, double width, double height) {
    var shown = picture.get();
    if (shown != null) {
      new BarsPainter(this, graphics, shown, BarColumns.of(width))
          .paint(height, firstRank.get(), new BarsPainter.Pointer(hoveredRank, keyboardRank()));
    }
  }

  private int keyboardRank() {
    return isFocused() ? selectedRank.get() : 0;
  }

  private void scroll(ScrollEvent event) {
    scrollRest -= event.getDeltaY() / BarsPainter.ROW_HEIGHT;
    int rows = (int) scrollRest;
    scrollRest -= rows;
    scrollTo(firstRank.get() + rows);
    event.consume();
  }

  private void scrollTo(int rank) {
    var shown = picture.get();
    if (shown != null) {
      int last = Math.max(1, shown.count() - visibleRows() + 1);
      firstRank.set(Math.clamp(rank, 1, last));
    }
  }

  private void hover(int rank) {
    if (rank != hoveredRank) {
      hoveredRank = rank;
      explain(rank);
      repaint();
    }
  }

  /// A removed token says why it was.
  private void explain(int rank) {
    var shown = picture.get();
    var text =
        shown == null || rank == 0
            ? Optional.<String>empty()
            : RemovalReason.of(shown.distribution(), rank);
    text.ifPresentOrElse(
        sentence -> {
          reason.setText("Removed by " + sentence);
          Tooltip.install(this, reason);
        },
        () -> {
          reason.hide();
          Tooltip.uninstall(this, reason);
        });
  }

  /// The rank of the row at this height, or 0.
  private int rankAt(double y) {
    var shown = picture.get();
    int row = BarsPainter.rowAt(y);
    if (shown == null || row < 0 || row >= visibleRows()) {
      return 0;
    }
    int rank = firstRank.get() + row;
    return rank <= shown.count() ? rank : 0;
  }

  private void click(MouseEvent event) {
    requestFocus();
    int rank = rankAt(event.getY());
    if (rank > 0) {
      selectedRank.set(rank);
      onForce.accept(rank);
    }
  }

  private void key(KeyEvent event) {
    int page = Math.max(1, visibleRows() - 1);
    switch (event.getCode()) {
      case DOWN -> select(selectedRank.get() + 1);
      case UP -> select(selectedRank.get() - 1);
      case PAGE_DOWN -> select(selectedRank.get() + page);
      case PAGE_UP -> select(selectedRank.get() - page);
      case HOME -> select(1);
      case END -> select(Integer.MAX_VALUE);
      case ENTER, SPACE -> {
        if (selectedRank.get() > 0) {
          onForce.accept(selectedRank.get());
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int rank) {
    var shown = picture.get();
    if (shown == null) {
      return;
    }
    int target = Math.clamp(rank, 1, shown.count());
    selectedRank.set(target);
    if (target < firstRank.get()) {
      scrollTo(target);
    } else if (target >= firstRank.get() + visibleRows()) {
      scrollTo(target - visibleRows() + 1);
    }
    setAccessibleText(BarsPainter.describe(shown, target));
  }
}
