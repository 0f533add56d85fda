package kelvin.ui.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A text editor that shows the model's tokens in the text itself: a line under each, shaded by how
/// surprising the model finds it.
///
/// The shading lies on a canvas behind a transparent text area and asks the text area's own layout
/// where the characters are, so the two can never disagree.
public final class PromptArea extends StackPane {

  private final TextArea area = new TextArea();
  private final Shading shading = new Shading();
  private final Label placeholder = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final ObjectProperty<List<ShadedToken>> tokens =
      new SimpleObjectProperty<>(this, "tokens", List.of());
  private final IntegerProperty selectedToken = new SimpleIntegerProperty(this, "selected", -1);
  private final BooleanProperty current = new SimpleBooleanProperty(this, "current", true);
  private IntConsumer onCaret = _ -> {};

  public PromptArea() {
    getStyleClass().add("prompt-area");
    area.setWrapText(true);
    area.setId("prompt");
    area.setAccessibleText("Prompt");
    placeholder.getStyleClass().add("placeholder");
    placeholder.setMouseTransparent(true);
    placeholder.setWrapText(true);
    placeholder.visibleProperty().bind(area.textProperty().isEmpty());
    StackPane.setAlignment(placeholder, javafx.geometry.Pos.TOP_LEFT);
    getChildren().addAll(shading, area, placeholder);
    tooltip.getStyleClass().add("lesson");

    tokens.addListener(_ -> shading.repaint());
    selectedToken.addListener(_ -> shading.repaint());
    current.addListener(_ -> shading.repaint());
    area.textProperty().addListener(_ -> shading.repaint());
    area.scrollTopProperty().addListener(_ -> shading.repaint());
    area.widthProperty().addListener(_ -> shading.repaint());
    area.heightProperty().addListener(_ -> shading.repaint());
    // A text that is set from outside moves the caret too, but says nothing of where to look.
    area.caretPositionProperty()
        .addListener(
            (_, _, caret) -> {
              if (area.isFocused()) {
                onCaret.accept(caret.intValue());
              }
            });
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> Tooltip.uninstall(area, tooltip));
    // Characters have no place before the text area is laid out, which is after us.
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.addPostLayoutPulseListener(shading::paintIfStale);
              }
            });
  }

  public StringProperty textProperty() {
    return area.textProperty();
  }

  /// The editor itself, for focus and for undo.
  public TextArea editor() {
    return area;
  }

  /// Tokens of the text as it was last tokenised.
  public ObjectProperty<List<ShadedToken>> tokensProperty() {
    return tokens;
  }

  /// Index into `tokens` of the one to frame; −1 for none.
  public IntegerProperty selectedTokenProperty() {
    return selectedToken;
  }

  /// Whether `tokens` are of the text as it is now; if not they are not shown.
  public BooleanProperty currentProperty() {
    return current;
  }

  public StringProperty placeholderProperty() {
    return placeholder.textProperty();
  }

  /// Called with the caret's index when the user moves it.
  public void setOnCaret(IntConsumer onCaret) {
    this.onCaret = onCaret;
  }

  private void hover(MouseEvent event) {
    if (!(area.getSkin() instanceof TextAreaSkin skin) || !current.get()) {
      return;
    }
    int index = skin.getIndex(event.getX(), event.getY()).getCharIndex();
    for (var token : tokens.get()) {
      if (token.span().contains(index)) {
        tooltip.setText(token.label());
        Tooltip.install(area, tooltip);
        return;
      }
    }
    Tooltip.uninstall(area, tooltip);
  }

  private @Nullable Text textNode() {
    for (var node : area.lookupAll(".text")) {
      if (node instanceof Text text && text.getText().length() == area.getLength()) {
        return text;
      }
    }
    return null;
  }

  private final class Shading extends PlotRegion {

    private boolean stale = true;

    Shading() {
      super("prompt-shading");
      setMouseTransparent(true);
      setMinSize(0, 0);
    }

    @Override
    void paint(Pen graphics, double width, double height) {
      stale = true;
    }

    void paintIfStale() {
      var text = textNode();
      if (!stale || text == null) {
        return;
      }
      stale = false;
      if (current.get()) {
        new ShadingPainter(this, text).paint(tokens.get(), selectedToken.get());
      }
    }
  }
}
