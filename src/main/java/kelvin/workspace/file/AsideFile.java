package kelvin.workspace.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Renames files that are no longer used but kept, such as a damaged one. None replaces another.
public final class AsideFile {

  private static final int MAX_FILES = 10_000;

  private AsideFile() {}

  /// Renames a file to `name` and `ending`, or to `name 2` and `ending` where that is taken, and so
  /// on.
  ///
  /// @return the new place of the file, in the same folder
  public static Path move(Path file, String name, String ending) throws IOException {
    for (int number = 1; number <= MAX_FILES; number++) {
      var aside = file.resolveSibling(name + (number == 1 ? "" : " " + number) + ending);
      if (reserve(aside)) {
        return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    throw new FileAlreadyExistsException(file.resolveSibling(name + ending).toString());
  }

  /// Takes a name by making an empty file, so that another program cannot take it too.
  private static boolean reserve(Path aside) throws IOException {
    try {
      Files.createFile(aside, PrivateFiles.rightsOfFile(aside));
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }
}
