package kelvin.ui.compare;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.display.Compared;
import kelvin.display.DifferenceOf;
import kelvin.display.NoDifference;
import kelvin.engine.pair.ModelComparison.Next;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.pair.PairBars;

/// The difference of the next token from A to B.
final class DifferenceCard extends VBox {

  DifferenceCard(CompareViewModel compare) {
    getStyleClass().addAll("card", "card-content");
    setMinHeight(140);
    var title = new Label("DIFFERENCE");
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var about = new Label("from A to B");
    about.getStyleClass().add("faint");
    about.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(title, about, space, choice(compare));
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var bars = new DifferenceBars();
    bars.setId("compare-difference");
    bars.pictureProperty().bind(compare.differenceProperty());
    bars.unitProperty().bind(compare.unit());
    var message = new Label(ChangeSentence.ONE_IS_EMPTY);
    message.setId("compare-no-side");
    message.getStyleClass().add("quiet");
    message.visibleProperty().bind(compare.oneIsEmpty());
    // A binding that only a subscription holds would be collected; a mapped value is not.
    var characters =
        new LazyPane<>(
            compare.charactersProperty().map(Objects::nonNull).orElse(false),
            () -> characters(compare));
    bars.visibleProperty().bind(compare.charactersProperty().isNull());
    head.getChildren().getLast().visibleProperty().bind(bars.visibleProperty());
    var picture = new StackPane(bars, characters, message, further(compare));
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(head, picture);
  }

  /// What can be compared of models with different tokens.
  private static VBox characters(CompareViewModel compare) {
    var rows = new PairBars();
    rows.setId("compare-characters");
    rows.whatProperty().set("character");
    rows.scaleProperty().bind(compare.scaleProperty());
    var sentence = new Label();
    sentence.setId("compare-characters-sentence");
    sentence.getStyleClass().add("quiet");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    compare
        .charactersProperty()
        .subscribe(
            next -> {
              rows.barsProperty().set(next == null ? List.of() : SideCharacters.rows(next));
              sentence.setText(next == null ? "" : sentence(next));
            });
    var scroll = new ScrollPane(rows);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return new VBox(sentence, scroll);
  }

  private static String sentence(Next next) {
    return "The models have different tokens, so their next characters are compared: what each model"
        + " itself gives, before sampling; a byte such as ⟨C3⟩ begins several characters. Total"
        + " variation "
        + Numbers.percent(next.totalVariation())
        + " %.";
  }

  /// Leads on where the next token is the same after two prompts: what follows it may differ.
  private static VBox further(CompareViewModel compare) {
    var hint = new Label("The next token is the same after both prompts. What follows may differ.");
    hint.getStyleClass().add("quiet");
    hint.setWrapText(true);
    var go = new Button("Compare whole answers");
    go.setId("compare-go-to-answers");
    go.getStyleClass().add("quiet-button");
    go.setTooltip(new Tooltip("Shows the answers up to a line end, with both probabilities."));
    go.setOnAction(_ -> compare.comparedProperty().set(Compared.ANSWERS));
    var further = new VBox(hint, go);
    further.setAlignment(Pos.CENTER);
    further.setPickOnBounds(false);
    further
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> isOnlyTheTokenTheSame(compare),
                compare.differenceProperty(),
                compare.a().textProperty(),
                compare.b().textProperty()));
    return further;
  }

  private static boolean isOnlyTheTokenTheSame(CompareViewModel compare) {
    var difference = compare.differenceProperty().get();
    return difference != null
        && NoDifference.is(difference.divergence().totalVariation())
        && !compare.a().textProperty().get().equals(compare.b().textProperty().get());
  }

  private static ChoiceSwitch<DifferenceOf> choice(CompareViewModel compare) {
    return new ChoiceSwitch<>(
        compare.differenceOfProperty(),
        List.of(
            segment(
                DifferenceOf.DRAWN,
                "as drawn",
                "Compares what each side draws from, after all its stages; a removed token has 0."),
            segment(
                DifferenceOf.SCALED,
                "before cuts",
                "Compares both sides at their temperatures, before any stage removes a token.")));
  }

  private static Segment<DifferenceOf> segment(DifferenceOf of, String text, String lesson) {
    return new Segment<>(of, "compare-difference-" + of.label(), text, lesson);
  }
}
