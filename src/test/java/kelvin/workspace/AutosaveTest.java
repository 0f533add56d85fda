package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import kelvin.workspace.Autosave.Unsaved;
import kelvin.workspace.file.FileStamp;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that a crash left behind is lost, offered twice or shown to others.
class AutosaveTest {

  private static final Unsaved WORK =
      new Unsaved(
          Sessions.some(),
          Optional.of(
              new KnownFile(Path.of("/home/ada/capitals.kelvin"), new FileStamp("sha256:1a"))));

  @TempDir private Path place = Path.of("");
  private AutosaveFolder folder = new AutosaveFolder(Path.of(""));

  @BeforeEach
  void useANewFolder() {
    folder = new AutosaveFolder(place.resolve("state").resolve("autosave"));
  }

  @Test
  void workThatACrashLeftIsFoundWithItsFile() throws Exception {
    crashWith(WORK);

    var left = folder.leftBehind();

    assertEquals(1, left.size());
    assertEquals(WORK, left.getFirst().read());
    left.getFirst().close();
  }

  @Test
  void aCleanEndLeavesNothing() throws Exception {
    try (var window = folder.forWindow()) {
      window.keep(WORK);
      window.clear();
    }

    assertEquals(List.of(), folder.leftBehind());
  }

  @Test
  void theWorkOfAWindowThatIsOpenIsNotLeftBehind() throws Exception {
    try (var window = folder.forWindow()) {
      window.keep(WORK);

      assertEquals(List.of(), new AutosaveFolder(place.resolve("state/autosave")).leftBehind());
    }
  }

  @Test
  void twoWindowsDoNotShareAPlace() throws Exception {
    var other = new Unsaved(Sessions.ofText("another"), Optional.empty());
    try (var first = folder.forWindow();
        var second = folder.forWindow()) {
      first.keep(WORK);
      second.keep(other);

      assertEquals(WORK, first.read());
      assertEquals(other, second.read());
    }
  }

  @Test
  void whatOneKelvinOffersAnotherDoesNot() throws Exception {
    crashWith(WORK);

    var offered = folder.leftBehind();

    assertEquals(List.of(), folder.leftBehind());
    try (var window = folder.forWindow()) {
      window.keep(new Unsaved(Sessions.ofText("new work"), Optional.empty()));
    }
    assertEquals(WORK, offered.getFirst().read());
    offered.getFirst().close();
  }

  @Test
  void workThatIsNotWantedIsSetAsideAndNotOfferedAgain() throws Exception {
    crashWith(WORK);
    try (var left = folder.leftBehind().getFirst()) {
      left.setAside();
    }

    assertTrue(Files.exists(place.resolve("state/autosave/set-aside.kelvin")));

    assertEquals(List.of(), folder.leftBehind());
  }

  @Test
  void whatAnEarlierVersionKeptDoesNotSayWhatItsFileHeld() throws Exception {
    crashWith(WORK);
    var kept = place.resolve("state/autosave/window-1.kelvin");
    Files.writeString(
        kept, Files.readString(kept).replaceAll(",\\s*\"savedAsDigest\": \"[^\"]*\"", ""));
    try (var left = folder.leftBehind().getFirst()) {
      assertEquals(FileStamp.UNKNOWN, left.read().savedAs().orElseThrow().stamp());
    }
  }

  @Test
  void whatIsSetAsideReplacesNothingThatWasSetAsideBefore() throws Exception {
    for (var text : List.of("first", "second", "third")) {
      crashWith(new Unsaved(Sessions.ofText(text), Optional.empty()));
      try (var left = folder.leftBehind().getFirst()) {
        left.setAside();
      }
    }

    assertEquals("first", textOf("set-aside.kelvin"));
    assertEquals("second", textOf("set-aside 2.kelvin"));
    assertEquals("third", textOf("set-aside 3.kelvin"));
  }

  @Test
  void nobodyElseReadsWhatIsKept() throws Exception {
    crashWith(WORK);

    var kept = place.resolve("state/autosave");
    assertEquals("rwx------", rights(kept));
    assertEquals("rwx------", rights(place.resolve("state")));
    assertEquals("rw-------", rights(kept.resolve("window-1.kelvin")));
    assertEquals("rw-------", rights(kept.resolve("window-1.lock")));
  }

  @Test
  void aFolderOfAnEarlierVersionIsClosedToOthers() throws Exception {
    var kept = Files.createDirectories(place.resolve("state/autosave"));
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwxr-xr-x"));

    folder.forWindow().close();

    assertEquals("rwx------", rights(kept));
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private String textOf(String name) throws WorkspaceException {
    return SessionFile.read(place.resolve("state/autosave").resolve(name)).work().prompt().text();
  }

  @Test
  void damagedWorkIsRefusedPlainlyAndStays() throws Exception {
    crashWith(WORK);
    var left = folder.leftBehind().getFirst();
    var file = place.resolve("state/autosave/window-1.kelvin");
    Files.writeString(file, Files.readString(file).substring(0, 500));

    var e = assertThrows(WorkspaceException.class, left::read);

    assertTrue(e.reason().startsWith("it"), e.reason());
    assertTrue(Files.exists(file));
    left.close();
  }

  /// When a process ends, its lock goes and its file stays.
  private void crashWith(Unsaved work) throws Exception {
    try (var window = folder.forWindow()) {
      window.keep(work);
    }
  }
}
