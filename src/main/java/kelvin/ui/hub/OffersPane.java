package kelvin.ui.hub;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import org.jspecify.annotations.Nullable;

/// The search, and the models to choose from.
final class OffersPane extends VBox {

  private final BrowseViewModel viewModel;
  private final TextField text = new TextField();
  private final ListView<Offer> list = new ListView<>();

  OffersPane(BrowseViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().add("hub-offers");
    list.setId("hub-offers");
    list.getStyleClass().add("hub-list");
    list.setAccessibleText("Models");
    list.setTooltip(
        lesson(
            "Models to choose from. Enter or a double click asks the hub for the files of one."));
    list.setItems(viewModel.offers());
    list.setCellFactory(_ -> new OfferCell());
    list.setMinHeight(80);
    VBox.setVgrow(list, Priority.ALWAYS);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            look();
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            look();
          }
        });
    selectFirstOf(list);
    getChildren()
        .addAll(
            searchLine(),
            Sentences.of("hub-heading", "quiet", viewModel.headingProperty()),
            list,
            lookLine());
  }

  /// Selects the first item of a list, now and whenever there are others. As a change listener it
  /// comes after the list's own, which moves the selection with the items.
  static <T> void selectFirstOf(ListView<T> list) {
    ListChangeListener<T> select =
        _ -> {
          list.getSelectionModel().selectFirst();
          list.scrollTo(0);
        };
    list.getItems().addListener(select);
    list.getSelectionModel().selectFirst();
  }

  private HBox searchLine() {
    text.setId("hub-search");
    text.setPromptText("A part of a name, or OWNER/NAME");
    text.setAccessibleText("Search the hub");
    text.setTooltip(
        lesson(
            "What to search for. Enter asks the hub for models with ONNX files; without a text the"
                + " short list comes back."));
    text.textProperty().bindBidirectional(viewModel.textProperty());
    text.setOnAction(_ -> viewModel.search());
    HBox.setHgrow(text, Priority.ALWAYS);
    var search = button("hub-search-button", "Search", "Asks the hub. Nothing is sent before.");
    search.setOnAction(_ -> viewModel.search());
    var line = new HBox(text, search);
    line.getStyleClass().add("hub-line");
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  private HBox lookLine() {
    var look =
        button(
            "hub-look",
            "Show files and sizes",
            "Asks the hub which precisions the chosen model has, and how large they are.");
    look.setOnAction(_ -> look());
    look.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    var byName =
        button(
            "hub-look-name",
            "By name",
            "Asks for the files of the repository whose name stands in the search field, also if a"
                + " search does not find it.");
    byName.setOnAction(_ -> viewModel.lookAtText());
    byName.disableProperty().bind(viewModel.textProperty().isEmpty());
    var busy = new ProgressIndicator();
    busy.setId("hub-asking");
    busy.getStyleClass().add("hub-busy");
    busy.setAccessibleText("The hub is asked");
    busy.visibleProperty().bind(viewModel.askingProperty());
    var line = new HBox(look, byName, busy);
    line.getStyleClass().add("hub-line");
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  static Button button(String id, String text, String teaching) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("transport-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(lesson(teaching));
    return button;
  }

  static Tooltip lesson(String teaching) {
    var tooltip = new Tooltip(teaching);
    tooltip.getStyleClass().add("lesson");
    return tooltip;
  }

  private void look() {
    var chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      viewModel.look(chosen.id());
    }
  }

  /// The first control, for the dialog that was opened.
  void takeFocus() {
    text.requestFocus();
  }

  private static final class OfferCell extends ListCell<Offer> {

    private final Label title = new Label();
    private final Label note = new Label();
    private final Label facts = new Label();
    private final VBox content = new VBox(title, note, facts);

    OfferCell() {
      title.getStyleClass().add("hub-title");
      note.getStyleClass().add("quiet");
      note.setWrapText(true);
      note.setMinHeight(Region.USE_PREF_SIZE);
      facts.getStyleClass().add("faint");
      facts.setWrapText(true);
      facts.setMinHeight(Region.USE_PREF_SIZE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      if (empty || offer == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      title.setText(offer.title());
      note.setText(offer.note());
      show(note, !offer.note().isEmpty());
      facts.setText(offer.facts());
      setGraphic(content);
      setAccessibleText(offer.spoken());
    }

    private static void show(Label label, boolean wanted) {
      label.setVisible(wanted);
      label.setManaged(wanted);
    }
  }
}
