package kelvin.ui.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.plot.placement.TextSize;

/// Layout and bindings of the strip with the details of one token. Its fields have fixed positions,
/// so nothing jumps while the mouse moves down the rows.
final class TokenDetailView extends VBox {

  private static final double NAME_WIDTH = 96;
  private static final double GAP = 7;
  private static final String P = "p = ";

  /// The controls of the line together are larger by this than their texts, in whole pixels.
  private static final double ROUNDED = 4;

  /// Below this height there is room for only the formula of a token, and below the other one for
  /// none of it.
  private static final double ROOMY = 440;

  private static final double LOW = 240;

  /// The widths of the fields, in order; the last one takes the rest.
  private static final List<Double> WIDTHS =
      List.of(48.0, 44.0, 44.0, 54.0, 54.0, 56.0, 54.0, 66.0, 76.0);

  /// The fields that a narrow strip drops first, because the bars have columns for them.
  private static final List<Integer> DISPENSABLE = List.of(8, 0, 2, 5, 4, 1);

  private final Label name = new Label();
  private final Label kind = new Label();
  private final Label formula = new Label();
  private final Label fate = new Label();
  private final List<Label> names = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final List<VBox> fields = new ArrayList<>();
  private final HBox facts = new HBox();
  private final Button take = new Button("Take");
  private final Button near = new Button("Near");
  private final Tooltip everything = new Tooltip();
  private Optional<TokenDetail> shown = Optional.empty();
  private boolean isLow;

  /// @param onTake called with the rank of the token to take as the next one
  /// @param onNear called with the rank of the token whose nearest tokens are wanted
  TokenDetailView(BarsViewModel viewModel, IntConsumer onTake, IntConsumer onNear) {
    setId("token-detail");
    getStyleClass().add("token-detail");
    setMinHeight(USE_PREF_SIZE);
    setMinWidth(0);
    name.setId("detail-token");
    name.getStyleClass().add("detail-token");
    kind.getStyleClass().add("faint");
    formula.setId("detail-formula");
    formula.getStyleClass().add("formula");
    formula.setMinWidth(0);
    fate.setId("detail-fate");
    fate.getStyleClass().add("faint");
    fate.setMinWidth(0);
    HBox.setHgrow(fate, Priority.ALWAYS);
    fate.setMaxWidth(Double.MAX_VALUE);
    fate.setAlignment(Pos.BASELINE_RIGHT);
    everything.setWrapText(true);
    everything.setMaxWidth(560);
    Tooltip.install(this, everything);
    var token = new VBox(kind, name);
    token.setMinWidth(NAME_WIDTH);
    token.setPrefWidth(NAME_WIDTH);
    token.setMaxWidth(NAME_WIDTH);
    facts.getChildren().add(token);
    facts.setSpacing(GAP);
    facts.setMinWidth(0);
    WIDTHS.forEach(this::addField);
    take.setId("take");
    take.getStyleClass().add("quiet-button");
    take.setMinWidth(USE_PREF_SIZE);
    take.setTooltip(
        new Tooltip("Takes this token as the next one (Enter, or a double click on its bar)."));
    take.setOnAction(
        _ -> viewModel.detailProperty().get().ifPresent(shown -> onTake.accept(shown.rank())));
    near.setId("near");
    near.getStyleClass().add("quiet-button");
    near.setMinWidth(USE_PREF_SIZE);
    near.setAccessibleText("Nearest tokens");
    near.setTooltip(
        new Tooltip(
            "Shows the tokens whose vectors are nearest to this one’s, by cosine and dot product."));
    near.setOnAction(
        _ -> viewModel.detailProperty().get().ifPresent(shown -> onNear.accept(shown.rank())));
    var line = new HBox(formula, fate, near, take);
    line.setSpacing(GAP);
    line.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(facts, line);
    widthProperty().subscribe(width -> fit(width.doubleValue()));
    widthProperty().subscribe(this::fitFormula);
    take.widthProperty().subscribe(this::fitFormula);
    near.widthProperty().subscribe(this::fitFormula);
    formula.fontProperty().subscribe(this::fitFormula);
    fate.fontProperty().subscribe(this::fitFormula);
    viewModel.detailProperty().subscribe(this::show);
  }

  /// Shows only the formula in a low pane, and nothing in a very low one, where the bars need all
  /// the room.
  ///
  /// @param height of the pane with the bars, in pixels
  void setRoom(double height) {
    setShown(facts, height >= ROOMY);
    isLow = height < LOW;
    showIfThereIsRoom();
  }

  private void showIfThereIsRoom() {
    setShown(this, shown.isPresent() && !isLow);
  }

  private void addField(double width) {
    var fieldName = new Label();
    fieldName.getStyleClass().add("faint");
    var value = new Label();
    value.getStyleClass().add("quiet-number");
    var field = new VBox(fieldName, value);
    field.setMinWidth(width);
    field.setPrefWidth(width);
    field.setMaxWidth(width);
    names.add(fieldName);
    values.add(value);
    fields.add(field);
    facts.getChildren().add(field);
  }

  private void fit(double width) {
    double wanted = NAME_WIDTH;
    for (double fieldWidth : WIDTHS) {
      wanted += GAP + fieldWidth;
    }
    fields.forEach(field -> setShown(field, true));
    for (int index : DISPENSABLE) {
      if (wanted > width) {
        setShown(fields.get(index), false);
        wanted -= GAP + WIDTHS.get(index);
      }
    }
  }

  private static void setShown(Region field, boolean shown) {
    field.setVisible(shown);
    field.setManaged(shown);
  }

  /// Leaves out how the probability comes about where it would be cut off before its result.
  private void fitFormula() {
    shown.ifPresent(
        detail -> {
          double room = getWidth() - near.prefWidth(-1) - take.prefWidth(-1) - 3 * GAP - ROUNDED;
          for (var label : List.of(formula, fate)) {
            room -= label.snappedLeftInset() + label.snappedRightInset();
          }
          room -= TextSize.width(detail.shortFate(), fate.getFont());
          var whole = P + detail.formula();
          boolean fits = getWidth() == 0 || TextSize.width(whole, formula.getFont()) <= room;
          formula.setText(fits ? whole : P + detail.result());
        });
  }

  private void show(Optional<TokenDetail> now) {
    shown = now;
    showIfThereIsRoom();
    if (now.isEmpty()) {
      return;
    }
    var detail = now.get();
    name.setText(detail.text());
    kind.setText(detail.kind().isEmpty() ? "token" : detail.kind());
    for (int i = 0; i < fields.size(); i++) {
      boolean known = i < detail.facts().size();
      names.get(i).setText(known ? detail.facts().get(i).name() : "");
      values.get(i).setText(known ? detail.facts().get(i).value() : "");
    }
    fitFormula();
    fate.setText(detail.shortFate());
    everything.setText(detail.sentence());
    setAccessibleText(detail.sentence());
  }
}
