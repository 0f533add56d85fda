package kelvin.workspace.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file is known again by its content. Without it, every save says that another program has
/// changed the file, or none does.
class FileStampTest {

  private static final int LARGE = Math.toIntExact(JsonLimits.SESSION.bytes()) + 1;

  @TempDir private Path folder = Path.of("");

  @Test
  void aFileOfAnySizeIsKnownByItsContent() throws Exception {
    var content = new byte[LARGE];
    var file = Files.write(folder.resolve("large.kelvin"), content);

    assertEquals(FileStamp.of(content), FileStamp.of(file));

    try (var change = new RandomAccessFile(file.toFile(), "rw")) {
      change.seek(LARGE - 1);
      change.write(1);
    }
    assertNotEquals(FileStamp.of(content), FileStamp.of(file));
  }

  @Test
  void whatWouldNeverEndIsNotRead() throws Exception {
    assertEquals("no file", FileStamp.of(Path.of("/dev/zero")).digest());
    assertEquals("no file", FileStamp.of(folder).digest());
  }

  @Test
  void aFileThatIsNotThereIsAbsent() throws Exception {
    assertEquals(FileStamp.ABSENT, FileStamp.of(folder.resolve("none.kelvin")));
  }
}
