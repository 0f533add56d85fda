package kelvin.workspace.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user finds the prompts of yesterday again, and nobody else reads them.
class PromptHistoryTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void theLatestPromptComesFirstAndEachOnlyOnce() {
    var history = with("one", "two", "one");

    assertEquals(List.of("one", "two"), texts(history));
  }

  @Test
  void aPromptThatIsTypedOnTakesThePlaceOfItsBeginning() {
    assertEquals(
        List.of("Once upon a time", "two"), texts(with("two", "Once", "Once upon a time")));
    assertEquals(List.of("Once", "Once upon"), texts(with("Once upon", "Once")));
  }

  @Test
  void aHundredPromptsAreKept() {
    var history = PromptHistory.EMPTY;
    for (int i = 0; i < 150; i++) {
      history = history.with("prompt " + i + ".", NOON);
    }

    assertEquals(100, history.entries().size());
    assertEquals("prompt 149.", history.entries().getFirst().text());
  }

  @Test
  void blankAndEndlessTextsAreNotKept() {
    assertTrue(with(" \n", "x".repeat(20_001)).entries().isEmpty());
  }

  @Test
  void nothingIsAddedWhileItIsSwitchedOff() {
    var off = with("one").switched(false).with("two", NOON);

    assertEquals(List.of("one"), texts(off));
    assertFalse(off.cleared().on());
    assertTrue(off.cleared().entries().isEmpty());
  }

  @Test
  void theFileGivesBackWhatWasKept() throws Exception {
    var file = new PromptHistoryFile(folder.resolve("new").resolve("prompts.json"));
    var nasty = "line\nbreak \"quoted\" 😀 \ud83d";
    file.change(now -> now.with(nasty, NOON).switched(false), PromptHistory.EMPTY);

    var read = file.read();

    assertEquals(List.of(new PromptHistory.Entry(nasty, NOON)), read.entries());
    assertFalse(read.on());
  }

  @Test
  void twoWindowsKeepThePromptsOfBoth() throws Exception {
    var path = folder.resolve("prompts.json");
    new PromptHistoryFile(path).change(now -> now.with("of the first", NOON), PromptHistory.EMPTY);
    new PromptHistoryFile(path).change(now -> now.with("of the second", NOON), PromptHistory.EMPTY);

    assertEquals(
        List.of("of the second", "of the first"), texts(new PromptHistoryFile(path).read()));
  }

  @Test
  void onlyItsUserReadsTheFile() throws Exception {
    var path = folder.resolve("state").resolve("prompts.json");
    new PromptHistoryFile(path).change(now -> now.with("secret", NOON), PromptHistory.EMPTY);

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
  }

  @Test
  void aDamagedFileIsKeptAside() throws Exception {
    var path = Files.writeString(folder.resolve("prompts.json"), "{\"format\": 7");

    new PromptHistoryFile(path).change(now -> now.with("new", NOON), PromptHistory.EMPTY);

    assertEquals(List.of("new"), texts(new PromptHistoryFile(path).read()));
    try (var files = Files.list(folder)) {
      assertTrue(files.anyMatch(file -> file.toString().contains("damaged")));
    }
  }

  @Test
  void afterDamageThePromptsOfTheWindowAreKept() throws Exception {
    var path = Files.writeString(folder.resolve("prompts.json"), "damaged");
    var inWindow = with("one").switched(false);

    var after = new PromptHistoryFile(path).change(PromptHistory::cleared, inWindow);

    assertFalse(after.on());
    assertEquals(List.of(), texts(after));
    assertEquals(after, new PromptHistoryFile(path).read());
  }

  @Test
  void aRestartAfterDamageAddsNothingUntilTheUserWantsIt() throws Exception {
    var path = Files.writeString(folder.resolve("prompts.json"), "damaged");

    assertFalse(new PromptHistoryFile(path).open().on());
    assertFalse(new PromptHistoryFile(path).open().on());
  }

  @Test
  void aFileThatCannotBeReadNowStaysWhereItIs() throws Exception {
    var path = Files.createDirectory(folder.resolve("prompts.json"));

    assertThrows(
        WorkspaceException.class,
        () ->
            new PromptHistoryFile(path).change(now -> now.with("new", NOON), PromptHistory.EMPTY));
    assertTrue(Files.isDirectory(path));
  }

  @Test
  void theReasonDoesNotClaimThatADamagedFileWasKeptAside() throws Exception {
    var path = Files.writeString(folder.resolve("prompts.json"), "damaged");

    var e = assertThrows(WorkspaceException.class, () -> new PromptHistoryFile(path).read());

    assertTrue(Files.exists(path));
    assertFalse(e.remedy().contains("was kept aside"), e.remedy());
  }

  @Test
  void theFileOfANewerKelvinIsLeftAsItIs() throws Exception {
    var content = "{\"format\": \"kelvin-prompt-history\", \"version\": 9}";
    var path = Files.writeString(folder.resolve("prompts.json"), content);

    assertThrows(
        WorkspaceException.class,
        () ->
            new PromptHistoryFile(path).change(now -> now.with("new", NOON), PromptHistory.EMPTY));
    assertEquals(content, Files.readString(path));
  }

  private static PromptHistory with(String... texts) {
    var history = PromptHistory.EMPTY;
    for (var text : texts) {
      history = history.with(text, NOON);
    }
    return history;
  }

  private static List<String> texts(PromptHistory history) {
    return history.entries().stream().map(PromptHistory.Entry::text).toList();
  }
}
