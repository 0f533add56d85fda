package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kelvin.ui.session.Questions.Changed;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.workspace.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user goes on working while a slow disk answers. An answer that comes late replaces nothing
/// that was done since; otherwise typing is lost.
class SlowDiskTest {

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private Path another = Path.of("");
  private final List<Path> opened = new ArrayList<>();
  private SessionBench bench = new SessionBench(Path.of(""));

  @BeforeEach
  void openAWindow() {
    file = folder.resolve("work.kelvin");
    another = folder.resolve("another.kelvin");
    bench = window();
  }

  private SessionBench window() {
    var window = SessionBench.withModel(folder.resolve("autosave"));
    window.questions.choose(file);
    window.playground.model().setOnOpen(opened::add);
    return window;
  }

  // Open the model

  @Test
  void workDoneWhileTheModelIsLookedForStays() throws Exception {
    openASessionOfAnotherModel();
    bench.disk.hold();
    bench.acceptNotice();
    bench.type("Once more");

    release();

    assertEquals("Once more", bench.text());
    assertEquals("typing", bench.session.undoNameProperty().get());
    assertEquals(List.of(folder), opened);
  }

  @Test
  void workSavedBeforeTheModelIsOpenedStays() throws Exception {
    openASessionOfAnotherModel();
    bench.type("Once more");
    bench.act(bench.session::save);

    bench.acceptNotice();

    assertEquals("Once more", bench.text());
    assertEquals(List.of(folder), opened);
  }

  @Test
  void theComparedPromptTypedBeforeTheModelIsOpenedStays() throws Exception {
    openASessionOfAnotherModel();
    var right = bench.playground.pages().compare().b().textProperty();
    bench.act(() -> right.set("Twice"));

    bench.acceptNotice();

    assertEquals("Twice", right.get());
    assertEquals(List.of(folder), opened);
  }

  @Test
  void aFileChosenWhileTheModelIsLookedForStaysTheFile() throws Exception {
    openASessionOfAnotherModel();
    bench.disk.hold();
    bench.questions.choose(another);
    bench.act(bench.session::saveAs);
    bench.acceptNotice();

    release();

    assertEquals("another – Kelvin", bench.title());
    assertEquals(List.of(folder), opened);
  }

  @Test
  void aSessionOpenedWhileTheModelIsLookedForStays() throws Exception {
    openASessionOfAnotherModel();
    bench.disk.hold();
    bench.acceptNotice();
    bench.act(bench.session::begin);

    release();

    assertEquals("Kelvin", bench.title());
    assertEquals(List.of(), opened);
  }

  // Restore

  @Test
  void theWindowDoesNotWaitForTheModelOfRestoredWork() throws Exception {
    crash(2, "Before the crash");
    bench.act(bench.session::findUnsavedWork);
    bench.disk.hold();

    bench.acceptNotice();
    assertEquals("Once", bench.text());

    release();
    assertEquals("Before the crash", bench.text());
  }

  @Test
  void workDoneBeforeTheRestoredWorkComesIsAskedAbout() throws Exception {
    crash(2, "Before the crash");
    bench.act(bench.session::findUnsavedWork);
    bench.disk.hold();
    bench.acceptNotice();
    bench.type("Other work");

    release();
    assertEquals("Other work", bench.text());
    assertEquals(List.of("Untitled"), bench.questions.asked());

    bench.questions.answer(Unsaved.LET_GO);
    bench.acceptNotice();
    assertEquals("Before the crash", bench.text());
  }

  @Test
  void anImpatientUserRestoresOnceAndLosesNothing() throws Exception {
    crash(2, "Before the first crash");
    crash(3, "Before the second crash");
    bench.act(bench.session::findUnsavedWork);
    bench.disk.hold();
    bench.acceptNotice();
    bench.acceptNotice();

    release();
    assertEquals("Before the second crash", bench.text());
    assertEquals(List.of(), bench.questions.asked());

    bench.questions.answer(Unsaved.LET_GO);
    bench.acceptNotice();
    assertEquals("Before the first crash", bench.text());
  }

