package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import kelvin.display.Theme;
import kelvin.inference.report.ModelFacts;
import kelvin.inference.report.ModelJson;
import kelvin.inference.report.ModelReport;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests the report on a model. If these fail, a user learns less in the window than from
/// `kelvin inspect`, or cannot copy it.
class ModelReportFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  ModelReportFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void show() {
    open();
  }

  private void open() {
    window.robot().push(KeyCode.CONTROL, KeyCode.I);
  }

  @AfterEach
  void close() {
    window.robot().push(KeyCode.ESCAPE);
  }

  private ModelFacts facts() {
    return Fx.get(() -> window.playground().model().knownProperty().get().orElseThrow());
  }

  private <T extends Node> T inDialog(String id, Class<T> type) {
    return Fx.get(() -> window.robot().lookup("#" + id).queryAs(type));
  }

  private Set<String> texts() {
    return Fx.get(
        () ->
            Stream.of(".label", ".selectable-text")
                .flatMap(selector -> inScroll(selector).stream())
                .map(
                    node ->
                        node instanceof TextInputControl field
                            ? field.getText()
                            : ((Label) node).getText())
                .collect(Collectors.toSet()));
  }

  private Set<Node> inScroll(String selector) {
    return inDialog("model-report", ScrollPane.class).getContent().lookupAll(selector);
  }

  @Test
  void theWindowSaysAsMuchAsTheCommandLine() {
    var report = ModelReport.of(facts());

    var shown = texts();
    assertTrue(report.tables().stream().allMatch(table -> !table.rows().isEmpty()));
    for (var table : report.tables()) {
      table.rows().forEach(row -> assertTrue(shown.containsAll(row), row::toString));
    }
    report.facts().rows().forEach(row -> assertTrue(shown.containsAll(row), row::toString));
  }

  @Test
  void theWholeReportIsCopied() {
    copy("model-report-json");
    assertEquals(ModelJson.text(facts()), clipboard());
    copy("model-report-markdown");
    assertEquals(ModelReport.of(facts()).markdown(), clipboard());
    assertEquals("Copied as Markdown.", said());

    copy("model-report-json");
    window.robot().push(KeyCode.CONTROL, KeyCode.C);
    assertEquals(ModelReport.of(facts()).markdown(), clipboard());
  }

  private void copy(String id) {
    Fx.run(
        () -> {
          inDialog(id, Button.class).fire();
        });
  }

  private static String clipboard() {
    return Fx.get(() -> Clipboard.getSystemClipboard().getString());
  }

  private String said() {
    return Fx.get(() -> inDialog("model-report-copied", Label.class).getText());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void nothingIsCutOff(Theme theme) throws Exception {
    close();
    window.show(theme);
    open();
    Fx.settle();

    var picture = Fx.get(() -> dialog().snapshot(null));
    PictureFile.save(picture, "model-report-" + theme);
    var scroll = inDialog("model-report", ScrollPane.class);
    assertTrue(
        Fx.get(() -> scroll.getContent().minWidth(-1)) <= scroll.getViewportBounds().getWidth());
  }

  private static Scene dialog() {
    return Window.getWindows().stream()
        .filter(shown -> shown instanceof Stage stage && stage.getOwner() != null)
        .map(Window::getScene)
        .findFirst()
        .orElseThrow();
  }
}
