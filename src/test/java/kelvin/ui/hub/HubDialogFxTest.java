package kelvin.ui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import kelvin.display.Theme;
import kelvin.hub.HubException;
import kelvin.hub.cache.HubCache;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import kelvin.hub.transfer.TransferSetup;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.ui.fx.FxThread;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A student gets a real model without leaving the window: finds it, sees what it costs, fetches it
/// over a bad line, and opens it.
final class HubDialogFxTest {

  private static final String WEIGHTS = "onnx/model.onnx_data";

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;
  @TempDir private Path place = Path.of("");
  private TestHub server;

  HubDialogFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void open() throws Exception {
    server =
        TestHub.start()
            .putFolder(
                ToyFolder.write(
                    place.resolve("toy"),
                    ToyModel.small(5),
                    ToyFeature.MASK,
                    ToyFeature.EXTERNAL_DATA,
                    ToyFeature.ONNX_FOLDER));
    server.putLarge("onnx/model_q4.onnx", new byte[2_000]);
    window.useHub(this::setup);
    push();
    window.waitUntil(OpenHub::isShown);
  }

  private void push() {
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          OpenHub.close();
        });
    server.close();
  }

  private static <T extends Node> T in(String id, Class<T> type) {
    return type.cast(OpenHub.scene().lookup("#" + id));
  }

  private static String text(String id) {
    return in(id, Labeled.class).getText();
  }

  private void fire(String id) {
    Fx.run(
        () -> {
          in(id, Button.class).fire();
        });
  }

  private void search(String wanted) throws Exception {
    Fx.run(
        () -> {
          in("hub-search", TextField.class).setText(wanted);
          in("hub-search-button", Button.class).fire();
        });
    window.waitUntil(() -> text("hub-heading").contains(wanted));
  }

  private void look() throws Exception {
    search("toy");
    fire("hub-look");
    window.waitUntil(() -> in("hub-graphs", TableView.class).getItems().size() == 2);
  }

  @Test
  void theShortListStandsThereAndNothingIsSent() {
    assertTrue(Fx.get(() -> in("hub-offers", ListView.class).getItems().size()) >= 3);
    assertTrue(Fx.get(() -> in("hub-get", Button.class).isDisabled()));
    assertEquals("hub-search", Fx.get(() -> OpenHub.scene().getFocusOwner().getId()));
    assertEquals(List.of(), server.seen());
  }

  @Test
  void theSameKeysBringTheOpenDialogToTheFront() {
    push();
    Fx.settle();

    assertEquals(1, Fx.get(OpenHub::count));
  }

  @Test
  void theOpenDialogFollowsTheThemeAndEscapeClosesItFromAList() throws Exception {
    window.show(Theme.DARK);
    Fx.settle();
    assertTrue(Fx.get(() -> OpenHub.scene().getRoot().getStyleClass().contains("dark")));
    window.show(Theme.LIGHT);
    Fx.settle();
    assertFalse(Fx.get(() -> OpenHub.scene().getRoot().getStyleClass().contains("dark")));
    Fx.run(() -> in("hub-offers", ListView.class).requestFocus());
    window.robot().push(KeyCode.ESCAPE);

    window.waitUntil(() -> !OpenHub.isShown());
  }

  @Test
  void aModelIsFoundFetchedAndOpened() throws Exception {
    look();
    assertTrue(Fx.get(() -> text("hub-sum")).matches("5 files, .* in all, .* to fetch\\."));
    assertEquals("someone/toy · mit", Fx.get(() -> text("hub-repository")));
    fire("hub-get");
    window.waitUntil(() -> in("hub-open", Button.class).isVisible());
    window.waitUntil(() -> text("hub-sum").endsWith(" 0 B to fetch."));

    assertEquals(1, Fx.get(() -> in("hub-progress", ProgressBar.class).getProgress()));
    assertTrue(Fx.get(() -> text("hub-sentence")).endsWith("all files checked."));
    fire("hub-open");

    window.waitUntil(
        () ->
            window
                .playground()
                .model()
                .descriptorProperty()
                .get()
                .filter(model -> model.folder().endsWith(TestHub.COMMIT))
                .isPresent());
    assertFalse(Fx.get(OpenHub::isShown));
  }

  @Test
  void aTransferIsPausedAndResumedWhereItWas() throws Exception {
    server.always(WEIGHTS, Answers.slow(200));
    look();
    fire("hub-get");
    window.waitUntil(() -> !server.seenOf(WEIGHTS).isEmpty());
    window.waitUntil(() -> in("hub-progress", ProgressBar.class).getProgress() > 0.1);
    Fx.run(() -> in("hub-pause", Button.class).requestFocus());
    fire("hub-pause");
    window.waitUntil(() -> in("hub-resume", Button.class).isFocused());

    assertTrue(Fx.get(() -> in("hub-resume", Button.class).isVisible()));
    assertTrue(Fx.get(() -> text("hub-sentence")).contains("paused; what has come is kept"));
    server.always(WEIGHTS, Answers.honest());
    fire("hub-resume");
    window.waitUntil(() -> in("hub-open", Button.class).isVisible());

    assertTrue(
        server.seenOf(WEIGHTS).getLast().range().startsWith("bytes="),
        server.seenOf(WEIGHTS).toString());
  }

  @Test
  void aTransferThatIsGivenUpLeavesNoParts() throws Exception {
    server.always(WEIGHTS, Answers.slow(200));
    look();
    fire("hub-get");
    window.waitUntil(() -> !server.seenOf(WEIGHTS).isEmpty());
    fire("hub-cancel");

    assertFalse(Fx.get(() -> in("hub-progress", ProgressBar.class).isVisible()));
    window.waitUntil(() -> parts() == 0);
  }

  private long parts() throws Exception {
    try (var blobs = Files.list(place.resolve("cache/models--someone--toy/blobs"))) {
      return blobs.filter(each -> each.toString().endsWith(".incomplete")).count();
    }
  }

  @Test
  void aTransferGoesOnWhileTheDialogIsClosed() throws Exception {
    server.always(WEIGHTS, Answers.slow(20));
    look();
    fire("hub-get");
    close(OpenHub.scene());
    window.waitUntil(
        () -> window.hub().transfer().stateProperty().get() == TransferViewModel.State.DONE);
    push();
    window.waitUntil(OpenHub::isShown);

    assertTrue(Fx.get(() -> in("hub-open", Button.class).isVisible()));
  }

  private static void close(Scene scene) {
    Fx.run(
        () -> {
          scene.getWindow().hide();
        });
  }

  @Test
  void afterARestartWhatHadBegunIsShownAndFetchedToItsEnd() throws Exception {
    server.next(WEIGHTS, Answers.cutAfter(100), Answers.status(404));
    look();
    fire("hub-get");
    window.waitUntil(() -> !text("hub-transfer-problem").isEmpty());
    close(OpenHub.scene());
    int before = server.seen().size();
    Fx.run(() -> new HubDialog(restarted(), window.root().getScene()).show());
    window.waitUntil(() -> in("hub-go-on", Button.class).isVisible());

    assertEquals("someone/toy has not come as a whole.", Fx.get(() -> text("hub-unfinished")));
    assertEquals(before, server.seen().size());
    fire("hub-go-on");
    window.waitUntil(() -> in("hub-graphs", TableView.class).getItems().size() == 2);
    fire("hub-get");
    window.waitUntil(() -> in("hub-open", Button.class).isVisible());
    assertEquals("bytes=100-", server.seenOf(WEIGHTS).getLast().range());
    window.waitUntil(() -> in("hub-kept", ListView.class).getItems().size() == 1);
  }

  /// The state of a dialog as it is after a start of Kelvin.
  private HubViewModel restarted() {
    return new HubViewModel(this::setup, task -> new Thread(task).start(), new FxThread());
  }

  private TransferSetup setup() throws HubException {
    return Hubs.setup(Hubs.of(server.endpoint()), new HubCache(place.resolve("cache")));
  }

  @Test
  void aModelOnThisComputerIsOpenedAndRemoved() throws Exception {
    look();
    fire("hub-get");
    window.waitUntil(() -> in("hub-open", Button.class).isVisible());
    Fx.run(() -> in("hub-place-here", ToggleButton.class).fire());
    window.waitUntil(() -> in("hub-kept", ListView.class).getItems().size() == 1);
    assertFalse(Fx.get(() -> in("hub-offers", ListView.class).getParent().getParent().isVisible()));
    fire("hub-remove");
    window.waitUntil(() -> text("hub-remove-question").startsWith("Remove someone/toy, "));
    fire("hub-remove-no");
    assertEquals("", Fx.get(() -> text("hub-remove-question")));
    fire("hub-use");

    window.waitUntil(() -> window.playground().model().nameProperty().get().equals("toy"));
    push();
    window.waitUntil(OpenHub::isShown);
    fire("hub-remove");
    window.waitUntil(() -> in("hub-remove-yes", Button.class).isVisible());
    fire("hub-remove-yes");
    window.waitUntil(() -> in("hub-kept", ListView.class).getItems().isEmpty());
    assertFalse(Files.exists(place.resolve("cache/models--someone--toy")));
  }

  @Test
  void aHubThatRefusesSaysWhyAndTheTransferCanBeResumed() throws Exception {
    server.always(WEIGHTS, Answers.status(401, "X-Error-Code", "GatedRepo"));
    look();
    fire("hub-get");
    window.waitUntil(() -> !text("hub-transfer-problem").isEmpty());

    assertTrue(Fx.get(() -> text("hub-transfer-problem")).contains("accepted its conditions"));
    assertTrue(Fx.get(() -> in("hub-resume", Button.class).isVisible()));
    server.always("/api/models/someone/toy/revision/", Answers.status(404));
    fire("hub-look");
    window.waitUntil(() -> !text("hub-problem").isEmpty());
    assertTrue(Fx.get(() -> text("hub-problem")).contains("has no someone/toy"));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyControlTeachesAndNothingIsCutOff(Theme theme) throws Exception {
    close(OpenHub.scene());
    window.show(theme);
    server.always(WEIGHTS, Answers.slow(200));
    push();
    window.waitUntil(OpenHub::isShown);
    look();
    fire("hub-get");
    window.waitUntil(() -> !server.seenOf(WEIGHTS).isEmpty());
    Fx.settle();

    PictureFile.save(Fx.get(() -> OpenHub.scene().snapshot(null)), "hub-" + theme);
    for (var id :
        List.of(
            "hub-place-hub",
            "hub-place-here",
            "hub-search",
            "hub-search-button",
            "hub-offers",
            "hub-look",
            "hub-look-name",
            "hub-graphs",
            "hub-needed",
            "hub-progress",
            "hub-get",
            "hub-pause",
            "hub-cancel")) {
      var control = in(id, Control.class);
      assertTrue(control.getTooltip() != null && !control.getTooltip().getText().isEmpty(), id);
      assertTrue(isNamed(control), id);
    }
    for (var button : OpenHub.scene().getRoot().lookupAll(".transport-button")) {
      if (button instanceof Button each && isShown(each)) {
        assertTrue(each.getWidth() >= Fx.get(() -> each.prefWidth(-1)) - 1, each.getText());
        assertTrue(isInside(each, OpenHub.scene().getRoot()), each.getText());
      }
    }
    fire("hub-cancel");
  }

  private static boolean isShown(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }

  private static boolean isNamed(Control control) {
    return (control.getAccessibleText() != null && !control.getAccessibleText().isEmpty())
        || (control instanceof Labeled labeled && !labeled.getText().isEmpty());
  }

  private static boolean isInside(Node node, Parent root) {
    return root.getLayoutBounds().contains(node.localToScene(node.getLayoutBounds()));
  }
}
