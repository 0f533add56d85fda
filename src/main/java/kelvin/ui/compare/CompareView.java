package kelvin.ui.compare;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.BarScale;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.bars.TokenBars;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of two prompts side by side, with their difference below.
public final class CompareView extends SplitPane {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final CompareViewModel compare;
  private final ObservableValue<Boolean> calm;

  /// @param calm whether bars jump to their new length instead of moving gradually
  public CompareView(CompareViewModel compare, ObservableValue<Boolean> calm) {
    this.compare = compare;
    this.calm = calm;
    setId("compare");
    getStyleClass().addAll("page", "panels", "compare-view");
    setOrientation(Orientation.VERTICAL);
    var columns = new HBox(leftColumn(), rightColumn());
    columns.getStyleClass().add("compare-columns");
    columns.setMinHeight(250);
    var difference = difference();
    SplitPane.setResizableWithParent(difference, false);
    getItems().setAll(columns, difference);
    setDividerPositions(0.68);
  }

  private Node leftColumn() {
    var text = new TextArea();
    text.setId("compare-left-text");
    text.setAccessibleText("Left prompt, as it is in the playground");
    // The end of the prompt matters most, because the distribution follows it.
    compare
        .left()
        .prompt()
        .subscribe(
            prompt -> {
              text.setText(prompt);
              text.positionCaret(prompt.length());
              text.setScrollTop(Double.MAX_VALUE);
            });
    text.setEditable(false);
    text.setTooltip(new Tooltip("The playground’s prompt, to be read; it is changed there."));
    var bars = bars("compare-left-bars", compare.left().picture());
    return column(
        head("LEFT", compare.left().heading(), compare.left().picture(), scaleSwitch()),
        text,
        note("The playground’s prompt; change it there (Alt+1)."),
        bars);
  }

  private Node rightColumn() {
    var text = new TextArea();
    text.setId("compare-right-text");
    text.setAccessibleText("Right prompt");
    text.setTooltip(
        new Tooltip("Any other prompt; the bars below are of the token after it, at the same τ."));
    text.setPromptText("Type the other prompt, or take the playground’s as a start");
    text.textProperty().bindBidirectional(compare.textProperty());
    var copy = new Button("Copy from playground");
    copy.setId("compare-copy");
    copy.setTooltip(new Tooltip("Takes the left prompt over, to be changed here."));
    copy.setOnAction(_ -> compare.copyFromPlayground());
    var zeroShot = new Button("Without examples");
    zeroShot.setId("compare-zero-shot");
    zeroShot.setTooltip(
        new Tooltip("Takes the playground’s few-shot prompt without its examples: zero-shot."));
    zeroShot.setOnAction(_ -> compare.takeZeroShot());
    for (var button : new Button[] {copy, zeroShot}) {
      button.getStyleClass().add("quiet-button");
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    var bars = bars("compare-right-bars", compare.pictureProperty());
    compare.staleProperty().subscribe(stale -> bars.pseudoClassStateChanged(STALE, stale));
    var problem = new Label();
    problem.setId("compare-problem");
    problem.getStyleClass().addAll("empty-message", "problem");
    problem.setWrapText(true);
    problem.textProperty().bind(compare.problemProperty());
    var empty =
        new Label(
            "Another prompt goes here: the playground’s without its examples, which shows what they"
                + " do, or any other.");
    empty.setId("compare-empty");
    empty.getStyleClass().add("empty-message");
    empty.setWrapText(true);
    empty.visibleProperty().bind(compare.textProperty().isEmpty());
    var commands = new HBox(copy, zeroShot);
    commands.getStyleClass().add("compare-commands");
    commands.setAlignment(Pos.CENTER_LEFT);
    var column =
        column(
            head("RIGHT", compare.headingProperty(), compare.pictureProperty()),
            text,
            commands,
            new StackPane(bars, problem, empty));
    column.getStyleClass().add("compare-right");
    return column;
  }

  private static VBox column(HBox head, TextArea text, Node commands, Node bars) {
    text.getStyleClass().add("compare-text");
    text.setWrapText(true);
    text.setPrefRowCount(4);
    text.setMinHeight(76);
    VBox.setVgrow(text, Priority.SOMETIMES);
    text.setMaxHeight(110);
    VBox.setVgrow(bars, Priority.ALWAYS);
    var column = new VBox(head, text, commands, bars);
    column.getStyleClass().addAll("card", "card-content");
    column.setMinWidth(0);
    column.setPrefWidth(1);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private static Label note(String sentence) {
    var note = new Label(sentence);
    note.getStyleClass().addAll("faint", "compare-note");
    return note;
  }

  private TokenBars bars(String id, ObservableValue<@Nullable DistributionPicture> picture) {
    var bars = new TokenBars();
    bars.setId(id);
    bars.pictureProperty().bind(picture);
    bars.vocabularyProperty().bind(compare.vocabularyProperty());
    bars.scaleProperty().bind(compare.scaleProperty());
    calm.subscribe(now -> bars.animatedProperty().set(!now));
    bars.setMinWidth(0);
    return bars;
  }

  private static HBox head(
      String name,
      ObservableValue<String> about,
      ObservableValue<@Nullable DistributionPicture> picture,
      Node... more) {
    var title = new Label(name);
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var heading = new Label();
    heading.getStyleClass().add("token-text");
    heading.textProperty().bind(about);
    heading.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    heading.setEllipsisString("…");
    heading.setMinWidth(0);
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    var entropy = new Label();
    entropy.setId("compare-entropy-" + name.toLowerCase(Locale.ROOT));
    entropy.getStyleClass().add("quiet");
    entropy.setMinWidth(Region.USE_PREF_SIZE);
    picture.subscribe(now -> entropy.setText(entropy(now)));
    var head = new HBox(title, heading, entropy);
    head.getChildren().addAll(more);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static String entropy(@Nullable DistributionPicture picture) {
    return picture == null ? "" : "entropy " + picture.entropy();
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

  private Node difference() {
    var title = new Label("DIFFERENCE");
    title.getStyleClass().add("section-title");
    var about = new Label("from left to right, both at τ and before any cut");
    about.getStyleClass().add("faint");
    var head = new HBox(title, about);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var bars = new DifferenceBars();
    bars.setId("compare-difference");
    bars.pictureProperty().bind(compare.differenceProperty());
    bars.unitProperty().bind(compare.unitProperty());
    VBox.setVgrow(bars, Priority.ALWAYS);
    var message = new Label("There is no difference to show while one side is empty.");
    message.getStyleClass().add("quiet");
    message.visibleProperty().bind(compare.differenceProperty().isNull());
    var box = new VBox(head, new StackPane(bars, message));
    VBox.setVgrow(box.getChildren().getLast(), Priority.ALWAYS);
    box.getStyleClass().addAll("card", "card-content");
    box.setMinHeight(140);
    return box;
  }
}
