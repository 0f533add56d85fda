package kelvin.inference.folder;

import java.nio.file.Path;
import java.util.Optional;

/// A folder in the cache of the Hugging Face hub: `models--OWNER--NAME/snapshots/COMMIT`, or one
/// that lies deeper.
///
/// @param repository the folder `models--OWNER--NAME`
record HubSnapshot(Path repository) {

  private static final String PREFIX = "models--";
  private static final String SNAPSHOTS = "snapshots";
  private static final String BLOBS = "blobs";
  private static final String SEPARATOR = "--";

  /// Finds the innermost repository around a folder.
  ///
  /// @param folder absolute, without `..`
  static Optional<HubSnapshot> of(Path folder) {
    for (int depth = folder.getNameCount(); depth > 2; depth--) {
      if (folder.getName(depth - 2).endsWith(SNAPSHOTS)
          && folder.getName(depth - 3).toString().startsWith(PREFIX)) {
        return Optional.of(new HubSnapshot(folder.getRoot().resolve(folder.subpath(0, depth - 2))));
      }
    }
    return Optional.empty();
  }

  /// The folder with the bytes of the repository's files.
  Path blobs() {
    return repository.resolve(BLOBS);
  }

  /// The repository's name without its owner.
  String name() {
    var name = repository.getFileName().toString();
    return name.substring(Math.max(PREFIX.length(), afterOwner(name)));
  }

  private static int afterOwner(String name) {
    int at = name.indexOf(SEPARATOR, PREFIX.length());
    return at < 0 ? 0 : at + SEPARATOR.length();
  }
}
