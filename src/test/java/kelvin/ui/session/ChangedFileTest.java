package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kelvin.ui.session.Questions.Changed;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.Session;
import kelvin.workspace.SessionFile;
import kelvin.workspace.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows, two programs, one file, in every order of open, change and save. Without this, the
/// one who saves last overwrites the work of the other, and no title tells.
class ChangedFileTest {

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private SessionBench first = new SessionBench(Path.of(""));
  private SessionBench second = new SessionBench(Path.of(""));

  @BeforeEach
  void openTwoWindows() {
    file = folder.resolve("work.kelvin");
    first = window();
    second = window();
    first.type("Beginning");
    first.act(first.session::save);
  }

  private SessionBench window() {
    var window = SessionBench.withModel(folder.resolve("autosave"));
    window.questions.choose(file);
    return window;
  }

  @Test
  void bothOpenBothChangeBothSave() throws Exception {
    open(second);
    change(first, "Mine");
    change(second, "Yours");

    save(first);
    save(second);

    assertEquals("Mine", onDisk());
    assertEquals(List.of("work"), second.questions.askedAboutChange());
    assertTrue(second.session.dirtyProperty().get());
    assertEquals("• work (changed on disk) – Kelvin", second.title());
    assertEquals("work – Kelvin", first.title());
  }

  @Test
  void openSaveOpenChangeSaveAsksNothing() throws Exception {
    change(first, "Mine");
    save(first);
    open(second);
    change(second, "Yours");
    save(second);

    assertEquals("Yours", onDisk());
    assertEquals(List.of(), second.questions.askedAboutChange());
  }

  @Test
  void aWindowThatChangedNothingDoesNotPutBackWhatWas() throws Exception {
    open(second);
    change(first, "Mine");
    save(first);

    save(second);

    assertEquals("Mine", onDisk());
    assertEquals(1, second.questions.askedAboutChange().size());
  }

  @Test
  void savingAgainAndAgainInOneWindowAsksNothing() throws Exception {
    for (var text : List.of("One", "Two", "Three")) {
      change(first, text);
      save(first);
    }

    assertEquals("Three", onDisk());
    assertEquals(List.of(), first.questions.askedAboutChange());
  }

  @Test
  void whatTheUserOverwritesIsOverwrittenAndTheOtherWindowIsAskedInItsTurn() throws Exception {
    open(second);
    change(first, "Mine");
    save(first);
    change(second, "Yours");
    second.questions.answer(Changed.OVERWRITE);
    save(second);
    assertEquals("Yours", onDisk());
    assertEquals("work – Kelvin", second.title());

    change(first, "Mine again");
    save(first);

    assertEquals("Yours", onDisk());
    assertEquals(List.of("work"), first.questions.askedAboutChange());
  }

  @Test
  void whatChangesWhileTheUserThinksIsNotOverwrittenEither() throws Exception {
    writeByAnotherProgram("Theirs");
    change(first, "Mine");
    first.questions.whenAskedAboutChange(() -> writeByAnotherProgram("Theirs, later"));
    first.questions.answer(Changed.OVERWRITE, Changed.CANCEL);

    save(first);

    assertEquals("Theirs, later", onDisk());
    assertEquals(2, first.questions.askedAboutChange().size());
  }

  @Test
  void theWorkGoesToAnotherFile() throws Exception {
    writeByAnotherProgram("Theirs");
    change(first, "Mine");
    var another = folder.resolve("another.kelvin");
    first.questions.choose(another);
    first.questions.answer(Changed.SAVE_AS);

    save(first);

    assertEquals("Theirs", onDisk());
    assertEquals("Mine", SessionFile.read(another).work().prompt().text());
    assertEquals("another – Kelvin", first.title());
  }

  @Test
  void savingUnderTheSameNameAsksAgain() throws Exception {
    writeByAnotherProgram("Theirs");
    change(first, "Mine");
    first.questions.answer(Changed.SAVE_AS, Changed.CANCEL);

    save(first);

    assertEquals("Theirs", onDisk());
    assertEquals(2, first.questions.askedAboutChange().size());
  }

  @Test
  void theDifferenceIsShownBeforeTheChoice() throws Exception {
    writeByAnotherProgram("Theirs");
    change(first, "Mine");
    first.questions.answer(Changed.SHOW_DIFFERENCE, Changed.OVERWRITE);

    save(first);

    assertEquals(
        List.of("The text is “Theirs” on disk and “Mine” here."), first.questions.difference());
    assertEquals("Mine", onDisk());
  }

