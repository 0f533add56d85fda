package kelvin.ui.hub;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.hub.Bytes;
import kelvin.hub.cache.Removal;
import kelvin.ui.control.Sentences;
import org.jspecify.annotations.Nullable;

/// The models in the hub's cache on this computer.
final class HerePane extends VBox {

  private final HubViewModel hub;
  private final HereViewModel viewModel;
  private final ListView<Kept> list = new ListView<>();
  private final Runnable onOpened;

  /// @param onOpened called when the user opens a model
  HerePane(HubViewModel hub, Runnable onOpened) {
    this.hub = hub;
    viewModel = hub.here();
    this.onOpened = onOpened;
    getStyleClass().add("hub-here");
    list.setId("hub-kept");
    list.getStyleClass().add("hub-list");
    list.setAccessibleText("Models on this computer");
    list.setTooltip(
        OffersPane.lesson(
            "Models that Kelvin or another tool fetched. Enter or a double click opens one."));
    list.setPlaceholder(new Label(""));
    list.setItems(viewModel.models());
    list.setCellFactory(_ -> new KeptCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            use();
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            use();
          }
        });
    OffersPane.selectFirstOf(list);
    getChildren()
        .addAll(
            Sentences.of("hub-here-heading", "quiet", viewModel.headingProperty()),
            list,
            Sentences.problem("hub-here-problem", viewModel.problemProperty()),
            buttons(),
            question());
  }

  private Optional<Kept> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  /// Opens a whole model, or looks at one that is not whole.
  private void use() {
    chosen()
        .ifPresent(
            model -> {
              if (model.toOpen().isEmpty()) {
                hub.goOn(model.id());
              } else {
                viewModel.open(model);
                onOpened.run();
              }
            });
  }

  private HBox buttons() {
    var use =
        OffersPane.button(
            "hub-use",
            "Open",
            "Opens the chosen model. For one that is not whole, asks the hub for its files, so that"
                + " the rest can be fetched.");
    use.textProperty()
        .bind(
            list.getSelectionModel()
                .selectedItemProperty()
                .map(each -> each.toOpen().isEmpty() ? "Show files and sizes" : "Open")
                .orElse("Open"));
    use.setOnAction(_ -> use());
    var remove =
        OffersPane.button(
            "hub-remove",
            "Remove …",
            "Removes the chosen model's repository from this computer, after a question.");
    remove.setOnAction(_ -> chosen().ifPresent(viewModel::askToRemove));
    for (var button : new Button[] {use, remove}) {
      button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    }
    var line = new HBox(use, remove);
    line.getStyleClass().add("hub-line");
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  private VBox question() {
    var text = new Label();
    text.setId("hub-remove-question");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> viewModel.removalProperty().get().map(HerePane::questionOf).orElse(""),
                viewModel.removalProperty()));
    var yes = OffersPane.button("hub-remove-yes", "Remove", "Removes these files for good.");
    yes.setOnAction(_ -> viewModel.remove());
    var no = OffersPane.button("hub-remove-no", "Keep", "Removes nothing.");
    no.setOnAction(_ -> viewModel.keep());
    var buttons = new HBox(no, yes);
    buttons.getStyleClass().add("hub-line");
    var all = new VBox(text, buttons);
    all.getStyleClass().add("hub-transfer");
    all.visibleProperty().bind(viewModel.removalProperty().map(Optional::isPresent));
    all.managedProperty().bind(all.visibleProperty());
    return all;
  }

  private static String questionOf(Removal removal) {
    return "Remove "
        + removal.id()
        + ", all its precisions, "
        + Bytes.of(removal.bytes())
        + "? Other tools can no longer use them either."
        + (removal.others().isEmpty()
            ? ""
            : " With it goes "
                + String.join(", ", removal.others())
                + ", which another tool fetched.");
  }

  private static final class KeptCell extends ListCell<Kept> {

    private final Label title = new Label();
    private final Label facts = new Label();
    private final VBox content = new VBox(title, facts);

    KeptCell() {
      title.getStyleClass().add("hub-title");
      facts.getStyleClass().add("faint");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Kept model, boolean empty) {
      super.updateItem(model, empty);
      if (empty || model == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      title.setText(model.title());
      facts.setText(model.facts());
      setGraphic(content);
      setAccessibleText(model.title() + ", " + model.facts());
    }
  }
}
