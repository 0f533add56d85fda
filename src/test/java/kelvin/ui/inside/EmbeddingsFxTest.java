package kelvin.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.engine.inside.NamedToken;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.inside.figure.MapFigure;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.map.MapPicture;
import kelvin.ui.plot.map.TokenMapPlot;
import kelvin.ui.plot.map.Viewport;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import kelvin.workspace.map.MapTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The nearest tokens and the map of tokens in the real window, on the bundled model. If they fail,
/// a user sees the neighbours of another token, or loses a map that took time to choose.
class EmbeddingsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final InsideViewModel inside;
  private final NeighborsViewModel neighbors;
  private final MapViewModel map;

  EmbeddingsFxTest(OpenWindow window) {
    this.window = window;
    inside = window.playground().pages().inside();
    neighbors = inside.neighbors();
    map = inside.map();
  }

  private void open() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
    window.waitUntil(() -> inside.vectors().spacesProperty().get() != null);
    window.waitUntil(() -> !map.pictureProperty().get().isEmpty());
  }

  private void showWords(String words) throws Exception {
    Fx.run(
        () -> {
          map.chosenProperty().set(MapTokens.NONE);
          var vocabulary = inside.vectors().vocabularyProperty().get();
          map.chosenProperty().set(MapTokens.of(NamedToken.idsIn(words, vocabulary), vocabulary));
        });
    window.waitUntil(() -> map.pictureProperty().get().count() == words.split(" ", -1).length);
  }

  private TokenMapPlot plot() {
    return window.find("token-map", TokenMapPlot.class);
  }

  private String title() throws Exception {
    return window.text("near-title");
  }

  private List<String> labels() throws Exception {
    return Fx.get(
        () -> map.pictureProperty().get().points().stream().map(MapPicture.Point::label).toList());
  }

  @Test
  void nothingIsReadBeforeSomebodyLooksAndTheMapStartsWithTheCandidates() throws Exception {
    assertNull(inside.vectors().spacesProperty().get());

    open();

    assertEquals(Page.LAB, Fx.get(() -> window.playground().pages().pageProperty().get()));
    assertEquals(24, labels().size());
    assertEquals(Fx.get(() -> window.shown().textAtRank(1)), labels().getFirst());
    assertTrue(window.text("map-caption").contains("candidates of the answer"));
    assertFalse(window.isShown("matrix"), "both matrices of this model are the same");
  }

  private boolean isBesideOf(String token) throws Exception {
    return window.isShown("nearby") && window.text("nearby-title").equals(token);
  }

  @Test
  void theButtonBesideATokenShowsItsNearestOnesThereAndAClickGoesOn() throws Exception {
    var first = window.text("detail-token");
    window.robot().clickOn("#near");
    window.waitUntil(() -> isBesideOf(first));
    assertEquals(Page.PLAYGROUND, Fx.get(() -> window.playground().pages().pageProperty().get()));

    window.waitUntil(() -> !window.find("nearby-dot", ListView.class).getItems().isEmpty());
    window.robot().clickOn("#nearby-cosine .list-cell");
    window.waitUntil(() -> !isBesideOf(first));
    window.robot().clickOn("#nearby-back");
    window.waitUntil(() -> isBesideOf(first));
    window.robot().push(KeyCode.ESCAPE);

    window.waitUntil(() -> !window.isShown("nearby"));
    assertEquals("near", Fx.get(() -> window.root().getScene().getFocusOwner().getId()));
  }

  @Test
  void theCardBesideATokenLeadsToItsPageInTheLab() throws Exception {
    window.robot().clickOn("#near");
    window.waitUntil(() -> window.isShown("nearby-lab"));

    window.robot().clickOn("#nearby-lab");

    window.waitUntil(() -> !title().isEmpty());
    assertFalse(window.isShown("nearby"));
    assertEquals(Page.LAB, Fx.get(() -> window.playground().pages().pageProperty().get()));
  }

  @Test
  void theMenuOfTheTextShowsTheNearestTokensOfTheTokenAtTheCaret() throws Exception {
    Fx.run(
        () -> {
          window.find("prompt", TextArea.class).positionCaret(6);
        });
    window.waitForAnswer();
    var menu = window.find("prompt", TextArea.class).getContextMenu();
    var near =
        menu.getItems().stream()
            .filter(item -> "near-in-text".equals(item.getId()))
            .findFirst()
            .orElseThrow();
    assertTrue(near.getText().endsWith("Nearest tokens of “␣upon”"), near.getText());

    Fx.run(near::fire);

    window.waitUntil(() -> isBesideOf("␣upon"));
  }

  @Test
  void aSumThatIsTypedFindsTheQueenAndOneThatCannotBeReadIsExplained() throws Exception {
    open();
    window.robot().clickOn("#near-field").write("king - boy + girl");
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> title().equals("␣king − ␣boy + ␣girl"));

    var found = Fx.get(() -> neighbors.foundProperty().get().orElseThrow());
    assertEquals("␣queen", found.byCosine().getFirst().text());
    ListView<?> list = window.find("near-cosine", ListView.class);
    assertEquals(found.byCosine(), Fx.get(() -> List.copyOf(list.getItems())));
    window.robot().clickOn("#near-copy");
    assertTrue(
        Fx.get(() -> Clipboard.getSystemClipboard().getString())
            .startsWith("token\tid\tcosine\n␣queen\t"));

    window.robot().clickOn("#near-field").write("king man");
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> window.text("near-problem").contains("before “man”"));
  }

  @Test
  void theListOfSumsIsMeasuredBesideWhatWouldBeRightWithoutASum() throws Exception {
    open();

    window.robot().clickOn("#sums-measure");
    window.waitUntil(() -> !neighbors.scoresProperty().get().isEmpty());

    assertTrue(window.text("sums-words").matches(".* \\d+ of 48 sums.*"));
  }

  @Test
  void tokensThatAreAddedAndRemovedCanBeUndone() throws Exception {
    open();
    showWords("king queen");
    window.robot().clickOn("#map-field").write("man \"ing\"");
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> map.pictureProperty().get().count() == 4);
    assertEquals(List.of("␣king", "␣queen", "␣man", "ing"), labels());

    window.robot().clickOn("#map-remove");
    window.waitUntil(() -> map.pictureProperty().get().count() == 2);
    Fx.run(() -> window.session().undo());
    window.waitUntil(() -> map.pictureProperty().get().count() == 4);
    Fx.run(() -> window.session().undo());
    window.waitUntil(() -> map.pictureProperty().get().count() == 2);
    assertEquals(List.of("␣king", "␣queen"), labels());

    window.robot().clickOn("#map-field").write("king xylophonist");
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(() -> window.text("map-problem").contains("“xylophonist” is not one token"));
  }

  @Test
  void theMapIsMovedEnlargedAndSelectedInWithMouseAndKeys() throws Exception {
    open();
    showWords("king queen man woman");
    var robot = window.robot();
    robot.clickOn("#map-whole");
    robot.moveTo("#token-map").scroll(3, VerticalDirection.UP);
    window.waitUntil(() -> map.viewportProperty().get().zoom() != 1);
    Fx.run(() -> plot().requestFocus());
    robot.push(KeyCode.DIGIT0);
    assertEquals(Viewport.WHOLE, map.viewportProperty().get());
    robot.push(KeyCode.PLUS);
    assertEquals(1.25, map.viewportProperty().get().zoom(), 1e-9);
    robot.push(KeyCode.DIGIT0);
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    assertTrue(map.viewportProperty().get().x() > 0);
    robot.push(KeyCode.DIGIT0);

    robot.push(KeyCode.RIGHT);
    window.waitUntil(() -> title().equals("␣king"));

    robot.clickOn("#map-lasso");
    drawAround(2);
    int id = Fx.get(() -> map.pictureProperty().get().points().get(2).id());
    window.waitUntil(() -> map.selectedProperty().get().equals(Set.of(id)));
    Fx.run(() -> plot().requestFocus());
    robot.push(KeyCode.DELETE);
    window.waitUntil(() -> map.pictureProperty().get().count() == 3);
    assertEquals(List.of("␣king", "␣queen", "␣woman"), labels());
  }

  @Test
  void theMapSaysWhatDraggingDoesWithTheToolThatIsChosen() throws Exception {
    open();
    window.waitUntil(() -> window.text("map-words").startsWith("Drag to move, "));

    window.robot().clickOn("#map-lasso");

    window.waitUntil(() -> window.text("map-words").startsWith("Drag around tokens to select "));
  }

  /// Draws a line around a point with the mouse.
  private void drawAround(int point) {
    var robot = window.robot();
    double x = plot().xOf(point);
    double y = plot().yOf(point);
    robot.moveTo(at(x - 12, y - 12)).press(MouseButton.PRIMARY);
    for (var corner :
        List.of(at(x + 12, y - 12), at(x + 12, y + 12), at(x - 12, y + 12), at(x - 12, y - 8))) {
      robot.moveTo(corner);
    }
    robot.release(MouseButton.PRIMARY);
  }

  private Point2D at(double x, double y) {
    return plot().localToScreen(x, y);
  }

  @Test
  void theSessionKeepsTheMapAndHowItIsShown() throws Exception {
    open();
    showWords("king queen man");
    Fx.run(
        () -> {
          map.labelledProperty().set(false);
          map.viewportProperty().set(new Viewport(0.25, -0.5, 2));
        });
    window.questions().choose(folder.resolve("map.kelvin"));
    window.robot().push(KeyCode.SHORTCUT, KeyCode.S);
    window.waitUntil(() -> !window.session().dirtyProperty().get());
    window.robot().push(KeyCode.SHORTCUT, KeyCode.N);
    window.waitUntil(() -> map.chosenProperty().get().isEmpty());
    assertEquals(Viewport.WHOLE, map.viewportProperty().get());

    window.robot().push(KeyCode.SHORTCUT, KeyCode.O);
    window.waitUntil(() -> map.pictureProperty().get().count() == 3);

    assertEquals(new Viewport(0.25, -0.5, 2), map.viewportProperty().get());
    assertFalse(map.labelledProperty().get());
    assertFalse(Fx.get(() -> window.session().dirtyProperty().get()));
  }

  @Test
  void theMapIsExportedAsPictureAndAsItsNumbers() throws Exception {
    open();
    showWords("king queen man");
    var figure =
        Fx.get(
            () ->
                new MapFigure(
                    map.pictureProperty().get(),
                    inside.vectors().matrixProperty().get(),
                    "kelvin-tiny",
                    true));

    for (var format : FigureFormat.values()) {
      var file = folder.resolve("map" + format.ending());
      window.labExports().maps().save(figure, format, file);
      window.waitUntil(() -> Files.exists(file) && Files.size(file) > 0);
    }

    assertTrue(Files.readString(folder.resolve("map.svg")).contains("␣queen"));
    assertEquals(4, Files.readAllLines(folder.resolve("map.csv")).size());
    assertTrue(Files.readString(folder.resolve("map.json")).contains("\"token\":\" queen\""));
  }
}
