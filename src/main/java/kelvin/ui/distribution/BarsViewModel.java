package kelvin.ui.distribution;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.bars.BarColumn;
import org.jspecify.annotations.Nullable;

/// The state of the bars: the visible columns, the selected row, and the details of its token.
public final class BarsViewModel {

  private final ObjectProperty<Set<BarColumn>> columns =
      new SimpleObjectProperty<>(this, "columns", BarColumn.DEFAULT);
  private final IntegerProperty selectedRank = new SimpleIntegerProperty(this, "selectedRank", 0);
  private final IntegerProperty firstRank = new SimpleIntegerProperty(this, "firstRank", 1);
  private final IntegerProperty hoveredRank = new SimpleIntegerProperty(this, "hoveredRank", 0);
  private final BooleanProperty reducedMotion =
      new SimpleBooleanProperty(this, "reducedMotion", false);
  private final BooleanProperty detailShown = new SimpleBooleanProperty(this, "detailShown", true);
  private final ReadOnlyObjectWrapper<Optional<TokenDetail>> detail =
      new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
  private @Nullable DistributionPicture picture;
  private @Nullable Vocabulary vocabulary;

  BarsViewModel() {
    selectedRank.subscribe(_ -> describe());
    hoveredRank.subscribe(_ -> describe());
    detailShown.subscribe(_ -> describe());
  }

  // Commands

  /// Shows or hides a column.
  public void show(BarColumn column, boolean shown) {
    var wanted = EnumSet.noneOf(BarColumn.class);
    wanted.addAll(columns.get());
    if (shown ? wanted.add(column) : wanted.remove(column)) {
      columns.set(Collections.unmodifiableSet(wanted));
    }
  }

  /// Scrolls back to the most probable token and selects none.
  public void returnToTop() {
    selectedRank.set(0);
    firstRank.set(1);
  }

  // Updates from the distribution

  void setVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void show(@Nullable DistributionPicture shown) {
    boolean otherLogits =
        picture != null && shown != null && !picture.logits().equals(shown.logits());
    picture = shown;
    // A rank means another token in other logits, so the selection is cleared.
    if (otherLogits) {
      selectedRank.set(0);
    }
    describe();
  }

  private void describe() {
    var shown = picture;
    if (shown == null || !detailShown.get()) {
      detail.set(Optional.empty());
      return;
    }
    detail.set(Optional.of(TokenDetail.of(shown, inspectedRank(shown), vocabulary)));
  }

  /// The row under the mouse, else the selected row, else the marked one, else the first.
  private int inspectedRank(DistributionPicture shown) {
    for (int rank : new int[] {hoveredRank.get(), selectedRank.get()}) {
      if (rank > 0 && rank <= shown.rows()) {
        return rank;
      }
    }
    return shown.mark().rank().orElse(1);
  }

  // Properties

  /// The columns that the user chose; a narrow window shows fewer.
  public ObjectProperty<Set<BarColumn>> columnsProperty() {
    return columns;
  }

  /// The selected row, 1-based; 0 for none.
  public IntegerProperty selectedRankProperty() {
    return selectedRank;
  }

  /// The topmost row, 1-based.
  public IntegerProperty firstRankProperty() {
    return firstRank;
  }

  /// The row under the mouse, 1-based; 0 for none.
  public IntegerProperty hoveredRankProperty() {
    return hoveredRank;
  }

  /// True if bars jump to their new length instead of moving gradually.
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /// True if the strip with the details of a token should be shown.
  public BooleanProperty detailShownProperty() {
    return detailShown;
  }

  /// The details of the inspected token; empty while the strip is hidden.
  public ReadOnlyObjectProperty<Optional<TokenDetail>> detailProperty() {
    return detail.getReadOnlyProperty();
  }
}
