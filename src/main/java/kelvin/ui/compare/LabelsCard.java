package kelvin.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.prompt.Trial;
import kelvin.text.VisibleText;
import kelvin.ui.compose.AnswersView;
import kelvin.ui.control.Sentences;
import kelvin.ui.label.NormalizationChoice;
import kelvin.ui.label.ShownLabels;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import org.jspecify.annotations.Nullable;

/// The labels after both prompts: their shares, and the mass outside them.
final class LabelsCard extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double ROOM_FOR_BOTH = 780;

  private final CompareViewModel compare;
  private final PairBars shares = bars("compare-label-shares", "share of the labels");
  private final PairBars masses = bars("compare-label-masses", "probability (τ = 1)");
  private final Label sentence = new Label(" ");

  LabelsCard(CompareViewModel compare) {
    this.compare = compare;
    getStyleClass().addAll("card", "card-content", "compare-pairs");
    sentence.setId("compare-labels-sentence");
    var normalization = new NormalizationChoice(compare.playground().labels());
    normalization.setId("compare-normalization");
    var by = new Label("Normalisation");
    by.getStyleClass().add("quiet");
    by.setMinWidth(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(sentence, space, by, normalization);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var problem =
        Sentences.problem(
            "compare-labels-problem",
            problem(compare.a().labelsProblem(), compare.b().labelsProblem()));
    shares.scaleProperty().bind(compare.scaleProperty());
    masses.scaleProperty().bind(compare.scaleProperty());
    var both = new GridPane();
    both.getStyleClass().add("compare-pair-columns");
    widthProperty().subscribe(width -> place(both, width.doubleValue() >= ROOM_FOR_BOTH));
    var scroll = new ScrollPane(both);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var labels = new AnswersView(compare.playground().labelEditor());
    var opener = labels.opener();
    opener.setId("compare-open-labels");
    getChildren().addAll(labels, opener, head, problem, scroll);
    for (var side : List.of(compare.a(), compare.b())) {
      side.labels().onShowProperty().subscribe(_ -> show());
      side.labels().staleProperty().subscribe(_ -> show());
    }
    compare.oneIsEmpty().subscribe(_ -> show());
    compare.playground().trial().map(Trial::labels).subscribe(_ -> show());
    compare.playground().labels().normalizationProperty().subscribe(_ -> show());
    Tooltip.install(
        shares, new Tooltip("The share of each label among the labels, after the normalisation."));
    Tooltip.install(
        masses,
        new Tooltip(
            "The model’s own probability (τ = 1) of each label, and that of everything else:"
                + " shares leave it out, and a share of 100 % can be one of almost nothing."));
  }

  private static PairBars bars(String id, String what) {
    var bars = new PairBars();
    bars.setId(id);
    bars.whatProperty().set(what);
    return bars;
  }

  /// Side by side, or in a narrow window below each other.
  private void place(GridPane both, boolean beside) {
    both.getChildren().clear();
    both.add(shares, 0, 0);
    both.add(masses, beside ? 1 : 0, beside ? 0 : 1);
    both.getColumnConstraints().setAll(beside ? List.of(part(50), part(50)) : List.of(part(100)));
  }

  private static ColumnConstraints part(double percent) {
    var part = new ColumnConstraints();
    part.setPercentWidth(percent);
    return part;
  }

  private static ObservableValue<String> problem(
      ObservableValue<String> a, ObservableValue<String> b) {
    return Bindings.createStringBinding(() -> problem(a.getValue(), b.getValue()), a, b);
  }

  private static String problem(String a, String b) {
    if (a.equals(b)) {
      return a;
    }
    return a.isEmpty() ? "B: " + b : b.isEmpty() ? "A: " + a : "A: " + a + " B: " + b;
  }

  private void show() {
    var a = compare.a().labels().onShowProperty().get();
    var b = compare.b().labels().onShowProperty().get();
    var trial = compare.playground().trial().getValue();
    boolean stale =
        compare.a().labels().staleProperty().get() || compare.b().labels().staleProperty().get();
    pseudoClassStateChanged(STALE, stale);
    if (isOf(a, trial) && isOf(b, trial) && (a != null || b != null)) {
      shares.barsProperty().set(rows(trial, shares(compare.a()), shares(compare.b())));
      var all = new ArrayList<>(rows(trial, masses(a), masses(b)));
      all.add(new PairBar("outside", outside(a), outside(b), PairBar.Kind.REST));
      masses.barsProperty().set(all);
    } else if (trial.labels().isEmpty() || (a == null && b == null)) {
      shares.barsProperty().set(List.of());
      masses.barsProperty().set(List.of());
    }
    // Otherwise the rows of other labels stay until the new ones have numbers.
    if (trial.labels().isEmpty()) {
      sentence.setText("Name answers to compare: one label, or several with commas.");
    } else if (compare.oneIsEmpty().get()) {
      sentence.setText(ChangeSentence.ONE_IS_EMPTY);
    } else if (a == null || b == null) {
      sentence.setText(" ");
    } else if (!stale) {
      sentence.setText(ChangeSentence.of(masses.barsProperty().get(), "labels"));
    }
  }

  /// True unless a side shows other labels.
  private static boolean isOf(@Nullable ShownLabels shown, Trial trial) {
    return shown == null
        || shown.trial().spelledContinuations().equals(trial.spelledContinuations());
  }

  private static List<PairBar> rows(Trial trial, List<Double> a, List<Double> b) {
    var rows = new ArrayList<PairBar>();
    for (int i = 0; i < trial.labels().size(); i++) {
      boolean right = trial.answerIndex().orElse(-1) == i;
      rows.add(
          new PairBar(
              VisibleText.of(trial.names().get(i)),
              i < a.size() ? a.get(i) : Double.NaN,
              i < b.size() ? b.get(i) : Double.NaN,
              right ? PairBar.Kind.RIGHT : PairBar.Kind.PLAIN));
    }
    return rows;
  }

  private List<Double> shares(SideViewModel side) {
    var normalization = compare.playground().labels().normalizationProperty().get();
    return side.labels().choice(normalization).map(choice -> choice.shares()).orElse(List.of());
  }

  private static List<Double> masses(@Nullable ShownLabels shown) {
    return shown == null
        ? List.of()
        : shown.own().labels().stream().map(label -> label.probability()).toList();
  }

  private static double outside(@Nullable ShownLabels shown) {
    return shown == null ? Double.NaN : shown.own().outside();
  }
}
