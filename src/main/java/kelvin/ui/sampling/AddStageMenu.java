package kelvin.ui.sampling;

import atlantafx.base.controls.CaptionMenuItem;
import atlantafx.base.theme.Tweaks;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import kelvin.distribution.StageKind;
import kelvin.ui.sampling.chain.ChainViewModel;
import kelvin.ui.sampling.chain.StageGroup;
import kelvin.ui.sampling.chain.StageLessons;

/// Lists all stages by what they do, and adds one that is not in the chain yet.
final class AddStageMenu extends MenuButton {

  private final ChainViewModel chain;

  AddStageMenu(ChainViewModel chain) {
    super("+ Add stage");
    this.chain = chain;
    setId("add-stage");
    getStyleClass().addAll("quiet-button", "add-stage", Tweaks.NO_ARROW);
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip("More samplers and penalties; each has its place in the chain."));
    setOnShowing(_ -> fill());
    fill();
  }

  private void fill() {
    getItems().clear();
    for (var group : StageGroup.values()) {
      getItems().add(new CaptionMenuItem(group.title()));
      group.kinds().forEach(kind -> getItems().add(item(kind)));
    }
  }

  private MenuItem item(StageKind kind) {
    var item = new MenuItem(StageLessons.title(kind));
    item.setId("add-" + kind.label());
    item.setDisable(chain.chainProperty().get().find(kind).isPresent());
    item.setOnAction(_ -> chain.add(kind));
    return item;
  }
}
