package kelvin.ui.adapt.lab;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.lab.common.RemoveButton;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the selected comparison, or of the one that runs.
final class AdaptResultPane extends StackPane {

  private static final String EMPTY =
      "A model can be adapted to a task by words, by examples in the prompt, or by training. This"
          + " measures all of them on the same texts, with the same labelled examples: how often each"
          + " is right, how fast it is and what it keeps. Choose the data and press Compare.";

  private final AdaptViewModel adapt;
  private final AdaptExports exports;
  private final Label title = new Label();
  private final Label conditions = new Label();
  private final StackPane body = new StackPane();
  private final ObjectProperty<ResultTab> tab =
      new SimpleObjectProperty<>(this, "tab", ResultTab.CURVES);
  private final ReadOnlyObjectWrapper<@Nullable AdaptRun> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private final ObjectProperty<Optional<AdaptPoint>> chosen =
      new SimpleObjectProperty<>(this, "chosen", Optional.empty());
  private final PointLine line;
  private final CurvesPane curves;
  private final TablePane table = new TablePane();
  private final PointsTable points;

  AdaptResultPane(AdaptViewModel adapt, AdaptExports exports, Runnable showPlayground) {
    this.adapt = adapt;
    this.exports = exports;
    line = new PointLine(adapt.lead(), shown.getReadOnlyProperty(), chosen, showPlayground);
    curves = new CurvesPane(chosen, line::follow);
    points = new PointsTable(chosen, line::follow);
    getStyleClass().add("card");
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    var tabs = new ChoiceSwitch<>(tab, ResultTab.segments());
    tabs.setId("adapt-tabs");
    line.visibleProperty().bind(tab.isNotEqualTo(ResultTab.TABLE));
    line.managedProperty().bind(line.visibleProperty());
    var content = new VBox(head(), tabs, body, line);
    content.getStyleClass().add("card-content");
    var message = new Label(EMPTY);
    message.setId("adapt-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    content.visibleProperty().bind(shown.isNotNull());
    message.visibleProperty().bind(shown.isNull());
    getChildren().addAll(content, message);
    tab.subscribe(now -> body.getChildren().setAll(part(now)));
    adapt.list().selectedProperty().subscribe(_ -> show());
    adapt.runningProperty().subscribe(_ -> show());
  }

  private Node part(ResultTab which) {
    return switch (which) {
      case CURVES -> curves;
      case TABLE -> table;
      case POINTS -> points;
    };
  }

  private HBox head() {
    title.setId("adapt-title");
    title.getStyleClass().add("sweep-title");
    title.setMinWidth(0);
    conditions.setId("adapt-conditions");
    conditions.getStyleClass().add("quiet");
    conditions.setMinWidth(0);
    conditions.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(conditions, Priority.ALWAYS);
    var remove = new RemoveButton(adapt.list(), AdaptRunsPane.WORDS);
    remove.disableProperty().bind(adapt.list().selectedProperty().isNull());
    var head = new HBox(title, conditions, exportMenu(), remove);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private MenuButton exportMenu() {
    var export = new MenuButton("Export");
    export.setId("adapt-export");
    export.getStyleClass().add("quiet-menu");
    export.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        export,
        "The figure as PNG or SVG, every point as CSV, everything as JSON: that file can be opened"
            + " here again, and by kelvin render --adapt.");
    for (var format : FigureFormat.values()) {
      var item = new MenuItem(format.label() + " …");
      item.setOnAction(_ -> export(format));
      export.getItems().add(item);
    }
    return export;
  }

  private void export(FigureFormat format) {
    var run = shown.get();
    if (run != null) {
      exports.export(run.adaptation(), run.title(), format, getScene().getWindow());
    }
  }

  /// Shows the selected comparison; without one, the one that runs.
  private void show() {
    var selected = adapt.list().selectedProperty().get();
    var run = selected != null ? selected : adapt.runningProperty().get().orElse(null);
    if (run == null) {
      shown.set(null);
      return;
    }
    // More points of the same comparison leave the chosen one.
    var key = chosen.get().map(AdaptPoint::key);
    shown.set(run);
    chosen.set(key.flatMap(run::find));
    title.setText(run.title());
    conditions.setText(selected == null ? "running" : run.conditions());
    curves.show(run.adaptation());
    table.show(run.adaptation());
    points.show(run.adaptation());
  }
}
