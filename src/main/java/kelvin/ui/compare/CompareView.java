package kelvin.ui.compare;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.BarScale;
import kelvin.display.Compared;
import kelvin.ui.compare.figure.ComparisonExports;
import kelvin.ui.compare.figure.ComparisonFigure;
import kelvin.ui.compare.figure.ExportMenu;
import kelvin.ui.compare.precision.ExportsPane;
import kelvin.ui.compare.text.TextPairPane;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.fx.FxThread;

/// The page with two prompts, both edited in place, and below them what differs: the next token,
/// labels or whole answers.
public final class CompareView extends SplitPane {

  /// The height of the texts: a share of the page, and no more than a few lines need.
  private static final double TEXTS = 0.27;

  private static final double MIN_TEXTS = 156;
  private static final double MAX_TEXTS = 190;
  private static final double BARS = 0.58;

  /// Below this height the bars get a larger share, or only a row or two of them would fit.
  private static final double LOW = 430;

  private static final double BARS_WHEN_LOW = 0.7;

  private final CompareViewModel compare;
  private final ComparisonExports exports;
  private final ObservableValue<Boolean> calm;

  /// @param calm whether bars jump to their new length instead of moving gradually
  public CompareView(
      CompareViewModel compare, ComparisonExports exports, ObservableValue<Boolean> calm) {
    this.compare = compare;
    this.exports = exports;
    this.calm = calm;
    setId("compare");
    getStyleClass().addAll("page", "panels", "compare-view");
    setOrientation(Orientation.VERTICAL);
    var texts =
        new HBox(new SideCard("A", compare.a(), compare), new SideCard("B", compare.b(), compare));
    texts.getStyleClass().add("compare-columns");
    texts.setMinHeight(MIN_TEXTS);
    var numbers =
        new StackPane(
            of(Compared.TOKEN, this::nextToken),
            of(Compared.LABELS, () -> new LabelsCard(compare)),
            of(Compared.ANSWERS, () -> new AnswersCard(compare)),
            of(
                Compared.TEXT,
                () -> new TextPairPane(compare.pairedModels().overText(), exportOfText())),
            of(
                Compared.EXPORTS,
                () -> new ExportsPane(compare.pairedModels().exports(), exportOfExports())));
    VBox.setVgrow(numbers, Priority.ALWAYS);
    var below = new VBox(switches(), numbers);
    below.getStyleClass().add("compare-numbers");
    getItems().setAll(texts, below);
    SplitPane.setResizableWithParent(texts, false);
    heightProperty().subscribe((before, now) -> place(before.doubleValue(), now.doubleValue()));
  }

  /// Later the divider is where the user moved it.
  private void place(double before, double now) {
    if (before == 0) {
      setDividerPositions(Math.min(TEXTS, MAX_TEXTS / now));
    }
  }

  private LazyPane<Node> of(Compared wanted, Supplier<Node> content) {
    return new LazyPane<>(compare.comparedProperty().map(now -> now == wanted), content);
  }

