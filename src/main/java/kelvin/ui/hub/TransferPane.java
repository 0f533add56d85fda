package kelvin.ui.hub;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import kelvin.ui.fx.FxThread;
import kelvin.ui.hub.TransferViewModel.State;

/// The buttons that fetch and open, and how far the transfer is.
final class TransferPane extends VBox {

  private final TransferViewModel transfer;

  /// @param onOpened called when the user opens what was fetched
  TransferPane(HubViewModel hub, Runnable onOpened) {
    transfer = hub.transfer();
    getStyleClass().add("hub-transfer");
    var bar = new ProgressBar();
    bar.setId("hub-progress");
    bar.getStyleClass().add("hub-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(transfer.shareProperty());
    bar.accessibleTextProperty().bind(transfer.sentenceProperty());
    bar.setTooltip(OffersPane.lesson("The share of all bytes that is here."));
    bar.visibleProperty().bind(transfer.stateProperty().map(state -> state != State.NONE));
    bar.managedProperty().bind(bar.visibleProperty());
    getChildren()
        .addAll(
            Sentences.problem("hub-problem", hub.browse().problemProperty()),
            unfinished(hub),
            bar,
            Sentences.of("hub-sentence", "quiet", transfer.sentenceProperty()),
            Sentences.problem("hub-transfer-problem", transfer.problemProperty()),
            buttons(hub, onOpened));
  }

  /// A line about models that an earlier transfer left, while there is no transfer.
  private HBox unfinished(HubViewModel hub) {
    var models = hub.here().models();
    var first =
        Bindings.createObjectBinding(
            () -> hub.here().unfinished().stream().findFirst().orElse(null), models);
    var text = new Label();
    text.setId("hub-unfinished");
    text.setWrapText(true);
    text.textProperty().bind(first.map(id -> id + " has not come as a whole.").orElse(""));
    var goOn =
        OffersPane.button(
            "hub-go-on",
            "Go on …",
            "Asks the hub for its files. What has come is kept, and Get fetches the rest.");
    goOn.setOnAction(_ -> hub.goOn(first.get()));
    var line = new HBox(text, goOn);
    line.getStyleClass().add("hub-line");
    line.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> first.get() != null && transfer.stateProperty().get() == State.NONE,
                first,
                transfer.stateProperty()));
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private HBox buttons(HubViewModel hub, Runnable onOpened) {
    var line = new HBox();
    // Before the buttons know of it: the one that is pressed goes, and loses the focus to another.
    transfer.stateProperty().subscribe(() -> keepFocus(line, transfer.stateProperty().get()));
    var get =
        OffersPane.button(
            "hub-get",
            "Get",
            "Fetches the files of the chosen precision into the cache that the hub's other tools"
                + " use too, and checks each.");
    get.setOnAction(_ -> hub.get());
    get.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    transfer.stateProperty().get() == State.RUNNING
                        || hub.browse().choiceProperty().get().isEmpty(),
                transfer.stateProperty(),
                hub.browse().choiceProperty()));
    showWhile(get, hub.placeProperty().map(place -> place == HubViewModel.Place.HUB));
    var pause =
        only(
            State.RUNNING,
            OffersPane.button(
                "hub-pause",
                "Pause",
                "Stops for now. What has come is kept, also after a restart."));
    pause.setOnAction(_ -> transfer.pause());
    var resume =
        only(
            State.PAUSED,
            OffersPane.button("hub-resume", "Resume", "Goes on where it was, after a check."));
    resume.setOnAction(_ -> transfer.resume());
    var cancel =
        OffersPane.button(
            "hub-cancel", "Cancel", "Gives this model up and removes parts of unfinished files.");
    cancel.setOnAction(_ -> transfer.cancel());
    showWhile(
        cancel,
        transfer.stateProperty().map(state -> state == State.RUNNING || state == State.PAUSED));
    var open =
        only(
            State.DONE, OffersPane.button("hub-open", "Open", "Opens the model that was fetched."));
    open.setOnAction(
        _ -> {
          transfer.open();
          onOpened.run();
        });
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    line.getChildren().addAll(space, cancel, pause, resume, open, get);
    line.getStyleClass().add("hub-line");
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  /// Moves the focus to the button that is the next one to press, if the focus is on one of them.
  private static void keepFocus(HBox line, State state) {
    if (line.isFocusWithin()) {
      var id =
          switch (state) {
            case NONE -> "#hub-get";
            case RUNNING -> "#hub-pause";
            case PAUSED -> "#hub-resume";
            case DONE -> "#hub-open";
          };
      new FxThread().execute(() -> line.lookup(id).requestFocus());
    }
  }

  private Button only(State wanted, Button button) {
    showWhile(button, transfer.stateProperty().map(state -> state == wanted));
    return button;
  }

  private static void showWhile(Button button, ObservableValue<Boolean> wanted) {
    button.visibleProperty().bind(wanted);
    button.managedProperty().bind(button.visibleProperty());
  }
}
