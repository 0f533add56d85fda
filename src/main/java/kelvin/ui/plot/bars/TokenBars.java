package kelvin.ui.plot.bars;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import kelvin.display.BarScale;
import kelvin.text.Vocabulary;
import kelvin.ui.control.command.Copies;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import org.jspecify.annotations.Nullable;

/// Shows the distribution as rows in rank order: token, numbers, a filled bar for the probability
/// at the temperature, an outline for the model's own probability and a whisker for the final one.
/// The whole vocabulary can be scrolled through; the tail rows count the tokens that are not
/// visible.
public final class TokenBars extends PlotRegion implements Copies {

  private static final String NO_DISTRIBUTION = "no distribution";

  private final ObjectProperty<@Nullable DistributionPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final ObjectProperty<BarScale> scale =
      new SimpleObjectProperty<>(this, "scale", BarScale.ABSOLUTE);
  private final ObjectProperty<Set<BarColumn>> columns =
      new SimpleObjectProperty<>(this, "columns", BarColumn.DEFAULT);
  private final ObjectProperty<@Nullable Ghost> ghost = new SimpleObjectProperty<>(this, "ghost");
  private final ObjectProperty<@Nullable Vocabulary> vocabulary =
      new SimpleObjectProperty<>(this, "vocabulary");
  private final IntegerProperty firstRank = new SimpleIntegerProperty(this, "firstRank", 1);
  private final IntegerProperty selectedRank = new SimpleIntegerProperty(this, "selectedRank", 0);
  private final ReadOnlyIntegerWrapper hoveredRank =
      new ReadOnlyIntegerWrapper(this, "hoveredRank", 0);
  private final ReadOnlyIntegerWrapper visibleRows =
      new ReadOnlyIntegerWrapper(this, "visibleRows", 1);
  private final BooleanProperty animated = new SimpleBooleanProperty(this, "animated", true);

  private final BarsPainter painter = new BarsPainter(this);
  private final BarMotion motion = new BarMotion(this::repaint);
  private final BarsAccess access = new BarsAccess(this);
  private @Nullable BarTable table;
  private IntConsumer onForce = _ -> {};

  public TokenBars() {
    super("token-bars");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setMinSize(300, 96);
    setPrefSize(640, 400);
    picture.addListener((_, before, now) -> pictureChanged(before, now));
    for (var property : List.of(scale, columns, ghost, vocabulary)) {
      property.addListener(_ -> rebuild());
    }
    firstRank.addListener(_ -> rebuild());
    setAccessibleText(NO_DISTRIBUTION);
    selectedRank.addListener(_ -> reveal());
    hoveredRank.addListener(_ -> repaint());
    heightProperty()
        .addListener((_, _, height) -> visibleRows.set(BarsPainter.rowsIn(height.doubleValue())));
    visibleRows.addListener(
        _ -> {
          scrollTo(firstRank.get());
          rebuild();
        });
    widthProperty().addListener(_ -> rebuild());
    focusedProperty().addListener(_ -> focusChanged());
    new BarGestures(this).install();
  }

