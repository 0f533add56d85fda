package kelvin.workspace.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import kelvin.text.Reason;

/// Reads a JSON file into a record, or says in sentences why it cannot.
public final class JsonFile {

  private JsonFile() {}

  /// The value read from a file, and the stamp of the file.
  public record Read<T>(T value, FileStamp stamp) {}

  /// @param whatElse a sentence: what the user can do if the content is damaged
  public static <T> T read(
      Path file, JsonLimits limits, Function<Map<String, ?>, T> decode, String whatElse)
      throws WorkspaceException {
    return readStamped(file, limits, decode, whatElse).value();
  }

  /// Reads a file whose later changes will be looked for.
  ///
  /// @param whatElse a sentence: what the user can do if the content is damaged
  public static <T> Read<T> readStamped(
      Path file, JsonLimits limits, Function<Map<String, ?>, T> decode, String whatElse)
      throws WorkspaceException {
    try {
      // Reading a pipe or a device would never end.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new WorkspaceException(file, "it is no file.", whatElse);
      }
      try (var in = Files.newInputStream(file)) {
        long size = Files.size(file);
        if (size > limits.bytes()) {
          throw tooLarge(file, size, limits, whatElse);
        }
        var stamped = new FileStamp.Reader(new Bounded(in, limits.bytes()));
        var value = decode.apply(JsonTree.read(stamped, limits));
        return new Read<>(value, stamped.stamp());
      }
    } catch (NoSuchFileException _) {
      throw new WorkspaceException(file, "there is no such file.", "It was moved or deleted.");
    } catch (AccessDeniedException _) {
      throw new WorkspaceException(file, "it may not be read.", "Change the file’s rights.");
    } catch (NewerVersionException e) {
      throw new WorkspaceException(file, e.sentence(), "Install the newer Kelvin to open it.", e);
    } catch (DamagedException e) {
      throw new WorkspaceException(file, e.sentence(), whatElse, e);
    } catch (IOException e) {
      throw new WorkspaceException(
          file, "reading it fails: " + Reason.of(e) + ".", "Check the disk.", e);
    }
  }

  private static WorkspaceException tooLarge(
      Path file, long size, JsonLimits limits, String whatElse) {
    return new WorkspaceException(
        file,
        "it has %,d MB; the most that is read is %,d MB."
            .formatted(size / 1_000_000, limits.bytes() / 1_000_000),
        whatElse);
  }

  /// Stops reading at the limit, in case the file grows while it is read.
  private static final class Bounded extends InputStream {

    private final InputStream in;
    private long left;

    Bounded(InputStream in, long max) {
      this.in = in;
      left = max;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = in.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
