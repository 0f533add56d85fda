package kelvin.ui.distribution;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import kelvin.ui.plot.placement.TextSize;

/// A label that says after which words the distribution stands. Where it is narrow it loses words
/// at their beginning, and never one of the quotation marks around them.
public final class Heading extends Label {

  private static final String QUOTE = "“";
  private static final String CUT = "…";

  private final ObservableValue<String> words;

  /// @param words such as `after “… a little”`
  public Heading(ObservableValue<String> words) {
    this.words = words;
    getStyleClass().add("token-text");
    setTextOverrun(OverrunStyle.CLIP);
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    accessibleTextProperty().bind(words);
    words.subscribe(this::fit);
    widthProperty().subscribe(this::fit);
    fontProperty().subscribe(this::fit);
  }

  /// As wide as the whole words, whatever is shown of them.
  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(widthOf(words.getValue())) + snappedLeftInset() + snappedRightInset();
  }

  private void fit() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    setText(getWidth() <= 0 ? words.getValue() : fitting(words.getValue(), room));
  }

  private String fitting(String whole, double room) {
    int quote = whole.indexOf(QUOTE);
    if (quote < 0 || widthOf(whole) <= room) {
      return whole;
    }
    var quoted = whole.substring(quote + QUOTE.length());
    var shorter = QUOTE + quoted;
    int from = quoted.startsWith(CUT) ? CUT.length() : 0;
    while (widthOf(shorter) > room) {
      from = from < quoted.length() ? quoted.offsetByCodePoints(from, 1) : from + 1;
      // Less than a letter between the marks says nothing.
      if (from >= quoted.length() - 1) {
        return "";
      }
      shorter = QUOTE + CUT + quoted.substring(from);
    }
    return shorter;
  }

  private double widthOf(String text) {
    return TextSize.width(text, getFont());
  }
}
