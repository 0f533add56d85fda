package kelvin.ui.evaluation.item;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.text.Count;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import org.jspecify.annotations.Nullable;

/// The items of an evaluation with a choice of which are shown, and the way to their prompts.
public final class ItemsPane extends VBox {

  private static final String HINT = "Enter or a double click loads an item’s prompt.";

  private final ObjectProperty<ItemFilter> filter;
  private final Label counted = new Label();
  private final Button cell = new Button();
  private final ItemsTable table;
  private @Nullable Evaluation evaluation;

  /// @param filter the items that are shown
  /// @param onOpen gets the place of the item whose prompt is to be loaded, 0-based
  /// @param restored a sentence about the prompt that was loaded last; empty for none
  /// @param showPlayground goes to the page with the loaded prompt
  public ItemsPane(
      ObjectProperty<ItemFilter> filter,
      IntConsumer onOpen,
      ObservableValue<String> restored,
      Runnable showPlayground) {
    this.filter = filter;
    getStyleClass().add("items-pane");
    table = new ItemsTable(onOpen);
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setMinHeight(140);
    cell.setId("evaluation-cell");
    cell.getStyleClass().add("quiet-button");
    cell.setTooltip(new Tooltip("Shows all items again."));
    cell.setOnAction(_ -> filter.set(new ItemFilter.All()));
    cell.managedProperty().bind(cell.visibleProperty());
    counted.setId("evaluation-count");
    counted.getStyleClass().add("quiet-number");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(filters(), cell, space, counted);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, table, foot(onOpen, restored, showPlayground));
    filter.subscribe(_ -> show());
  }

  private ChoiceSwitch<ItemFilter> filters() {
    return new ChoiceSwitch<>(
        filter,
        List.of(
            new Segment<>(new ItemFilter.All(), "evaluation-all", "all", "Shows every item."),
            new Segment<>(
                new ItemFilter.Wrong(), "evaluation-wrong", "wrong", "Shows the wrong choices."),
            new Segment<>(
                new ItemFilter.Right(), "evaluation-right", "right", "Shows the right choices.")));
  }

  private HBox foot(IntConsumer onOpen, ObservableValue<String> restored, Runnable showPlayground) {
    var words = new Label();
    words.setId("evaluation-restored");
    words.getStyleClass().add("quiet");
    words.textProperty().bind(restored.map(sentence -> sentence.isEmpty() ? HINT : sentence));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var load = button("evaluation-load", "Load into the playground");
    load.setTooltip(
        new Tooltip(
            "Replaces the prompt and the labels in the playground by those of the chosen item;"
                + " Undo reverts it."));
    load.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    load.setOnAction(_ -> onOpen.accept(table.getSelectionModel().getSelectedItem().index()));
    var go = button("evaluation-go", "Go to the playground");
    go.setTooltip(new Tooltip("Shows the prompt and the distribution of its answer (Alt+1)."));
    go.visibleProperty().bind(restored.map(sentence -> !sentence.isEmpty()));
    go.managedProperty().bind(go.visibleProperty());
    go.setOnAction(_ -> showPlayground.run());
    var foot = new HBox(words, load, go);
    foot.getStyleClass().add("card-head");
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private static Button button(String id, String text) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("quiet-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// Gives the focus to the table.
  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  /// Shows the items of another evaluation.
  public void show(Evaluation other) {
    evaluation = other;
    show();
  }

  private void show() {
    var shown = evaluation;
    if (shown == null) {
      return;
    }
    var rows = ItemRow.of(shown, filter.get());
    table.show(rows);
    int all = shown.items().size();
    counted.setText(
        rows.size() == all
            ? Count.of(all) + (all == 1 ? " item" : " items")
            : Count.of(rows.size()) + " of " + Count.of(all) + " items");
    if (filter.get() instanceof ItemFilter.Cell of) {
      cell.setText(of.words(shown) + "  ×");
      cell.setVisible(true);
    } else {
      cell.setVisible(false);
    }
  }
}
