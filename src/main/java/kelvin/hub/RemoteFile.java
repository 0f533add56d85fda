package kelvin.hub;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A file of a repository on a hub.
///
/// @param path from the repository's root, with `/`; see `isSafe`
/// @param size in bytes
public record RemoteFile(String path, long size, Checksum checksum) {

  private static final int MAX_PART_BYTES = 255;
  private static final int MAX_LENGTH = 1024;

  /// Characters that no part of a path holds: those that separate parts on some system, and control
  /// characters.
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\:\\p{Cntrl}]");

  public RemoteFile {
    if (!isSafe(path) || size < 0) {
      throw new IllegalArgumentException("no file to keep: " + path);
    }
  }

  /// True if a path names a file below the folder that it is resolved against, on every
  /// system.
  public static boolean isSafe(String path) {
    if (path.length() > MAX_LENGTH) {
      return false;
    }
    for (var part : path.split("/", -1)) {
      if (part.isEmpty()
          || part.equals(".")
          || part.equals("..")
          || part.getBytes(StandardCharsets.UTF_8).length > MAX_PART_BYTES
          || FORBIDDEN.matcher(part).find()) {
        return false;
      }
    }
    return true;
  }

  /// The folder of the file with a slash at its end; empty at the root.
  public String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /// The last part of the path.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