  private HBox switches() {
    var what =
        new ChoiceSwitch<>(
            compare.comparedProperty(),
            Compared.ALL.stream()
                .map(
                    each ->
                        new Segment<>(each, "compare-" + each.label(), each.title(), each.lesson()))
                .toList());
    for (int i = 0; i < Compared.ALL.size(); i++) {
      var each = Compared.ALL.get(i);
      if (!each.isAlways()) {
        var button = what.getButtons().get(i);
        var two = compare.pairedModels().twoModelsProperty();
        button
            .visibleProperty()
            .bind(
                each == Compared.TEXT
                    ? two.or(button.selectedProperty())
                    : button.selectedProperty());
        button.managedProperty().bind(button.visibleProperty());
      }
    }
    var swap = new Button("Swap A and B");
    swap.setId("compare-swap");
    swap.getStyleClass().add("quiet-button");
    swap.setMinWidth(Region.USE_PREF_SIZE);
    swap.setTooltip(new Tooltip("Exchanges the sides: prompts, models and sampling."));
    swap.setOnAction(_ -> compare.swap());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var scale = scaleSwitch();
    scale.visibleProperty().bind(compare.comparedProperty().map(Compared::isAlways));
    var line = new HBox(what, swap, place(), space, scale);
    line.getStyleClass().add("compare-switches");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private ExportMenu exportOfText() {
    var overText = compare.pairedModels().overText();
    return new ExportMenu(
        "compare-text-export",
        "The text as PNG or SVG, its positions as CSV, or all of it as the JSON of kelvin compare.",
        List.of(FigureFormat.values()),
        overText.resultProperty().map(Objects::nonNull).orElse(false),
        new ExportMenu.Actions() {
          @Override
          public void export(FigureFormat format) {
            var done = overText.resultProperty().get();
            if (done != null) {
              var figure =
                  new ComparisonFigure(
                      done, overText.shadeProperty().get(), compare.unit().getValue());
              exports.export(figure, format, getScene().getWindow());
            }
          }

          @Override
          public void copyCommand() {
            compare.pairedModels().commandOverText().ifPresent(exports::copy);
          }
        });
  }

  private ExportMenu exportOfExports() {
    return new ExportMenu(
        "compare-exports-export",
        "The table as CSV, or all positions as the JSON of kelvin compare.",
        List.of(FigureFormat.CSV, FigureFormat.JSON),
        compare.pairedModels().exports().hasSome(),
        new ExportMenu.Actions() {
          @Override
          public void export(FigureFormat format) {
            exports.export(
                compare.pairedModels().exports().comparisons(), format, getScene().getWindow());
          }

          @Override
          public void copyCommand() {
            compare.pairedModels().commandOfExports().ifPresent(exports::copy);
          }
        });
  }

  /// Says that both sides show a place inside a text, and leads back.
  private HBox place() {
    var words = new Label();
    words.setId("compare-place");
    words.getStyleClass().add("quiet");
    words.setMinWidth(0);
    words.textProperty().bind(compare.pairedModels().placeWords());
    var back = new Button("Back to the end");
    back.setId("compare-place-back");
    back.getStyleClass().addAll("quiet-button", "flush");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setTooltip(new Tooltip("Shows the next token after both whole prompts again."));
    back.setOnAction(_ -> compare.pairedModels().lookAtEnd());
    var place = new HBox(6, words, back);
    place.setAlignment(Pos.CENTER_LEFT);
    place.visibleProperty().bind(words.textProperty().isNotEmpty());
    place.managedProperty().bind(place.visibleProperty());
    return place;
  }

  private Node nextToken() {
    var bars =
        new HBox(
            new SideBars("A", compare.a(), compare, calm),
            new SideBars("B", compare.b(), compare, calm));
    bars.getStyleClass().add("compare-columns");
    bars.setMinHeight(150);
    var both = new SplitPane(bars, new DifferenceCard(compare));
    both.getStyleClass().add("panels");
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(BARS);
    // The pane would move a divider that is set while it is laid out.
    var later = new FxThread();
    both.heightProperty()
        .map(height -> height.doubleValue() < LOW)
        .subscribe(
            (_, low) -> later.execute(() -> both.setDividerPositions(low ? BARS_WHEN_LOW : BARS)));
    return both;
  }

  private ChoiceSwitch<BarScale> scaleSwitch() {
    return new ChoiceSwitch<>(
        compare.scaleProperty(),
        List.of(
            scale(BarScale.ABSOLUTE, "0–1", "On both sides a full bar is probability 1."),
            scale(
                BarScale.LOGARITHMIC,
                "log",
                "On both sides a log scale from one in a million to 1.")));
  }

  private static Segment<BarScale> scale(BarScale scale, String text, String lesson) {
    return new Segment<>(scale, "compare-scale-" + scale.label(), text, lesson);
  }
}
