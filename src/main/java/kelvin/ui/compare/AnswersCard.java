package kelvin.ui.compare;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.answer.AnswerSearchSettings;
import kelvin.ui.control.Sentences;
import kelvin.ui.plot.bars.CoverageBar;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;

/// The whole answers of both prompts, each with its probability after both, and what the search on
/// each side holds.
final class AnswersCard extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double COVERAGE_WIDTH = 140;

  private final CompareViewModel compare;
  private final PairBars bars = new PairBars();
  private final Label sentence = new Label(" ");

  AnswersCard(CompareViewModel compare) {
    this.compare = compare;
    getStyleClass().addAll("card", "card-content", "compare-pairs");
    bars.setId("compare-answer-bars");
    bars.whatProperty().set("answer");
    bars.scaleProperty().bind(compare.scaleProperty());
    var held = new GridPane();
    held.getStyleClass().add("compare-held");
    addHeld(held, 0, "A", compare.a());
    addHeld(held, 1, "B", compare.b());
    var scroll = new ScrollPane(bars);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    sentence.setId("compare-answers-sentence");
    sentence.setMinWidth(Region.USE_PREF_SIZE);
    sentence.setTooltip(
        new Tooltip(
            "An answer that only one search found is scored on the other side along its most"
                + " probable tokens."));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var foot = new HBox(sentence, space, new AnswerSearchSettings(compare.playground().answers()));
    foot.getStyleClass().add("answers-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(held, scroll, foot);
    compare.pairedAnswers().rowsProperty().subscribe(this::show);
    compare.oneIsEmpty().subscribe(_ -> showSentence());
    for (var side : List.of(compare.a(), compare.b())) {
      side.answers().staleProperty().subscribe(_ -> showStale());
      side.answers().onShowProperty().subscribe(_ -> showSentence());
    }
  }

  private static void addHeld(GridPane held, int row, String name, SideViewModel side) {
    var id = SideName.id(name);
    var coverage = new CoverageBar();
    coverage.getStyleClass().add("side-" + name);
    coverage.setPrefWidth(COVERAGE_WIDTH);
    coverage.setMinWidth(COVERAGE_WIDTH);
    var mass = new Label(" ");
    mass.setId(id + "-answers");
    mass.setMinWidth(Region.USE_PREF_SIZE);
    var progress = new Label();
    progress.setId(id + "-progress");
    progress.getStyleClass().add("faint");
    progress.setMinWidth(0);
    var problem = Sentences.problem(id + "-answers-problem", side.answersProblem());
    side.answers()
        .onShowProperty()
        .subscribe(
            shown -> {
              mass.setText(shown == null ? " " : shown.sentence());
              progress.setText(shown == null ? "" : shown.progress());
              coverage.coveredProperty().set(shown == null ? 0 : shown.covered());
            });
    held.addRow(row, new SideName(name), coverage, mass, progress, problem);
  }

  private void show(List<PairBar> rows) {
    bars.barsProperty().set(rows);
    showSentence();
  }

  private void showSentence() {
    boolean ended = compare.a().answers().hasEnded() && compare.b().answers().hasEnded();
    sentence.setText(
        compare.oneIsEmpty().get()
            ? ChangeSentence.ONE_IS_EMPTY
            : ended
                ? ChangeSentence.of(compare.pairedAnswers().rowsProperty().get(), "answers")
                : " ");
  }

  private void showStale() {
    pseudoClassStateChanged(
        STALE,
        compare.a().answers().staleProperty().get() || compare.b().answers().staleProperty().get());
  }
}
