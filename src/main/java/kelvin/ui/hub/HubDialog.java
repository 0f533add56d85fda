package kelvin.ui.hub;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.hub.HubViewModel.Place;
import kelvin.ui.theme.ThemeStyle;

/// Finds models and fetches them. The window stays usable beside it, and a transfer goes on when it
/// is closed.
public final class HubDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 600;

  /// The part of the window that stays in sight around the dialog.
  private static final double AROUND = 80;

  public HubDialog(HubViewModel viewModel, Scene owner) {
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    setTitle("Get models");
    setResizable(true);
    var theme = ThemeStyle.follow(getDialogPane(), owner);
    // Lists and tables would keep the key for themselves.
    getDialogPane()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
              }
            });
    var offers = new OffersPane(viewModel.browse());
    var files = new FilesPane(viewModel.browse());
    double times = ThemeStyle.times(owner);
    double width = Math.min(WIDTH * times, owner.getWidth() - AROUND);
    var columns = HubColumns.of(offers, files, width, times);
    var here = new HerePane(viewModel, this::close);
    showAt(viewModel, Place.HUB, columns);
    showAt(viewModel, Place.HERE, here);
    var content =
        new VBox(placeSwitch(viewModel), columns, here, new TransferPane(viewModel, this::close));
    content.getStyleClass().addAll("dialog-content", "hub");
    content.setPrefSize(width, Math.min(HEIGHT * times, owner.getHeight() - 2 * AROUND));
    getDialogPane().getStyleClass().add("hub-pane");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    setOnShown(
        _ -> {
          viewModel.here().refresh();
          offers.takeFocus();
        });
    setOnHidden(
        _ -> {
          theme.unsubscribe();
          viewModel.browse().stop();
        });
  }

  private static HBox placeSwitch(HubViewModel viewModel) {
    var line =
        new HBox(
            new ChoiceSwitch<>(
                viewModel.placeProperty(),
                List.of(
                    new ChoiceSwitch.Segment<>(
                        Place.HUB,
                        "hub-place-hub",
                        "On the hub",
                        "A short list to begin with, and a search. Nothing is sent before you ask."),
                    new ChoiceSwitch.Segment<>(
                        Place.HERE,
                        "hub-place-here",
                        "On this computer",
                        "The models in the hub's cache, whoever fetched them. Uses no network."))));
    line.getStyleClass().add("hub-line");
    line.setMinHeight(Region.USE_PREF_SIZE);
    return line;
  }

  private static void showAt(HubViewModel viewModel, Place place, Node pane) {
    VBox.setVgrow(pane, Priority.ALWAYS);
    pane.visibleProperty().bind(viewModel.placeProperty().map(now -> now == place));
    pane.managedProperty().bind(pane.visibleProperty());
  }
}
