package kelvin.ui.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import kelvin.ui.generation.Step;
import kelvin.ui.path.tool.RecordTool;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// If these tests fail, a text that was recorded in the window does not open without its model, or
/// a certificate of the window says nothing about its bits.
class RecordsFxTest {

  @RegisterExtension
  static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  @TempDir private Path folder = Path.of("");

  private final OpenWindow window;

  RecordsFxTest(OpenWindow window) {
    this.window = window;
  }

  private RecordTool tool() {
    return window.playground().pages().paths().tools().record();
  }

  private String sentence() {
    return Fx.get(() -> tool().sentenceProperty().get());
  }

  private Path saved(String name, Runnable save) throws Exception {
    var file = folder.resolve(name);
    Fx.run(
        () -> {
          tool().setFiles((_, _) -> Optional.of(file), "kelvin of a test");
          save.run();
        });
    window.waitUntil(() -> sentence().startsWith("Saved"));
    return file;
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  private void open(Path file) throws Exception {
    window.questions().answer(Unsaved.LET_GO);
    Fx.run(() -> window.session().openFile(file));
  }

  @Test
  void whereARecordWasSavedIsToldSoThatItCanBeShown() throws Exception {
    window.draw(2);
    var told = new ArrayList<Path>();
    Fx.run(() -> tool().setOnSaved(told::add));

    var record = saved("a.kelvin-trace", () -> tool().saveTrace());
    var certificate = saved("a.kelvin-certificate", () -> tool().saveCertificate());
    window.waitUntil(() -> told.size() == 2);

    assertEquals(List.of(record, certificate), told);
  }

  private Path openedRecord() throws Exception {
    window.draw(4);
    var file = saved("a.kelvin-trace", () -> tool().saveTrace());
    open(file);
    window.waitUntil(
        () ->
            window.playground().model().nameProperty().get().endsWith("(record)")
                && window.tokenCount() > 0
                && window.steps().size() == 4);
    return file;
  }

  private List<Integer> ids() {
    return window.steps().stream().map(Step::tokenId).toList();
  }

  @Test
  void aRecordShowsEachStepWithoutTheModelAndTheSamplingStillChangesIt() throws Exception {
    window.draw(4);
    var ids = ids();
    Fx.run(() -> window.playground().generation().selectedProperty().set(1));
    window.waitForAnswer();
    var before = window.shown();
    saved("a.kelvin-trace", () -> tool().saveTrace());
    open(folder.resolve("a.kelvin-trace"));
    window.waitUntil(() -> window.playground().model().nameProperty().get().endsWith("(record)"));
    window.waitUntil(() -> window.tokenCount() > 0 && ids().equals(ids));

    Fx.run(() -> window.playground().generation().selectedProperty().set(1));
    window.waitForAnswer();

    var now = window.shown();
    for (int rank = 1; rank <= 20; rank++) {
      assertEquals(before.logits().tokenAtRank(rank), now.logits().tokenAtRank(rank));
      assertEquals(before.logits().atRank(rank), now.logits().atRank(rank), 0.02);
    }
    double cool = now.distribution().finalProbability(1);
    Fx.run(() -> window.playground().sampling().temperatureProperty().set(2.0));
    assertTrue(window.shown().distribution().finalProbability(1) < cool);
  }

  @Test
  void whatNeedsTheModelSaysThatARecordIsOpenAndUndoComesBack() throws Exception {
    openedRecord();
    var ids = ids();
    Fx.run(() -> window.playground().prompt().textProperty().set("Another text"));
    window.waitUntil(
        () ->
            String.valueOf(window.playground().distribution().messageProperty().get())
                .contains("record"));

    Fx.run(window.session()::undo);
    window.waitUntil(() -> window.tokenCount() > 0 && ids().equals(ids));

    Fx.run(() -> tool().saveCertificate());
    assertTrue(Fx.get(() -> tool().run().problemProperty().get()).contains("no model runs"));
  }

  @Test
  void whatARecordSaysIsNewsAndLooksLikeNoFault() throws Exception {
    openedRecord();
    window.waitUntil(() -> window.isShown("notice"));

    assertTrue(window.text("notice").contains("No model runs"), window.text("notice"));
    assertFalse(looksLikeAFault("notice"));
    assertFalse(window.isShown("bring-back"));
    window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitUntil(() -> window.text("step-count").endsWith("the record ends here"));

    Fx.run(() -> window.playground().prompt().textProperty().set("Another text"));
    window.waitUntil(
        () ->
            String.valueOf(window.playground().distribution().messageProperty().get())
                .contains("record"));
    assertEquals("", Fx.get(() -> window.playground().prompt().problemProperty().get()));

    open(folder.resolve("nothing.kelvin-trace"));
    window.waitUntil(() -> window.text("notice").startsWith("Not opened"));
    assertTrue(looksLikeAFault("notice"));
  }

  private boolean looksLikeAFault(String id) {
    return Fx.get(() -> window.root().lookup("#" + id).getStyleClass().contains("problem"));
  }

  @Test
  void theWindowVerifiesItsOwnCertificateToTheBitAndNamesWhatWasChanged() throws Exception {
    window.draw(4);
    var file = saved("a.kelvin-certificate", () -> tool().saveCertificate());

    open(file);
    window.waitUntil(() -> sentence().contains("same to the bit"));

    Files.writeString(file, Files.readString(file).replace("Once upon", "Once under"));
    open(file);
    window.waitUntil(() -> sentence().contains("first difference is in the file"));
    assertEquals(
        List.of("file", "prompt"),
        Fx.get(
            () ->
                tool().differencesProperty().get().stream()
                    .map(each -> each.stage().label())
                    .toList()));
  }

  @Test
  void aRecordWhoseSavingIsCancelledLeavesTheOlderFileAndNothingElse() throws Exception {
    window.draw(3);
    var file = saved("a.kelvin-trace", () -> tool().saveTrace());
    var before = Files.readAllBytes(file);
    window.draw(1);
    Fx.run(() -> window.playground().pages().record(_ -> {}));

    Fx.run(
        () -> {
          tool().saveTrace();
          window.find("record-cancel", Button.class).fire();
        });
    window.waitUntil(() -> sentence().contains("no file was changed"));
    window.waitUntil(() -> files().equals(List.of(file)));

    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aDamagedRecordChangesNothing() throws Exception {
    window.draw(2);
    var ids = ids();
    var file = saved("a.kelvin-trace", () -> tool().saveTrace());
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    open(file);
    window.waitUntil(() -> window.playground().notices().noticeProperty().get().isPresent());

    assertTrue(window.text("notice").contains("it ends in the middle"), window.text("notice"));
    assertEquals(ids, ids());
  }
}
