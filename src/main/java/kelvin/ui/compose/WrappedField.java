package kelvin.ui.compose;

import java.util.function.Predicate;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import kelvin.ui.control.TabMoves;

/// A field that shows its whole text: it wraps, and is as high as its lines. The marks are those of
/// `MarkedField`.
public final class WrappedField extends TextArea implements CellField {

  /// The room that the style leaves beside and above the text, in pixels.
  private static final double BESIDE = 14;

  private static final double ABOVE = 8;

  private final MarkedText text;

  /// Measures the lines.
  private final Text ruler = new Text();

  WrappedField(String lesson) {
    this(lesson, false);
  }

  /// A field for a longer text, which shows line breaks as they are.
  public static WrappedField withBreaks(String lesson) {
    return new WrappedField(lesson, true);
  }

  private WrappedField(String lesson, boolean breaks) {
    getStyleClass().add("wrapped-field");
    setWrapText(true);
    TabMoves.out(this);
    setMinWidth(24);
    setPrefRowCount(1);
    setPrefColumnCount(5);
    ruler.fontProperty().bind(fontProperty());
    text = new MarkedText(this, lesson, breaks);
    textProperty().subscribe((_, _) -> requestLayout());
    // The field never scrolls; the list around it does.
    addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          event.consume();
          getParent().fireEvent(event.copyFor(getParent(), getParent()));
        });
  }

  @Override
  public StringProperty valueProperty() {
    return text.valueProperty();
  }

  @Override
  public void setOnPaste(Predicate<String> onPaste) {
    text.setOnPaste(onPaste);
  }

  @Override
  public boolean isAtFirstLine() {
    return lineOf(getCaretPosition()) <= lineOf(0);
  }

  @Override
  public boolean isAtLastLine() {
    return lineOf(getCaretPosition()) >= lineOf(getLength());
  }

  /// The height at which a character stands; that of the last one for the end of the text.
  private double lineOf(int index) {
    return getLength() > 0 && getSkin() instanceof TextAreaSkin skin
        ? skin.getCharacterBounds(Math.min(index, getLength() - 1)).getMinY()
        : 0;
  }

  @Override
  public WrappedField control() {
    return this;
  }

  @Override
  public void paste() {
    text.paste();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    ruler.setWrappingWidth(width > BESIDE ? width - BESIDE : 0);
    ruler.setText(getText().isEmpty() ? " " : getText());
    return Math.ceil(ruler.getLayoutBounds().getHeight()) + ABOVE;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 2 * ABOVE;
  }
}
