package kelvin.ui.compare.text;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.engine.pair.ModelComparison.Next;
import kelvin.engine.pair.PairWork.Done;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.Sentences;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.ui.work.ToolForm;
import org.jspecify.annotations.Nullable;

/// Two models over a text: totals, and the text as a strip beside a table of its positions.
public final class TextPairPane extends VBox {

  private static final double STRIP = 0.36;

  private final TextPairViewModel viewModel;
  private final Label totals = new Label(" ");
  private final PairBars characters = new PairBars();
  private final SplitPane positions;
  private final ScrollPane next;

  /// @param end stands at the end of the line above, such as a menu
  public TextPairPane(TextPairViewModel viewModel, Node end) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "card-content", "compare-pairs");
    totals.setId("compare-text-totals");
    totals.setWrapText(true);
    totals.setMinHeight(USE_PREF_SIZE);
    positions = new SplitPane(new PairStrip(viewModel), new PairTable(viewModel));
    positions.getStyleClass().add("panels");
    positions.setDividerPositions(STRIP);
    next = characters();
    var shown = new StackPane(positions, next);
    VBox.setVgrow(shown, Priority.ALWAYS);
    getChildren()
        .addAll(
            line(end),
            Sentences.problem("compare-text-problem", viewModel.run().problemProperty()),
            totals,
            Sentences.of("compare-text-draws", "quiet", viewModel.drawsSentence()),
            shown);
    viewModel.resultProperty().subscribe(_ -> show());
    viewModel.unit().subscribe(_ -> show());
  }

  private ScrollPane characters() {
    characters.setId("compare-text-characters");
    characters.whatProperty().set("next character");
    var scroll = new ScrollPane(characters);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private HBox line(Node end) {
    var over = new Label("Over");
    over.getStyleClass().add("quiet");
    over.setMinWidth(USE_PREF_SIZE);
    var text = new ChoiceBox<TextOf>();
    text.setId("compare-text-of");
    text.getStyleClass().add("lab-choice");
    text.getItems().setAll(TextOf.ALL);
    text.setConverter(new ChoiceWords<>(TextOf::title));
    text.valueProperty().bindBidirectional(viewModel.textOfProperty());
    text.setAccessibleText("The text over which the models are compared");
    text.setTooltip(new Tooltip("Both models read this text, with the tokens of side A’s model."));
    over.setLabelFor(text);
    var buttons =
        ToolForm.buttons(
            "compare-text-start",
            "Compare again",
            "Reads the text with both models, in the background, when nothing else runs.",
            viewModel.run(),
            viewModel::start,
            viewModel::cancel);
    var progress = new ProgressBar();
    progress.setId("compare-text-progress");
    progress.setPrefWidth(90);
    progress.setAccessibleText("Share of the text that is compared");
    progress.progressProperty().bind(viewModel.progressProperty());
    progress.visibleProperty().bind(viewModel.run().runningProperty());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(10, over, text, buttons, progress, space, shades(), end);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private ChoiceSwitch<TextShade> shades() {
    var shades =
        new ChoiceSwitch<>(
            viewModel.shadeProperty(),
            List.of(
                new Segment<>(
                    TextShade.KL,
                    "compare-shade-kl",
                    "KL",
                    "Shades each token by KL(A ‖ B) of the distributions before it: full from 1"
                        + " bit on, and by the root, so that small values can be told apart."),
                new Segment<>(
                    TextShade.TOP,
                    "compare-shade-top",
                    "top token",
                    "Shades the tokens before which the models have different top tokens."),
                new Segment<>(
                    TextShade.DRAW,
                    "compare-shade-draw",
                    "draw",
                    "Shades the tokens in whose place the models draw different ones, with the sampling"
                        + " of side A and the same random numbers, from the playground’s seed. The"
                        + " first is always marked by a dashed line.")));
    shades.visibleProperty().bind(viewModel.resultProperty().map(TextPairPane::hasPositions));
    return shades;
  }

  private static boolean hasPositions(@Nullable Done done) {
    return done != null && done.comparison().text().isPresent();
  }

  private void show() {
    var done = viewModel.resultProperty().get();
    totals.setText(
        done == null
            ? "There is nothing to compare while both sides have the same model, a model is not open,"
                + " or the text is empty."
            : PairWords.totals(done, viewModel.unit().getValue()));
    positions.setVisible(hasPositions(done));
    next.setVisible(done != null && !hasPositions(done));
    characters
        .barsProperty()
        .set(
            done == null
                ? List.of()
                : done.comparison().next().map(TextPairPane::rows).orElse(List.of()));
  }

  private static List<PairBar> rows(Next next) {
    return next.characters().stream()
        .map(
            each ->
                new PairBar(
                    each.character(),
                    each.probability(),
                    each.againstProbability(),
                    PairBar.Kind.PLAIN))
        .toList();
  }
}
