package kelvin.ui.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import kelvin.text.Span;
import kelvin.ui.control.TabMoves;
import org.jspecify.annotations.Nullable;

/// An editor for the running text, the prompt and its continuation. It shows the model's tokens
/// within the text: a line under each token, and a shade for its surprisal or another measure.
///
/// The shading is painted on a canvas behind a transparent text area. It takes the positions of the
/// characters from the text area's own layout, so the two always agree.
public final class PromptArea extends StackPane {

  private final RunningTextArea area = new RunningTextArea();
  private final Label placeholder = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final ObjectProperty<List<ShadedToken>> tokens =
      new SimpleObjectProperty<>(this, "tokens", List.of());
  private final IntegerProperty selectedToken = new SimpleIntegerProperty(this, "selected", -1);
  private final BooleanProperty current = new SimpleBooleanProperty(this, "current", true);
  private final StringProperty caretToken = new SimpleStringProperty(this, "caretToken", "");
  private final TokenShading shading =
      new TokenShading(new TokenShading.Shown(this::textNode, tokens, selectedToken, current));

  /// Looked up once, because every layout needs it.
  private @Nullable Text textNode;

  /// One object, so that a scene that is left can remove it.
  private final Runnable onLayout = this::afterLayout;

  private IntConsumer onCaret = _ -> {};
  private Consumer<Span> onSelect = _ -> {};

  public PromptArea() {
    getStyleClass().add("prompt-area");
    area.setId("prompt");
    area.setAccessibleText("Prompt and continuation");
    TabMoves.out(area);
    placeholder.getStyleClass().add("placeholder");
    placeholder.setMouseTransparent(true);
    placeholder.setWrapText(true);
    placeholder.visibleProperty().bind(area.textProperty().isEmpty());
    StackPane.setAlignment(placeholder, javafx.geometry.Pos.TOP_LEFT);
    getChildren().addAll(shading, area, placeholder);
    tooltip.getStyleClass().add("lesson");

    // Subscribed to values, not to invalidations: nobody reads the scroll position, and a property
    // that is not read is invalidated only once.
    tokens.subscribe(_ -> shading.refresh());
    selectedToken.subscribe(
        index -> {
          shading.paintAnew();
          reveal(index.intValue());
        });
    current.subscribe(_ -> shading.paintAnew());
    area.textProperty().subscribe(_ -> shading.refresh());
    area.textProperty().subscribe((_, _) -> forgetTooltip());
    area.scrollTopProperty().subscribe(_ -> shading.refresh());
    area.widthProperty().subscribe(_ -> shading.refresh());
    area.heightProperty().subscribe(_ -> shading.refresh());
    // Text that is set from outside also moves the caret, but is no request to look elsewhere.
    area.caretPositionProperty()
        .addListener(
            (_, _, caret) -> {
              if (area.isFocused() && !area.isReplacing()) {
                onCaret.accept(caret.intValue());
              }
            });
    area.selectionProperty()
        .addListener((_, _, range) -> onSelect.accept(new Span(range.getStart(), range.getEnd())));
    area.accessibleHelpProperty().bind(caretToken);
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> Tooltip.uninstall(area, tooltip));
    sceneProperty().subscribe(this::changeScene);
  }

  /// The text area is laid out after this region; only then do its characters have positions.
  private void changeScene(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(onLayout);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(onLayout);
    }
  }

  /// The prompt, which the user edits.
  public StringProperty textProperty() {
    return area.promptProperty();
  }

  /// The generated text behind the prompt.
  public StringProperty continuationProperty() {
    return area.continuationProperty();
  }

  /// The editor itself, for focus and undo.
  public TextArea editor() {
    return area;
  }

  /// The tokens of the text when it was last tokenised.
  public ObjectProperty<List<ShadedToken>> tokensProperty() {
    return tokens;
  }

  /// The index in `tokens` of the token to frame; −1 for none.
  public IntegerProperty selectedTokenProperty() {
    return selectedToken;
  }

  /// True if `tokens` belong to the current text. If not, they are hidden.
  public BooleanProperty currentProperty() {
    return current;
  }

  public StringProperty placeholderProperty() {
    return placeholder.textProperty();
  }

  /// Called with the index of the caret when the user moves it.
  public void setOnCaret(IntConsumer onCaret) {
    this.onCaret = onCaret;
  }

  /// Called with the selected characters whenever they change.
  public void setOnSelect(Consumer<Span> onSelect) {
    this.onSelect = onSelect;
  }

  /// Called when the user deletes the whole continuation, which leaves the prompt as it is.
  public void setOnDelete(Runnable onDelete) {
    area.setOnDelete(onDelete);
  }

  /// The description of the token at the caret, for screen readers.
  public StringProperty caretTokenProperty() {
    return caretToken;
  }

  /// Scrolls to a token that was selected elsewhere; to the end for none.
  private void reveal(int index) {
    if (!area.isFocused()) {
      int caret = index < 0 ? area.getLength() : tokens.get().get(index).span().start();
      area.positionCaret(Math.min(caret, area.getLength()));
    }
  }

  /// A tooltip about a token of an older text must not stay.
  private void forgetTooltip() {
    tooltip.hide();
    Tooltip.uninstall(area, tooltip);
  }

  private void hover(MouseEvent event) {
    if (!(area.getSkin() instanceof TextAreaSkin skin) || !current.get()) {
      return;
    }
    int index = skin.getIndex(event.getX(), event.getY()).getCharIndex();
    for (var token : tokens.get()) {
      if (token.span().contains(index)) {
        tooltip.setText(token.label().get());
        Tooltip.install(area, tooltip);
        return;
      }
    }
    Tooltip.uninstall(area, tooltip);
  }

  private void afterLayout() {
    var text = textNode();
    if (text != null) {
      makeRoomFor(text);
      shading.paintIfStale();
    }
  }

  /// Works around the text area, which ignores the spacing between lines when it counts them and
  /// would not scroll to the last lines of a long text.
  private void makeRoomFor(Text text) {
    if (text.getParent() != null && text.getParent().getParent() instanceof Region content) {
      var insets = content.getInsets();
      double height = text.getLayoutBounds().getHeight() + insets.getTop() + insets.getBottom();
      // Its own sizes would be measured anew at each change, by another layout of the whole text.
      content.setMinWidth(0);
      if (content.getMinHeight() != height) {
        content.setMinHeight(height);
        content.setPrefHeight(height);
      }
    }
  }

  private @Nullable Text textNode() {
    var known = textNode;
    if (known == null || known.getScene() == null || !holdsAll(known)) {
      known = null;
      for (var node : area.lookupAll(".text")) {
        if (node instanceof Text text && holdsAll(text)) {
          known = text;
        }
      }
      textNode = known;
    }
    return known;
  }

  private boolean holdsAll(Text text) {
    return text.getText().length() == area.getLength();
  }
}