  // Save

  @Test
  void savingTwiceInAHurryAsksOnce() throws Exception {
    saveAndLetAnotherWindowChange();

    bench.act(
        () -> {
          bench.session.save();
          bench.session.save();
        });

    assertEquals(1, bench.questions.askedAboutChange().size());
    assertEquals("Theirs", onDisk(file));
  }

  @Test
  void whatIsTypedBetweenTwoSavesIsSaved() throws Exception {
    saveAndLetAnotherWindowChange();
    bench.questions.answer(Changed.OVERWRITE);
    bench.disk.hold();
    bench.act(bench.session::save);
    bench.type("Mine, later");
    bench.act(bench.session::save);

    release();

    assertEquals("Mine, later", onDisk(file));
    assertEquals(1, bench.questions.askedAboutChange().size());
    assertEquals("work – Kelvin", bench.title());
  }

  @Test
  void aSaveToAnotherFileIsNotForgotten() throws Exception {
    saveAndLetAnotherWindowChange();
    bench.disk.hold();
    bench.act(bench.session::save);
    bench.questions.choose(another);
    bench.act(bench.session::saveAs);

    release();

    assertEquals("Theirs", onDisk(file));
    assertEquals("Mine", onDisk(another));
    assertEquals("another – Kelvin", bench.title());
  }

  @Test
  void aSaveGoesOnAfterOneThatFails() throws Exception {
    bench.type("Mine");
    bench.questions.choose(folder.resolve("none").resolve("work.kelvin"));
    bench.disk.hold();
    bench.act(bench.session::save);
    bench.questions.choose(another);
    bench.act(bench.session::saveAs);

    release();

    assertEquals("Mine", onDisk(another));
  }

  @Test
  void whatIsTypedWhileSavingBeforeTheEndIsAskedAbout() {
    bench.type("Mine");
    bench.questions.answer(Unsaved.SAVE);
    var ended = new AtomicBoolean();
    bench.disk.hold();
    bench.act(() -> bench.session.confirmThen(() -> ended.set(true)));
    bench.type("Mine, later");
    bench.questions.answer(Unsaved.CANCEL);

    release();

    assertFalse(ended.get());
    assertEquals("Mine, later", bench.text());
  }

  @Test
  void aNewSessionIsNotSavedToTheFileOfTheOneBefore() {
    bench.type("Mine");
    bench.questions.answer(Unsaved.LET_GO);
    bench.disk.hold();
    bench.act(bench.session::save);
    bench.act(bench.session::begin);

    release();

    assertEquals("Kelvin", bench.title());
    assertEquals(List.of(file), bench.session.recentFiles());
  }

  private void release() {
    bench.disk.release();
    bench.run();
  }

  private void openASessionOfAnotherModel() throws Exception {
    bench.act(bench.session::save);
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("\"folder\": \"[^\"]*\"", "\"folder\": \"" + folder + "\"")
            .replace("\"bytes\": ", "\"bytes\": 1"));
    bench.act(() -> bench.session.openFile(file));
    assertTrue(bench.notice().contains("where no model was opened before"), bench.notice());
  }

  private void saveAndLetAnotherWindowChange() throws Exception {
    bench.act(bench.session::save);
    var other = window();
    other.act(() -> other.session.openFile(file));
    other.type("Theirs");
    other.act(other.session::save);
    bench.type("Mine");
    assertEquals("Theirs", onDisk(file));
  }

  /// Another window ends without a word.
  private void crash(int window, String unsaved) throws Exception {
    var autosave = folder.resolve("autosave");
    var crashing = SessionBench.withModel(autosave);
    crashing.type(unsaved);
    crashing.autosavePacer.pass();
    var content = Files.readAllBytes(autosave.resolve("window-1.kelvin"));
    crashing.autosaver.close();
    var left = Files.write(autosave.resolve("window-" + window + ".kelvin"), content);
    Files.setLastModifiedTime(left, FileTime.fromMillis(window));
  }

  private static String onDisk(Path path) throws Exception {
    return SessionFile.read(path).work().prompt().text();
  }
}