  @Test
  void aDamagedFileIsSaidInsteadOfTheDifference() throws Exception {
    Files.writeString(file, "{");
    change(first, "Mine");
    first.questions.answer(Changed.SHOW_DIFFERENCE, Changed.CANCEL);

    save(first);

    assertEquals("{", Files.readString(file));
    assertEquals(1, first.questions.difference().size());
    assertTrue(
        first.questions.difference().getFirst().contains("it ends in the middle"),
        first.questions.difference().getFirst());
  }

  @Test
  void theTitleTellsWhatHappenedOnDisk() throws Exception {
    var before = Files.readAllBytes(file);
    writeByAnotherProgram("Theirs");
    look(first);
    assertEquals("work (changed on disk) – Kelvin", first.title());

    Files.delete(file);
    look(first);
    assertEquals("work (no longer on disk) – Kelvin", first.title());

    Files.write(file, before);
    look(first);
    assertEquals("work – Kelvin", first.title());

    writeByAnotherProgram("Theirs");
    open(first);
    look(first);
    assertEquals("work – Kelvin", first.title());
    assertEquals("Theirs", first.text());
  }

  @Test
  void aFileThatIsGoneIsWrittenAnewWithoutAQuestion() throws Exception {
    Files.delete(file);

    save(first);

    assertEquals("Beginning", onDisk());
    assertEquals(List.of(), first.questions.askedAboutChange());
  }

  @Test
  void anotherTimeOfTheSameContentIsNoChange() throws Exception {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    look(first);
    assertEquals("work – Kelvin", first.title());

    change(first, "Mine");
    save(first);

    assertEquals("Mine", onDisk());
  }

  @Test
  void theSameSizeAndTimeOfAnotherContentIsAChange() throws Exception {
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace("Beginning", "Beginner!"));
    Files.setLastModifiedTime(file, time);

    save(first);

    assertEquals("Beginner!", onDisk());
    assertEquals(1, first.questions.askedAboutChange().size());
  }

  @Test
  void aWindowThatClosesStaysOpenWhenTheQuestionIsCancelled() throws Exception {
    writeByAnotherProgram("Theirs");
    change(first, "Mine");
    first.questions.answer(Unsaved.SAVE);
    var closed = new AtomicBoolean();

    first.act(() -> first.session.confirmThen(() -> closed.set(true)));

    assertFalse(closed.get());
    assertEquals("Theirs", onDisk());
  }

  @Test
  void anotherFileThatTheUserChoseInTheDialogIsReplaced() throws Exception {
    change(second, "Yours");
    save(second);

    assertEquals("Yours", onDisk());
    look(first);
    assertEquals("work (changed on disk) – Kelvin", first.title());
  }

  @Test
  void workRestoredAfterACrashKnowsWhatItsFileHeld() throws Exception {
    change(first, "Before the crash");
    first.autosavePacer.pass();
    var left = folder.resolve("autosave").resolve("window-1.kelvin");
    var content = Files.readAllBytes(left);
    first.autosaver.close();
    Files.write(left, content);
    writeByAnotherProgram("Theirs");
    var restored = window();
    restored.act(restored.session::findUnsavedWork);
    restored.acceptNotice();

    save(restored);

    assertEquals("Before the crash", restored.text());
    assertEquals("Theirs", onDisk());
    assertEquals(1, restored.questions.askedAboutChange().size());
  }

  private void open(SessionBench window) {
    window.act(() -> window.session.openFile(file));
  }

  private static void change(SessionBench window, String text) {
    window.type(text);
  }

  private static void save(SessionBench window) {
    window.act(window.session::save);
  }

  private static void look(SessionBench window) {
    window.act(window.session::lookAtDisk);
  }

  private void writeByAnotherProgram(String text) throws Exception {
    var session = SessionFile.read(file);
    var work = session.work();
    var prompt = work.prompt();
    SessionFile.write(
        file,
        new Session(
            new Work(
                new PromptSettings(
                    prompt.way(), text, prompt.zeroShot(), prompt.fewShot(), prompt.startToken()),
                work.labels(),
                work.sampling(),
                work.continuation(),
                work.task()),
            session.setAside(),
            session.results(),
            session.viewSettings(),
            session.model(),
            session.other()));
  }

  private String onDisk() throws Exception {
    return SessionFile.read(file).work().prompt().text();
  }
}
