package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unsaved work survives a crash, and nothing else is left behind. Runs without the toolkit.
class AutosaverTest {

  @TempDir private Path folder = Path.of("");
  private Path autosave = Path.of("");
  private SessionBench crashing = new SessionBench(Path.of(""));

  @BeforeEach
  void openAWindow() {
    autosave = folder.resolve("autosave");
    crashing = SessionBench.withModel(autosave);
  }

  @Test
  void unsavedWorkIsKeptAfterAMomentOfCalm() throws IOException {
    crashing.type("Once upon");
    assertEquals(0, kept());

    crashing.autosavePacer.pass();

    assertEquals(1, kept());
  }

  @Test
  void withoutCalmItIsKeptEveryFewSeconds() throws IOException {
    crashing.type("Once u");
    crashing.type("Once up");

    assertEquals(1, kept());
  }

  @Test
  void savedWorkIsNotKeptTwice() throws IOException {
    crashing.type("Once upon");
    crashing.autosavePacer.pass();
    crashing.questions.choose(folder.resolve("work.kelvin"));

    crashing.act(crashing.session::save);
    crashing.autosavePacer.pass();

    assertEquals(0, kept());
  }

  @Test
  void aWindowThatClosesInOrderLeavesNothing() throws IOException {
    crashing.type("Once upon");
    crashing.autosavePacer.pass();

    crashing.autosaver.close();

    assertEquals(0, kept());
  }

  @Test
  void workThatACrashLeftIsOfferedAndRestored() throws IOException {
    crashWith("Once upon a time");
    var window = SessionBench.withModel(autosave);

    window.act(window.session::findUnsavedWork);
    assertEquals("Kelvin was closed unexpectedly; restore unsaved work?", window.notice());
    window.acceptNotice();

    assertEquals("Once upon a time", window.text());
    assertEquals("• Untitled – Kelvin", window.title());
    assertEquals("", window.session.undoNameProperty().get());
    assertEquals(1, kept(), "it is this window's own work now");
  }

  @Test
  void restoredWorkKnowsItsFile() throws IOException {
    crashing.questions.choose(folder.resolve("capitals.kelvin"));
    crashing.type("France");
    crashing.act(crashing.session::save);
    crashWith("France -> Paris");
    var window = SessionBench.withModel(autosave);

    window.act(window.session::findUnsavedWork);
    assertEquals("Kelvin was closed unexpectedly; restore “capitals”?", window.notice());
    window.acceptNotice();

    assertEquals("• capitals – Kelvin", window.title());
    window.act(window.session::save);
    assertEquals("capitals – Kelvin", window.title());
  }

  @Test
  void workThatIsNotWantedIsSetAside() throws IOException {
    crashWith("Once upon a time");
    var window = SessionBench.withModel(autosave);
    window.act(window.session::findUnsavedWork);

    window.dismissNotice();

    assertEquals("Once", window.text());
    assertEquals(0, kept());
    assertTrue(Files.exists(autosave.resolve("set-aside.kelvin")));
  }

  @Test
  void theWorkOfAWindowThatIsOpenIsNotOffered() {
    crashing.type("Once upon");
    crashing.autosavePacer.pass();
    var window = SessionBench.withModel(autosave);

    window.act(window.session::findUnsavedWork);

    assertEquals("", window.notice());
  }

  @Test
  void damagedWorkIsSaidAndSetAside() throws IOException {
    crashWith("Once upon a time");
    var left = autosave.resolve("window-1.kelvin");
    Files.writeString(left, Files.readString(left).substring(0, 300));
    var window = SessionBench.withModel(autosave);

    window.act(window.session::findUnsavedWork);

    assertTrue(window.notice().startsWith("Unsaved work was found and cannot be read:"));
    assertTrue(window.notice().contains("it ends in the middle"), window.notice());
    assertEquals("Once", window.text());
    assertTrue(Files.exists(autosave.resolve("set-aside.kelvin")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidOnceAndStopsNothing() throws IOException {
    var noFolder = Files.writeString(folder.resolve("a file"), "");
    var window = SessionBench.withModel(noFolder.resolve("autosave"));

    window.type("Once upon");
    window.autosavePacer.pass();
    window.run();
    assertTrue(window.notice().startsWith("Unsaved work is not kept for a crash:"));

    window.playground.notices().dismiss();
    window.type("Once upon a");
    window.autosavePacer.pass();
    window.run();
    assertEquals("", window.notice());
  }

  /// The locks of a process that ends are gone, its files are not.
  private void crashWith(String text) throws IOException {
    crashing.type(text);
    crashing.autosavePacer.pass();
    var left = autosave.resolve("window-1.kelvin");
    var content = Files.readAllBytes(left);
    crashing.autosaver.close();
    Files.write(left, content);
  }

  private long kept() throws IOException {
    if (!Files.exists(autosave)) {
      return 0;
    }
    try (var files = Files.list(autosave)) {
      return List.copyOf(files.toList()).stream()
          .filter(path -> path.getFileName().toString().matches("window-\\d+\\.kelvin"))
          .count();
    }
  }
}
