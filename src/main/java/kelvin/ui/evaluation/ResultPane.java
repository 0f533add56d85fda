package kelvin.ui.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
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
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.evaluation.comparison.ComparisonPane;
import kelvin.ui.evaluation.correction.CorrectionPane;
import kelvin.ui.evaluation.figure.EvaluationExport;
import kelvin.ui.evaluation.figure.EvaluationExports;
import kelvin.ui.evaluation.figure.EvaluationFigure;
import kelvin.ui.evaluation.item.ItemFilter;
import kelvin.ui.evaluation.item.ItemsPane;
import kelvin.ui.evaluation.picture.OverviewPane;
import kelvin.ui.evaluation.picture.TrustPane;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.lab.common.RemoveButton;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the selected evaluation.
final class ResultPane extends StackPane {

  private static final String EMPTY =
      "An evaluation asks a prompt about many texts whose right labels are known: how often it is"
          + " right, how sure it is when it is wrong, and when to trust it. Choose the data and"
          + " press Evaluate; each item leads back into the playground.";

  private final EvaluationLab lab;
  private final EvaluationExports exports;
  private final Runnable showPlayground;
  private final Label title = new Label();
  private final Label conditions = new Label();
  private final Headline headline = new Headline();
  private final StackPane body = new StackPane();
  private final ObjectProperty<ResultTab> tab =
      new SimpleObjectProperty<>(this, "tab", ResultTab.OVERVIEW);
  private final ObjectProperty<ItemFilter> filter =
      new SimpleObjectProperty<>(this, "filter", new ItemFilter.All());
  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", Double.NaN);
  private final Map<ResultTab, Part> parts = new EnumMap<>(ResultTab.class);

  ResultPane(EvaluationLab lab, EvaluationExports exports, Runnable showPlayground) {
    this.lab = lab;
    this.exports = exports;
    this.showPlayground = showPlayground;
    getStyleClass().add("card");
    VBox.setVgrow(body, Priority.ALWAYS);
    var tabs = new ChoiceSwitch<>(tab, ResultTab.segments());
    tabs.setId("evaluation-tabs");
    var content = new VBox(head(), headline, tabs, body);
    content.getStyleClass().add("card-content");
    var message = new Label(EMPTY);
    message.setId("evaluation-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    content.visibleProperty().bind(lab.runs().selectedProperty().isNotNull());
    message.visibleProperty().bind(lab.runs().selectedProperty().isNull());
    getChildren().addAll(content, message);
    lab.runs().selectedProperty().subscribe(this::show);
    tab.subscribe((_, _) -> showTab());
  }

  private HBox head() {
    title.setId("evaluation-title");
    title.getStyleClass().add("sweep-title");
    title.setMinWidth(0);
    conditions.setId("evaluation-conditions");
    conditions.getStyleClass().add("quiet");
    conditions.setMinWidth(0);
    conditions.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(conditions, Priority.ALWAYS);
    var head =
        new HBox(
            title, conditions, exportMenu(), new RemoveButton(lab.runs().list(), RunsPane.WORDS));
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private MenuButton exportMenu() {
    var export = new MenuButton("Export");
    export.setId("evaluation-export");
    export.getStyleClass().add("quiet-menu");
    export.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        export, "The figure as PNG or SVG, its numbers or all items as CSV, everything as JSON.");
    for (var kind : EvaluationExport.ALL) {
      var item = new MenuItem(kind.label() + " …");
      item.setOnAction(_ -> export(kind));
      export.getItems().add(item);
    }
    return export;
  }

  private void export(EvaluationExport kind) {
    var shown = lab.runs().selectedProperty().get();
    if (shown != null) {
      var figure = EvaluationFigure.of(shown.evaluation()).at(threshold.get());
      exports.export(figure, shown.title(), kind, getScene().getWindow());
    }
  }

  private void show(@Nullable EvaluatedRun shown) {
    threshold.set(Double.NaN);
    if (shown != null) {
      title.setText(shown.title());
      conditions.setText(shown.evaluation().facts().model() + "  ·  " + shown.conditions());
      headline.show(shown.evaluation(), shown.measures());
      if (filter.get() instanceof ItemFilter.Cell) {
        // Its labels are those of another evaluation.
        filter.set(new ItemFilter.All());
      }
      showTab();
    }
  }

  private void showTab() {
    var shown = lab.runs().selectedProperty().get();
    if (shown != null) {
      var part = parts.computeIfAbsent(tab.get(), this::made);
      part.show().accept(shown);
      body.getChildren().setAll(part.node());
    }
  }

  /// A part of the result, and the way to show a run in it.
  private record Part(Node node, Consumer<EvaluatedRun> show) {}

  private Part made(ResultTab which) {
    return switch (which) {
      case OVERVIEW -> {
        var pane = new OverviewPane(this::showCell);
        yield new Part(pane, run -> pane.show(run.evaluation(), run.measures()));
      }
      case TRUST -> {
        var pane = new TrustPane(lab.corrections().wantedErrorProperty(), threshold);
        yield new Part(pane, run -> pane.show(run.evaluation()));
      }
      case ITEMS -> {
        var pane = items();
        yield new Part(pane, run -> pane.show(run.evaluation()));
      }
      case COMPARE -> {
        var pane =
            new ComparisonPane(
                lab.runs().runs(), lab.comparison(), lab.variants(), lab.runs().list()::add);
        yield new Part(pane, pane::show);
      }
      // Follows the selected run by itself.
      case CORRECT -> new Part(new CorrectionPane(lab.corrections()), _ -> {});
    };
  }

  private ItemsPane items() {
    return new ItemsPane(
        filter,
        item -> {
          var shown = lab.runs().selectedProperty().get();
          if (shown != null) {
            lab.runs().restorePrompt(shown, item);
          }
        },
        lab.runs().restoredProperty(),
        showPlayground);
  }

  private void showCell(int right, int choice) {
    tab.set(ResultTab.ITEMS);
    filter.set(new ItemFilter.Cell(right, choice));
    // The matrix that had the focus is no longer on show.
    body.getChildren().forEach(Node::requestFocus);
  }
}
