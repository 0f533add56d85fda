package kelvin.ui.inside;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import kelvin.ui.control.Sentences;
import org.jspecify.annotations.Nullable;

/// A small card beside a token with its nearest tokens. It lies over the window until Esc, a click
/// outside, or the focus elsewhere closes it, and is the same view model as the page in the lab.
public final class NearbyCard extends Pane {

  private static final double WIDTH = 400;
  private static final double MARGIN = 8;

  private final InsideViewModel inside;
  private final Runnable onLab;
  private final VBox card = new VBox();
  private final NearList cosine;
  private final NearList product;
  private @Nullable Bounds anchor;
  private @Nullable Node before;
  private Subscription focus = Subscription.EMPTY;

  /// @param onLab shows the same tokens on the page of the lab
  public NearbyCard(InsideViewModel inside, Runnable onLab) {
    this.inside = inside;
    this.onLab = onLab;
    setId("nearby");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText("Nearest tokens");
    setManaged(false);
    setVisible(false);
    cosine = list("nearby-cosine", "cosine", NeighborsPane.COSINE);
    product = list("nearby-dot", "dot product", NeighborsPane.PRODUCT);
    var lists = new HBox(cosine, product);
    lists.getStyleClass().add("near-lists");
    VBox.setVgrow(lists, Priority.ALWAYS);
    card.getStyleClass().addAll("card", "card-content", "nearby");
    card.getChildren()
        .addAll(
            head(),
            Sentences.problem("nearby-problem", inside.neighbors().problemProperty()),
            Sentences.of("nearby-message", "quiet", inside.vectors().messageProperty()),
            lists,
            commands());
    inside.neighbors().foundProperty().subscribe(_ -> showFound());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressOutside);
  }

  private NearList list(String id, String name, String lesson) {
    return new NearList(
        id,
        name,
        lesson,
        near -> inside.neighbors().look(near.id()),
        near -> inside.map().add(List.of(near.id())));
  }

  private VBox head() {
    var found = inside.neighbors().foundProperty();
    var title = new Label();
    title.setId("nearby-title");
    title.getStyleClass().add("near-title");
    title.setMinWidth(0);
    title
        .textProperty()
        .bind(found.map(now -> now.map(Neighborhood::title).orElse("Nearest tokens")));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new HBox(title, space, NeighborsPane.matrices("nearby-matrix", inside.vectors()));
    line.getStyleClass().add("card-head");
    line.setAlignment(Pos.CENTER_LEFT);
    var facts = new Label();
    facts.setId("nearby-facts");
    facts.getStyleClass().add("faint");
    facts.textProperty().bind(found.map(now -> now.map(Neighborhood::facts).orElse("")));
    return new VBox(line, facts);
  }

  private HBox commands() {
    var back = NeighborsPane.button("nearby-back", "Back", "Returns to the token before.");
    back.disableProperty().bind(inside.neighbors().hasPastProperty().not());
    back.setOnAction(_ -> inside.neighbors().goBack());
    var lab =
        NeighborsPane.button(
            "nearby-lab", "In the lab", "Shows these tokens in the lab, with sums and the map.");
    lab.setOnAction(_ -> openLab());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = NeighborsPane.button("nearby-close", "Close", "Closes this card (Esc).");
    close.setOnAction(_ -> close());
    var line = new HBox(back, lab, space, close);
    line.getStyleClass().add("transport");
    return line;
  }

  private void showFound() {
    var now = inside.neighbors().foundProperty().get();
    cosine.show(now.map(Neighborhood::byCosine).orElse(List.of()));
    product.show(now.map(Neighborhood::byProduct).orElse(List.of()));
  }

  // Commands

  /// Shows the nearest tokens of a token.
  ///
  /// @param beside where the token is, in the scene
  public void show(int id, Bounds beside) {
    if (!isVisible()) {
      before = getScene().getFocusOwner();
    }
    anchor = sceneToLocal(beside);
    inside.setBeside(true);
    inside.neighbors().look(id);
    getChildren().setAll(card);
    setVisible(true);
    toFront();
    requestLayout();
    cosine.takeFocus();
    focus = getScene().focusOwnerProperty().subscribe((_, now) -> followFocus(now));
  }

  /// Closes the card and gives the focus back.
  public void close() {
    var back = before;
    if (hide() && back != null && back.getScene() != null) {
      back.requestFocus();
    }
  }

  private boolean hide() {
    boolean wasOpen = isVisible();
    focus.unsubscribe();
    before = null;
    setVisible(false);
    getChildren().clear();
    inside.setBeside(false);
    return wasOpen;
  }

  private void openLab() {
    // The focus is the page's.
    hide();
    onLab.run();
  }

  // Events

  private void followFocus(@Nullable Node now) {
    if (now != null && !isInside(now)) {
      hide();
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  private void pressOutside(MouseEvent event) {
    if (this.equals(event.getTarget())) {
      close();
      event.consume();
    }
  }

  // Layout

  @Override
  protected void layoutChildren() {
    var at = anchor;
    if (at == null) {
      return;
    }
    double width = Math.min(WIDTH, getWidth() - 2 * MARGIN);
    double height = Math.min(card.prefHeight(width), getHeight() - 2 * MARGIN);
    double below = at.getMaxY() + MARGIN;
    double above = at.getMinY() - MARGIN - height;
    boolean fitsBelow = below + height <= getHeight() - MARGIN;
    double x = Math.clamp(at.getMinX(), MARGIN, Math.max(MARGIN, getWidth() - MARGIN - width));
    double y =
        Math.clamp(
            fitsBelow ? below : above, MARGIN, Math.max(MARGIN, getHeight() - MARGIN - height));
    card.resizeRelocate(Math.rint(x), Math.rint(y), width, height);
  }
}
