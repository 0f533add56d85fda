package kelvin.ui.shell.lecture;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.prompt.ShownContinuation;

/// The end of the running text in two lines, with the generated part told apart.
final class LectureText extends Region {

  private static final String LINE_FEED = " ⏎ ";
  private static final int MAX_LENGTH = 400;

  /// Bound, not subscribed to, so that no view model holds this node.
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");

  private final ObjectProperty<ShownContinuation> continuation;
  private final Text before = new Text();
  private final Text after = new Text();
  private final TextFlow flow = new TextFlow(before, after);
  private double fittedWidth = -1;

  LectureText(PromptViewModel prompt) {
    continuation =
        new SimpleObjectProperty<>(this, "continuation", prompt.continuationProperty().get());
    setId("lecture-text");
    getStyleClass().add("lecture-text");
    before.getStyleClass().add("lecture-prompt");
    after.getStyleClass().add("lecture-generated");
    getChildren().add(flow);
    typed.bind(prompt.textProperty());
    typed.subscribe(_ -> changed());
    continuation.bind(prompt.continuationProperty());
    continuation.subscribe(_ -> changed());
    setMinHeight(USE_PREF_SIZE);
  }

  private void changed() {
    fittedWidth = -1;
    requestLayout();
  }

  /// Leaves out as few words at the front as are needed for the end to fit into two lines.
  private void fit(double width) {
    if (width == fittedWidth || width <= 0) {
      return;
    }
    fittedWidth = width;
    double room = height();
    var starts = starts(Math.max(0, whole().length() - MAX_LENGTH));
    // The later the text starts, the fewer lines it has, so each look leaves half of the starts.
    int first = 0;
    int last = starts.size() - 1;
    while (first < last) {
      int middle = (first + last) / 2;
      show(starts.get(middle));
      if (flow.prefHeight(width) > room) {
        first = middle + 1;
      } else {
        last = middle;
      }
    }
    show(starts.get(first));
  }

  /// The places where the text may start: before each word, and anywhere in a last word that is too
  /// long.
  private List<Integer> starts(int first) {
    var whole = whole();
    int lastSpace = whole.lastIndexOf(' ');
    return IntStream.rangeClosed(first, whole.length())
        .filter(at -> at == first || at > lastSpace || whole.charAt(at) == ' ')
        .filter(at -> at == whole.length() || !Character.isLowSurrogate(whole.charAt(at)))
        .boxed()
        .toList();
  }

  private String whole() {
    return typed.get() + continuation.get().text().text();
  }

  private void show(int start) {
    var whole = whole();
    int split = Math.max(start, typed.get().length());
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
