package kelvin.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import kelvin.inference.StartToken;

/// The commands for models: open another one, stop opening, show details, choose the start token.
public final class ModelMenu extends Menu {

  private final ModelViewModel viewModel;
  private final ModelPicker picker;

  public ModelMenu(
      ModelViewModel viewModel, ModelPicker picker, ObjectProperty<StartToken> startToken) {
    super("Model");
    this.viewModel = viewModel;
    this.picker = picker;
    var open = item("Open model folder …", "Shortcut+Shift+O", picker::chooseFolder);
    var stop = item("Stop opening", "Shortcut+Shift+Period", viewModel::stopOpening);
    stop.disableProperty().bind(viewModel.loadingProperty().not());
    var look = item("About this model …", "Shortcut+I", this::showReport);
    look.disableProperty()
        .bind(viewModel.descriptorProperty().map(descriptor -> descriptor.isEmpty()));
    getItems().addAll(open, stop, new SeparatorMenuItem(), look, startTokens(startToken));
  }

  private static Menu startTokens(ObjectProperty<StartToken> chosen) {
    var menu = new Menu("Start token");
    var group = new ToggleGroup();
    for (var choice : StartToken.values()) {
      var item = new RadioMenuItem(choice.title());
      item.setToggleGroup(group);
      item.setOnAction(_ -> chosen.set(choice));
      chosen.subscribe(now -> item.setSelected(now == choice));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void showReport() {
    viewModel
        .descriptorProperty()
        .get()
        .ifPresent(
            model ->
                TextDialog.show(
                    picker.getScene(), model.name(), String.join("\n", ModelReport.lines(model))));
  }

  private static MenuItem item(String text, String shortcut, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
