package kelvin.ui.distribution;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.control.BarScale;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.TokenBars;
import org.controlsfx.control.SegmentedButton;

/// Layout and bindings of the picture in the middle: bars above, cumulative curve below.
public final class DistributionView extends StackPane {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private static final double LEGEND_WIDTH = 520;

  private final DistributionViewModel viewModel;

  public DistributionView(DistributionViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "distribution-view");
    var content = new VBox(head(), bars(), rule(), new CurvesView(viewModel));
    content.getStyleClass().add("card-content");
    var message = new Label();
    message.setId("distribution-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    message.textProperty().bind(viewModel.messageProperty());
    message.visibleProperty().bind(viewModel.messageProperty().isNotEmpty());
    content.visibleProperty().bind(viewModel.messageProperty().isEmpty());
    getChildren().addAll(content, message);
    viewModel.staleProperty().subscribe(stale -> pseudoClassStateChanged(STALE, stale));
  }

  private HBox head() {
    var title = title("NEXT TOKEN");
    var heading = new Label();
    heading.setId("distribution-heading");
    heading.getStyleClass().add("token-text");
    heading.textProperty().bind(viewModel.headingProperty());
    heading.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    heading.setMinWidth(0);
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    var filled = key("key-filled");
    var filledLabel = quiet("");
    filledLabel
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> "at τ " + Numbers.plain(viewModel.temperatureProperty().get()),
                viewModel.temperatureProperty()));
    var outline = key("key-outline");
    var outlineLabel = quiet("model’s own");
    var legend = new HBox(filled, filledLabel, outline, outlineLabel);
    legend.getStyleClass().add("card-head");
    legend.setAlignment(Pos.CENTER_LEFT);
    // In a narrow panel the words before the token matter more than the legend.
    legend.visibleProperty().bind(widthProperty().greaterThan(LEGEND_WIDTH));
    legend.managedProperty().bind(legend.visibleProperty());
    var head = new HBox(title, heading, legend, scaleSwitch());
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private SegmentedButton scaleSwitch() {
    var buttons =
        new SegmentedButton(
            scaleButton(BarScale.ABSOLUTE, "0–1", "A full bar is probability 1."),
            scaleButton(BarScale.LARGEST, "fit", "The largest bar on show fills the column."),
            scaleButton(
                BarScale.LOGARITHMIC,
                "log",
                "A log scale from one in a million to 1: equal steps are equal factors."));
    buttons.getStyleClass().add("scale-switch");
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    return buttons;
  }

  private ToggleButton scaleButton(BarScale scale, String text, String lesson) {
    var button = new ToggleButton(text);
    button.setId("scale-" + scale.name().toLowerCase(Locale.ROOT));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(lesson));
    viewModel.scaleProperty().subscribe(now -> button.setSelected(now == scale));
    button.setOnAction(
        _ -> {
          viewModel.scaleProperty().set(scale);
          // A second click on the chosen one does not choose none.
          button.setSelected(true);
        });
    return button;
  }

  private TokenBars bars() {
    var bars = new TokenBars();
    bars.setId("bars");
    bars.pictureProperty().bind(viewModel.pictureProperty());
    bars.scaleProperty().bind(viewModel.scaleProperty());
    bars.setOnForce(viewModel::force);
    VBox.setVgrow(bars, Priority.ALWAYS);
    return bars;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  private static Region key(String styleClass) {
    var key = new Region();
    key.getStyleClass().addAll("key", styleClass);
    return key;
  }

  private static Label title(String text) {
    var title = new Label(text);
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    return title;
  }

  private static Label quiet(String text) {
    var label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
