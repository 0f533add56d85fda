package kelvin.workspace.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Names the temporary files that are written beside a file and then take its place.
///
/// A name ends in a random number, so that nobody can put a link there beforehand. It holds the
/// number of the process, so that a later save can remove what a killed process left behind.
public final class PartFile {

  private static final String PART = ".part";

  /// The process, and the random number that earlier versions did not write.
  private static final Pattern PROCESS = Pattern.compile("(\\d{1,18})(\\.[0-9a-f]{1,16})?");

  private static final SecureRandom RANDOM = new SecureRandom();

  private PartFile() {}

  /// A path in the same folder for a new temporary file. Open it with `CREATE_NEW`, which follows
  /// no link.
  public static Path beside(Path file) {
    return file.toAbsolutePath()
        .resolveSibling(
            prefix(file)
                + ProcessHandle.current().pid()
                + "."
                + Long.toHexString(RANDOM.nextLong())
                + PART);
  }

  /// Removes the temporary files of this file that dead processes left behind.
  static void removeLeftovers(Path file) {
    var folder = file.toAbsolutePath().resolveSibling("");
    try (var siblings = Files.newDirectoryStream(folder, PartFile::isHidden)) {
      for (var sibling : siblings) {
        if (isLeftover(file, sibling)) {
          Files.deleteIfExists(sibling);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // The files take space but do no harm. A folder that cannot be listed may still be writable.
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /// Returns whether a dead process left the file behind. A live process may be saving right now.
  private static boolean isLeftover(Path file, Path sibling) {
    var name = sibling.getFileName().toString();
    if (!name.startsWith(prefix(file)) || !name.endsWith(PART)) {
      return false;
    }
    var between = name.substring(prefix(file).length(), name.length() - PART.length());
    var process = PROCESS.matcher(between);
    return process.matches() && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
  }

  private static String prefix(Path file) {
    return "." + file.getFileName() + ".";
  }
}
