package kelvin.workspace.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A save that goes wrong loses the user's work, shows it to others, or overwrites another file.
class SafeFileTest {

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writeAnOlderFile() throws IOException {
    file = folder.resolve("work.kelvin");
    Files.writeString(file, "older");
  }

  @Test
  void theNewContentTakesTheOldOnesPlace() throws Exception {
    new SafeFile().replace(file, bytes("newer"));

    assertEquals("newer", Files.readString(file));
    assertEquals(List.of("work.kelvin"), names());
  }

  @Test
  void aFullDiskHarmsNothing() throws IOException {
    for (int room = 0; room < 5; room++) {
      var disk = new FakeFullDisk(room);

      var e =
          assertThrows(
              WorkspaceException.class,
              () -> new SafeFile(disk::open).replace(file, bytes("newer")));

      assertTrue(e.reason().contains("No space left on device"), e.reason());
      assertEquals("older", Files.readString(file));
      assertEquals(List.of("work.kelvin"), names());
    }
  }

  @Test
  void aDiskThatDoesNotTakeWhatItWasGivenHarmsNothing() throws IOException {
    var disk = new FakeFullDisk(100);
    disk.failOnForce();

    assertThrows(
        WorkspaceException.class, () -> new SafeFile(disk::open).replace(file, bytes("newer")));

    assertEquals("older", Files.readString(file));
    assertEquals(List.of("work.kelvin"), names());
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    var e = refused(folder.resolve("none").resolve("work.kelvin"));

    assertEquals("its folder does not exist.", e.reason());
  }

  @Test
  void aFolderWhereNothingCanBeWrittenIsRefused() {
    // Even the superuser cannot create files there.
    refused(Path.of("/proc/self/work.kelvin"));
  }

  @Test
  void aFolderIsNotReplaced() {
    assertEquals("it is a folder.", refused(folder).reason());
  }

  @Test
  void aLinkStaysALink() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link.kelvin"), file);

    new SafeFile().replace(link, bytes("newer"));

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("newer", Files.readString(file));
  }

  @Test
  void aLinkToAFileThatIsGoneStaysALinkAndItsFileIsMadeAnew() throws Exception {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(elsewhere.resolve("second.kelvin"), Path.of("gone.kelvin"));
    var link =
        Files.createSymbolicLink(
            folder.resolve("link.kelvin"), Path.of("elsewhere", "second.kelvin"));

    new SafeFile().replace(link, bytes("newer"));

    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.isSymbolicLink(elsewhere.resolve("second.kelvin")));
    assertEquals("newer", Files.readString(elsewhere.resolve("gone.kelvin")));
  }

  @Test
  void aLinkIntoAFolderThatIsGoneStaysALinkAndIsSaid() throws Exception {
    var link =
        Files.createSymbolicLink(
            folder.resolve("link.kelvin"), folder.resolve("gone").resolve("work.kelvin"));

    assertEquals("its folder does not exist.", refused(link).reason());
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void aLinkToItselfIsRefused() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link.kelvin"), Path.of("link.kelvin"));

    assertEquals("it is a link that leads to no file.", refused(link).reason());
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void aLinkThatSomebodyElseMadeIsRefused() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link.kelvin"), file);

    var e =
        assertThrows(
            WorkspaceException.class,
            () ->
                new SafeFile(new FakeFullDisk(100)::open, Optional.of("ada"))
                    .replace(link, bytes("newer")));

    assertTrue(e.reason().startsWith("it is a link to " + file + " that "), e.reason());
    assertEquals("older", Files.readString(file));
  }

  @Test
  void aLinkPutWhereTheTemporaryFileIsExpectedIsNotFollowed() throws Exception {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    var planted = folder.resolve(".work.kelvin." + ProcessHandle.current().pid() + ".part");
    Files.createSymbolicLink(planted, victim);

    new SafeFile().replace(file, bytes("newer"));

    assertEquals("precious", Files.readString(victim));
    assertEquals("newer", Files.readString(file));
  }

  @Test
  void theTemporaryFileIsMadeAnewUnderANameThatNobodyKnows() throws Exception {
    var names = new ArrayList<String>();
    for (int save = 0; save < 3; save++) {
      var disk = new FakeFullDisk(0);
      assertThrows(
          WorkspaceException.class,
          () ->
              new SafeFile(
                      part -> {
                        names.add(part.toString());
                        return disk.open(part);
                      })
                  .replace(file, bytes("newer")));
    }

    assertEquals(3, Set.copyOf(names).size());
    assertTrue(names.stream().allMatch(name -> Path.of(name).startsWith(folder)));
  }

  @Test
  void aNewFileIsReadableByItsUserAlone() throws Exception {
    var made = folder.resolve("new.kelvin");

    new SafeFile().replace(made, bytes("mine"));

    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(made));
  }

  @Test
  void theRightsOfTheFileStay() throws Exception {
    var rights = PosixFilePermissions.fromString("rw-rw----");
    Files.setPosixFilePermissions(file, rights);

    new SafeFile().replace(file, bytes("newer"));

    assertEquals(rights, Files.getPosixFilePermissions(file));
  }

  @Test
  void whatAKilledSaveLeftIsRemovedAndWhatALiveOneWritesIsNot() throws Exception {
    Files.writeString(folder.resolve(".work.kelvin.999999999999.part"), "half");
    Files.writeString(folder.resolve(".work.kelvin.999999999999.1a2b.part"), "half");
    Files.writeString(folder.resolve(".work.kelvin.1.part"), "of another process");
    Files.writeString(folder.resolve(".other.kelvin.999999999999.part"), "another file's");

    new SafeFile().replace(file, bytes("newer"));

    assertEquals(
        List.of(".other.kelvin.999999999999.part", ".work.kelvin.1.part", "work.kelvin"), names());
  }

  private WorkspaceException refused(Path target) {
    return assertThrows(
        WorkspaceException.class, () -> new SafeFile().replace(target, bytes("newer")));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /// Accepts a few bytes and then fails with the message of the operating system.
  private static final class FakeFullDisk {

    private int room;
    private boolean failsOnForce;

    FakeFullDisk(int room) {
      this.room = room;
    }

    void failOnForce() {
      failsOnForce = true;
    }

    SafeFile.Sink open(Path part) throws IOException {
      var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
      return new SafeFile.Sink() {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          for (; bytes.hasRemaining(); room--) {
            if (room == 0) {
              throw new IOException("No space left on device");
            }
            out.write(bytes.get());
          }
        }

        @Override
        public void force() throws IOException {
          if (failsOnForce) {
            throw new IOException("Input/output error");
          }
        }

        @Override
        public void close() throws IOException {
          out.close();
        }
      };
    }
  }
}