  public ObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture;
  }

  public ObjectProperty<BarScale> scaleProperty() {
    return scale;
  }

  /// The columns that the user chose; a narrow window shows fewer.
  public ObjectProperty<Set<BarColumn>> columnsProperty() {
    return columns;
  }

  /// The pinned distribution, over the same vocabulary; null for none.
  public ObjectProperty<@Nullable Ghost> ghostProperty() {
    return ghost;
  }

  /// Tells control tokens from text; null where the vocabulary is not known.
  public ObjectProperty<@Nullable Vocabulary> vocabularyProperty() {
    return vocabulary;
  }

  /// The rank of the topmost row, 1-based.
  public IntegerProperty firstRankProperty() {
    return firstRank;
  }

  /// The row that the keyboard acts on, 1-based; 0 for none. Setting it scrolls to that row.
  public IntegerProperty selectedRankProperty() {
    return selectedRank;
  }

  /// The row under the mouse, 1-based; 0 for none.
  public ReadOnlyIntegerProperty hoveredRankProperty() {
    return hoveredRank.getReadOnlyProperty();
  }

  /// The number of rows that fit.
  public ReadOnlyIntegerProperty visibleRowsProperty() {
    return visibleRows.getReadOnlyProperty();
  }

  /// True if bars move to their new length gradually. Nothing but the length is ever animated.
  public BooleanProperty animatedProperty() {
    return animated;
  }

  /// Called with the rank of the token that the user forces.
  public void setOnForce(IntConsumer onForce) {
    this.onForce = onForce;
  }

  /// The height that fits this many rows.
  public static double heightOf(int rows) {
    return BarsPainter.heightOf(rows);
  }

  /// The y coordinate of the middle of a row, for pointing at it.
  public double rowCentre(int rank) {
    return BarsPainter.rowTop(rank - firstRank.get()) + BarsPainter.ROW_HEIGHT / 2;
  }

  /// Scrolls so that this rank is in the topmost row, or as far as the end allows.
  public void scrollTo(int rank) {
    var shown = picture.get();
    if (shown != null) {
      int last = Math.max(1, shown.rows() - visibleRows.get() + 1);
      firstRank.set(Math.clamp(rank, 1, last));
    }
  }

  void force(int rank) {
    onForce.accept(rank);
  }

  void hover(int rank) {
    hoveredRank.set(rank);
  }

  /// The rank of the row at this height, or 0.
  int rankAt(double y) {
    var shown = picture.get();
    int row = BarsPainter.rowAt(y);
    if (shown == null || row < 0 || row >= visibleRows.get()) {
      return 0;
    }
    int rank = firstRank.get() + row;
    return rank <= shown.rows() ? rank : 0;
  }

  /// Selects the row of a rank, or of the nearest valid rank.
  void select(int rank) {
    var shown = picture.get();
    if (shown != null) {
      selectedRank.set(Math.clamp(rank, 1, shown.rows()));
    }
  }

  /// The text of the selected token as it stands in a text.
  @Override
  public Optional<String> textToCopy() {
    var shown = picture.get();
    var words = vocabulary.get();
    int rank = selectedRank.get();
    return shown == null || words == null || rank < 1
        ? Optional.empty()
        : Optional.of(words.text(shown.logits().tokenAtRank(rank)));
  }

  /// Scrolls to the selected row when the keyboard focus arrives.
  private void focusChanged() {
    if (isFocused() && selectedRank.get() == 0) {
      select(firstRank.get());
    }
    repaint();
  }

  private void reveal() {
    var shown = picture.get();
    int target = selectedRank.get();
    if (shown != null && target >= 1 && target <= shown.rows()) {
      if (target < firstRank.get()) {
        scrollTo(target);
      } else if (target >= firstRank.get() + visibleRows.get()) {
        scrollTo(target - visibleRows.get() + 1);
      }
      setAccessibleText(BarsPainter.describe(shown, target));
      notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
    }
    repaint();
  }

  private void pictureChanged(
      @Nullable DistributionPicture before, @Nullable DistributionPicture now) {
    if (now == null) {
      setAccessibleText(NO_DISTRIBUTION);
      rebuild();
      return;
    }
    boolean isShown = getScene() != null && getScene().getWindow() != null;
    if (before != null && animated.get() && isShown && before.rows() == now.rows()) {
      motion.follow(before);
    } else {
      motion.settle();
    }
    selectedRank.set(Math.min(selectedRank.get(), now.rows()));
    scrollTo(firstRank.get());
    int selected = selectedRank.get();
    setAccessibleText(
        selected > 0 && isFocused()
            ? BarsPainter.describe(now, selected)
            : BarsPainter.summary(now));
    if (before == null || before.rows() != now.rows()) {
      notifyAccessibleAttributeChanged(AccessibleAttribute.ROW_COUNT);
    }
    table = null;
    repaint();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(AccessibleAttribute asked, Object... with) {
    var answer = access.answer(asked, with);
    return answer == null ? super.queryAccessibleAttribute(asked, with) : answer;
  }

  /// Adds a part for screen readers, which paints nothing.
  void attach(Node part) {
    getChildren().add(part);
  }

  void detach(Collection<? extends Node> parts) {
    getChildren().removeAll(parts);
  }

  /// Rebuilds the rows without animation. Only a move of the bars is animated.
  private void rebuild() {
    motion.settle();
    table = null;
    repaint();
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    var shown = picture.get();
    if (shown == null) {
      return;
    }
    var rows = table;
    if (rows == null) {
      rows = tableOf(shown, width);
      motion.aimAt(rows, scale.get());
      table = rows;
    }
    painter.point(hoveredRank.get(), selectedRank.get(), isFocused());
    painter.paint(pen, rows, motion.ease());
  }

  private BarTable tableOf(DistributionPicture shown, double width) {
    var words = vocabulary.get();
    return BarTable.of(
        new BarTable.Content(
            shown,
            scale.get(),
            columns.get(),
            ghost.get(),
            id -> words != null && words.isSpecial(id)),
        width,
        firstRank.get(),
        visibleRows.get());
  }
}
