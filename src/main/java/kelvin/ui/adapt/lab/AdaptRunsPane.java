package kelvin.ui.adapt.lab;

import java.io.File;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.lab.common.ResultCell;
import kelvin.ui.lab.common.ResultListPane;
import kelvin.ui.lab.common.ResultWords;

/// Layout and bindings of the list of finished comparisons, to which those in files can be added.
final class AdaptRunsPane extends ResultListPane<AdaptRun> {

  static final ResultWords WORDS = new ResultWords("comparison", "window");

  private final AdaptViewModel adapt;

  AdaptRunsPane(AdaptViewModel adapt) {
    super(adapt.list(), WORDS, AdaptRun::title, RunCell::new);
    this.adapt = adapt;
    addToHead(open());
  }

  private Button open() {
    var open = new Button("Open a result …");
    open.setId("adapt-open-result");
    open.getStyleClass().add("quiet-button");
    open.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        open, "Opens a comparison that was exported as JSON here, or by kelvin adapt --json.");
    open.setOnAction(_ -> choose());
    return open;
  }

  private void choose() {
    var chooser = new FileChooser();
    chooser.setTitle("Open a comparison");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter("Comparisons", "*.json"), new ExtensionFilter("All files", "*"));
    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(adapt::open);
  }

  private static final class RunCell extends ResultCell<AdaptRun> {

    @Override
    protected Words words(AdaptRun item) {
      return new Words(item.title(), item.accuracy(), item.about(ZoneId.systemDefault()));
    }
  }
}
