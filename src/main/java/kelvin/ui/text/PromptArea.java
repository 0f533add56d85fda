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
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import kelvin.text.Span;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
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
  private final StringProperty caretToken = new SimpleStringProperty(this, "caretToken", "");

  /// Looked for once, since every layout asks for it.
  private @Nullable Text textNode;

  private IntConsumer onCaret = _ -> {};
  private Consumer<Span> onSelect = _ -> {};

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

    // Subscribed to values, not to invalidations: nobody reads the scroll position, and a property
    // that is not read is invalidated only once.
    tokens.subscribe(_ -> shading.refresh());
    selectedToken.subscribe(_ -> shading.refresh());
    current.subscribe(_ -> shading.refresh());
    area.textProperty().subscribe(_ -> shading.refresh());
    area.scrollTopProperty().subscribe(_ -> shading.refresh());
    area.widthProperty().subscribe(_ -> shading.refresh());
    area.heightProperty().subscribe(_ -> shading.refresh());
    // A text that is set from outside moves the caret too, but says nothing of where to look.
    area.caretPositionProperty()
        .addListener(
            (_, _, caret) -> {
              if (area.isFocused()) {
                onCaret.accept(caret.intValue());
              }
            });
    area.selectionProperty()
        .addListener((_, _, range) -> onSelect.accept(new Span(range.getStart(), range.getEnd())));
    area.accessibleHelpProperty().bind(caretToken);
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> Tooltip.uninstall(area, tooltip));
    // Characters have no place before the text area is laid out, which is after us.
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.addPostLayoutPulseListener(this::afterLayout);
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

  /// Called with the characters that are selected whenever they change.
  public void setOnSelect(Consumer<Span> onSelect) {
    this.onSelect = onSelect;
  }

  /// What a screen reader says of the token at the caret.
  public StringProperty caretTokenProperty() {
    return caretToken;
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

  private void afterLayout() {
    var text = textNode();
    if (text != null) {
      makeRoomFor(text);
      shading.paintIfStale();
    }
  }

  /// A text area counts its lines without the spacing between them, and would not scroll to the
  /// last ones of a long text.
  private void makeRoomFor(Text text) {
    if (text.getParent() != null && text.getParent().getParent() instanceof Region content) {
      var insets = content.getInsets();
      double height = text.getLayoutBounds().getHeight() + insets.getTop() + insets.getBottom();
      if (content.getMinHeight() != height) {
        content.setMinHeight(height);
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

  private final class Shading extends PlotRegion {

    private final TokenBoxes boxes = new TokenBoxes();
    private boolean stale = true;
    private boolean afterLayout;

    Shading() {
      super("prompt-shading");
      setMouseTransparent(true);
      setMinSize(0, 0);
    }

    /// In a layout pass the text may still move; what is painted then is painted again after it.
    @Override
    protected void paint(Pen graphics, double width, double height) {
      stale = !afterLayout;
      var text = textNode();
      var shown = tokens.get();
      if (text != null && current.get() && (afterLayout || boxes.areOf(text, shown))) {
        new ShadingPainter(this, text).paint(shown, boxes.of(text, shown), selectedToken.get());
      }
    }

    /// A layout that is asked for while the text area is laid out would be forgotten, so what is
    /// stale is also remembered here.
    void refresh() {
      stale = true;
      repaint();
    }

    void paintIfStale() {
      if (stale) {
        afterLayout = true;
        paintNow();
        afterLayout = false;
      }
    }
  }
}
