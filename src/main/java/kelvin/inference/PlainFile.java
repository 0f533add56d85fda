package kelvin.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Refuses what stands in the place of a file but has no end, before anything reads it: a read from
/// a pipe waits for ever, and a device gives more than any memory holds.
public final class PlainFile {

  private static final String REMEDY = "Put the file itself in its place.";

  private PlainFile() {}

  /// Checks a file that exists; a link counts as what it leads to.
  public static void check(Path file) throws ModelLoadException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "this file cannot be read.", "Check that it exists and its permissions.", e);
    }
    if (attributes.isDirectory()) {
      throw new ModelLoadException(file, "this is a folder, not a file.", REMEDY);
    }
    if (!attributes.isRegularFile()) {
      throw new ModelLoadException(file, "this is a pipe or a device, not a file.", REMEDY);
    }
  }
}
