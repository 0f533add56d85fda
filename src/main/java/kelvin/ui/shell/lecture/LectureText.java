package kelvin.ui.shell.lecture;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import kelvin.ui.prompt.PromptViewModel;

/// The end of the running text in two lines, with the generated part told apart.
final class LectureText extends Region {

  private static final String LINE_FEED = " ⏎ ";
  private static final int MAX_LENGTH = 400;

  private final PromptViewModel prompt;
  private final Text before = new Text();
  private final Text after = new Text();
  private final TextFlow flow = new TextFlow(before, after);
  private double fittedWidth = -1;

  LectureText(PromptViewModel prompt) {
    this.prompt = prompt;
    setId("lecture-text");
    getStyleClass().add("lecture-text");
    before.getStyleClass().add("lecture-prompt");
    after.getStyleClass().add("lecture-generated");
    getChildren().add(flow);
    prompt.textProperty().subscribe(_ -> changed());
    prompt.continuationProperty().subscribe(_ -> changed());
    setMinHeight(USE_PREF_SIZE);
  }

  private void changed() {
    fittedWidth = -1;
    requestLayout();
  }

  /// Cuts words off at the front until the end fits into two lines.
  private void fit(double width) {
    if (width == fittedWidth || width <= 0) {
      return;
    }
    fittedWidth = width;
    var typed = prompt.textProperty().get();
    var whole = typed + prompt.continuationProperty().get().text().text();
    int start = Math.max(0, whole.length() - MAX_LENGTH);
    show(whole, typed.length(), start);
    while (flow.prefHeight(width) > height() && start < whole.length() - 1) {
      int space = whole.indexOf(' ', start + 1);
      start = space < 0 ? start + 1 + (whole.length() - start) / 8 : space;
      show(whole, typed.length(), Math.min(start, whole.length()));
    }
  }

  private void show(String whole, int typed, int start) {
    int split = Math.max(start, typed);
    before.setText((start > 0 ? "…" : "") + marked(whole.substring(start, split)));
    after.setText(marked(whole.substring(split)));
  }

  private static String marked(String text) {
    return text.replace("\n", LINE_FEED);
  }

  /// The height of two lines.
  private double height() {
    var line = new Text("X");
    line.setFont(before.getFont());
    return Math.ceil(2 * line.getLayoutBounds().getHeight()) + 2;
  }

  @Override
  protected void layoutChildren() {
    fit(getWidth());
    flow.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return height();
  }
}
