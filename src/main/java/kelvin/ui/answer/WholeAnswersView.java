package kelvin.ui.answer;

import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.BarScale;
import kelvin.ui.control.Sentences;
import kelvin.ui.plot.bars.AnswerBars;
import kelvin.ui.plot.bars.CoverageBar;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the whole answers: what they hold together, a bar for each, the tokens of
/// the selected one, and the settings of the search. Each line keeps its place while answers come.
public final class WholeAnswersView extends VBox {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /// Below this height there is room for the bars only.
  private static final double ROOM_FOR_SETTINGS = 150;

  // Bound, not subscribed to, so that no view model holds this node.
  private final ObjectProperty<@Nullable ShownAnswers> onShow =
      new SimpleObjectProperty<>(this, "onShow");
  private final ObjectProperty<Map<String, Double>> pinned =
      new SimpleObjectProperty<>(this, "pinned", Map.of());
  private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale");

  private final AnswerBars bars = new AnswerBars();
  private final CoverageBar coverage = new CoverageBar();
  private final Label sentence = new Label(" ");
  private final Label progress = new Label();
  private final Label detail = new Label();
  private final Tooltip wholeDetail = new Tooltip();
  private final Tooltip wholeProgress = new Tooltip();

  /// The text of the selected answer, so that it stays selected while others come before it.
  private String selectedText = "";

  /// True if an answer is selected; the empty one can be, too.
  private boolean selecting;

  /// True while this class changes the rows.
  private boolean showing;

  /// @param scale of the bars
  public WholeAnswersView(WholeAnswersViewModel viewModel, ObjectProperty<BarScale> scale) {
    getStyleClass().add("whole-answers");
    bars.setId("answer-bars");
    bars.scaleProperty().bind(scale);
    bars.selectedProperty().subscribe(_ -> select());
    bars.addEventHandler(KeyEvent.KEY_PRESSED, this::copyKey);
    var scroll = new ScrollPane(bars);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    wholeDetail.setWrapText(true);
    wholeDetail.setMaxWidth(520);
    detail.setId("answer-detail");
    detail.getStyleClass().addAll("token-text", "answer-detail");
    detail.setMinHeight(USE_PREF_SIZE);
    detail.setMinWidth(0);
    detail.setMaxWidth(Double.MAX_VALUE);
    detail.setAlignment(Pos.BASELINE_RIGHT);
    HBox.setHgrow(detail, Priority.ALWAYS);
    var problem = Sentences.problem("answers-problem", viewModel.problemProperty());
    var foot = new HBox(new AnswerSearchSettings(viewModel), detail);
    foot.getStyleClass().add("answers-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    heightProperty()
        .subscribe(
            height -> {
              boolean room = height.doubleValue() >= ROOM_FOR_SETTINGS || height.doubleValue() == 0;
              foot.setVisible(room);
              foot.setManaged(room);
            });
    getChildren().addAll(head(), coverage, problem, scroll, foot);
    onShow.bind(viewModel.onShowProperty());
    pinned.bind(viewModel.pinnedProperty());
    stale.bind(viewModel.staleProperty());
    onShow.subscribe(_ -> show());
    pinned.subscribe(_ -> show());
    stale.subscribe(now -> pseudoClassStateChanged(STALE, now));
  }

  private HBox head() {
    sentence.setId("answers-sentence");
    sentence.setMinWidth(USE_PREF_SIZE);
    sentence.setTooltip(
        new Tooltip(
            "The joint probabilities of all complete answers together, and the probability of"
                + "\nwhatever was not expanded: answers that would need more runs."));
    progress.setId("answers-progress");
    progress.getStyleClass().add("faint");
    progress.setMinWidth(0);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAlignment(Pos.BASELINE_RIGHT);
    HBox.setHgrow(progress, Priority.ALWAYS);
    progress.setTooltip(wholeProgress);
    wholeProgress.textProperty().bind(progress.textProperty());
    var head = new HBox(sentence, progress);
    head.getStyleClass().add("answers-head");
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private void show() {
    var shown = onShow.get();
    showing = true;
    if (shown == null) {
      bars.barsProperty().set(List.of());
      sentence.setText(" ");
      progress.setText("");
      coverage.coveredProperty().set(0);
    } else {
      bars.barsProperty().set(shown.bars(pinned.get()));
      bars.selectedProperty().set(selecting ? shown.rowOf(selectedText) : -1);
      sentence.setText(shown.sentence());
      progress.setText(shown.progress());
      coverage.coveredProperty().set(shown.covered());
    }
    showing = false;
    showDetail();
  }

  private void select() {
    if (!showing) {
      var shown = onShow.get();
      int row = bars.selectedProperty().get();
      selecting = shown != null && row >= 0;
      selectedText = shown == null || row < 0 ? "" : shown.text(row);
      showDetail();
    }
  }

  private void showDetail() {
    var shown = onShow.get();
    int row = bars.selectedProperty().get();
    var text = shown == null || row < 0 ? "" : shown.detail(row);
    detail.setText(text);
    wholeDetail.setText(text);
    detail.setTooltip(text.isEmpty() ? null : wholeDetail);
  }

  private void copyKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C && selecting) {
      var content = new ClipboardContent();
      content.putString(selectedText);
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }
}
