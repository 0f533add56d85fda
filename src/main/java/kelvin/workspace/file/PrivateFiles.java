package kelvin.workspace.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes files and folders that their user alone can read, because they hold what people compose.
///
/// Windows has no such rights; there, the folders of a user are closed to others from the start.
public final class PrivateFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /// The rights of a new file, for the call that makes it.
  public static FileAttribute<?>[] rightsOfFile(Path file) {
    return rights(file, FILE);
  }

  /// Makes one of the program's own folders, and the folders above it that are missing. A folder
  /// of an earlier version is closed to others.
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, rights(folder, FOLDER));
    if (knowsRights(folder) && !FOLDER.containsAll(Files.getPosixFilePermissions(folder))) {
      closeToOthers(folder);
    }
  }

  private static void closeToOthers(Path folder) {
    try {
      Files.setPosixFilePermissions(folder, FOLDER);
    } catch (IOException _) {
      // Somebody else made the folder and decides who reads it.
    }
  }

  private static FileAttribute<?>[] rights(Path place, Set<PosixFilePermission> rights) {
    return knowsRights(place)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  /// Returns whether the place knows an owner, a group and others.
  static boolean knowsRights(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
