package kelvin.ui.prompt;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.Shading;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Numbers;
import kelvin.ui.text.HeatChip;
import kelvin.ui.text.RankClass;
import kelvin.ui.text.Shades;

/// The choice of the shading, and its scale: a ramp with numbers and unit, or the four rank classes
/// with the number of tokens in each.
final class HeatLegend extends FlowPane {

  /// Below this width the scale has its own line.
  private static final double ONE_LINE_WIDTH = 240;

  private static final double CHOICE_WIDTH = 112;

  HeatLegend(PromptViewModel viewModel) {
    getStyleClass().add("legend");
    setRowValignment(VPos.CENTER);
    // The scale is as wide as the legend, which could not become narrower otherwise.
    setMinWidth(0);
    var scale = new HBox();
    scale.setId("heat-scale");
    scale.setAlignment(Pos.CENTER_LEFT);
    scale
        .prefWidthProperty()
        .bind(
            widthProperty()
                .map(
                    width ->
                        width.doubleValue() < ONE_LINE_WIDTH
                            ? width.doubleValue()
                            : width.doubleValue() - CHOICE_WIDTH));
    var shading = viewModel.shadingProperty();
    shading.subscribe(now -> fill(scale, now, viewModel));
    viewModel
        .numbers()
        .rankCountsProperty()
        .subscribe(
            (_, _) -> {
              // The other scales have no counts, and every step changes these.
              if (shading.get() == Shading.RANK) {
                fill(scale, Shading.RANK, viewModel);
              }
            });
    viewModel
        .inner()
        .shadesProperty()
        .subscribe(
            (_, _) -> {
              if (shading.get().isInner()) {
                fill(scale, shading.get(), viewModel);
              }
            });
    viewModel.unitProperty().subscribe((_, _) -> fill(scale, shading.get(), viewModel));
    getChildren().addAll(choice(viewModel), scale);
  }

  private static ChoiceBox<Shading> choice(PromptViewModel viewModel) {
    var choice = new ChoiceBox<Shading>();
    choice.setId("shading");
    choice.getStyleClass().add("quiet-choice");
    choice.getItems().addAll(Shading.ALL);
    viewModel
        .unitProperty()
        .subscribe(unit -> choice.setConverter(new ChoiceWords<>(shading -> shading.title(unit))));
    choice.valueProperty().bindBidirectional(viewModel.shadingProperty());
    choice.setAccessibleText("What the shade of a token says");
    choice.setTooltip(
        new Tooltip(
            "What the shade of a token says, in the prompt and in the generated text:"
                + "\nits surprisal −log p, its probability p, its rank,"
                + "\nor the entropy of the distribution before it."
                + "\nAttention: how much the model’s heads look at it for the next token."
                + "\nGradient: how it drives the prediction of a token."));
    choice.setMinWidth(Region.USE_PREF_SIZE);
    return choice;
  }

  private static void fill(HBox scale, Shading shading, PromptViewModel viewModel) {
    scale.getChildren().clear();
    if (shading == Shading.RANK) {
      for (var rankClass : RankClass.values()) {
        int count = viewModel.numbers().rankCountsProperty().get().getOrDefault(rankClass, 0);
        scale.getChildren().add(rankClass(rankClass, count));
      }
      return;
    }
    var inner = viewModel.inner().shadesProperty().getValue();
    var ticks =
        shading.isInner() && !inner.ticks().isEmpty()
            ? inner.ticks()
            : Shades.ticks(shading, viewModel.unitProperty().get());
    if (!ticks.isEmpty()) {
      scale.getChildren().add(ramp(ticks, shading.isInner() && inner.signed()));
    }
  }

  private static VBox ramp(List<String> labels, boolean signed) {
    var ramp = signed ? bothSides() : part("heat-ramp");
    var ticks = new TickLine(labels.stream().map(HeatLegend::tick).toList());
    var box = new VBox(ramp, ticks);
    box.getStyleClass().add("heat-ramp-box");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /// The scale below 0 and the one above.
  private static Region bothSides() {
    var below = part("heat-ramp", "below");
    var above = part("heat-ramp", "above");
    HBox.setHgrow(below, Priority.ALWAYS);
    HBox.setHgrow(above, Priority.ALWAYS);
    return new HBox(below, above);
  }

  private static Region part(String... styleClasses) {
    var part = new Region();
    part.getStyleClass().addAll(styleClasses);
    return part;
  }

  private static VBox rankClass(RankClass rankClass, int count) {
    var chip = new HeatChip();
    chip.setText(Numbers.count(count));
    chip.shadeProperty().set(rankClass.shade());
    chip.getStyleClass().add("rank-class");
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.setId("rank-class-" + rankClass.name().toLowerCase(Locale.ROOT));
    chip.setAccessibleText(Numbers.tokens(count) + ", rank " + rankClass.label());
    chip.setTooltip(
        new Tooltip(
            Numbers.count(count) + " of the scored tokens have a rank " + rankClass.range()));
    var box = new VBox(chip, tick(rankClass.label()));
    // All four have the same width.
    box.setPrefWidth(1);
    box.setMinWidth(0);
    box.getStyleClass().add("heat-ramp-box");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static Label tick(String text) {
    var tick = new Label(text);
    tick.getStyleClass().add("heat-tick");
    return tick;
  }

  /// Spreads labels evenly; each is centred on its place, except that the outer ones stay inside
  /// the ends.
  private static final class TickLine extends Region {

    private final List<Label> ticks;

    TickLine(List<Label> ticks) {
      this.ticks = ticks;
      getChildren().addAll(ticks);
    }

    @Override
    protected void layoutChildren() {
      double distance = getWidth() / (ticks.size() - 1);
      for (int i = 0; i < ticks.size(); i++) {
        var tick = ticks.get(i);
        double width = tick.prefWidth(-1);
        double x = Math.clamp(i * distance - width / 2, 0, Math.max(0, getWidth() - width));
        tick.resizeRelocate(snapPositionX(x), 0, width, tick.prefHeight(-1));
      }
    }

    @Override
    protected double computePrefHeight(double width) {
      return ticks.getFirst().prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }
  }
}
