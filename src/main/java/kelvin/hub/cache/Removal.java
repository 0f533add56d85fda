package kelvin.hub.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import kelvin.hub.HubException;
import kelvin.hub.RepositoryId;

/// A repository that is to be removed from the cache, with all that its folder holds.
///
/// @param folders the repository's folder, and that of its locks if there is one
/// @param locks the folder with the locks of its files; it may not exist
/// @param files the number of files, parts of unfinished ones included
/// @param bytes their size; a blob counts once
/// @param others weights of other tools, which Kelvin did not fetch, by their names
public record Removal(
    RepositoryId id, List<Path> folders, Path locks, int files, long bytes, List<String> others) {

  private static final Pattern OTHER_WEIGHTS =
      Pattern.compile(".*\\.(safetensors|bin|pt|pth|gguf|h5|msgpack|ckpt|ot)");

  /// Looks at a repository; removes nothing.
  public static Removal of(HubCache cache, RepositoryId id) throws IOException {
    var repository = cache.repository(id);
    var folders = new ArrayList<Path>();
    int files = 0;
    long bytes = 0;
    for (var folder : List.of(repository.folder(), repository.locks())) {
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(folder);
      }
    }
    for (var file : HubCache.filesIn(repository.folder())) {
      if (!Files.isSymbolicLink(file)) {
        files++;
        bytes += Files.size(file);
      }
    }
    var others =
        HubCache.filesIn(repository.snapshots()).stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> OTHER_WEIGHTS.matcher(name).matches())
            .distinct()
            .toList();
    return new Removal(id, folders, repository.locks(), files, bytes, others);
  }

  private void refuseIfFetched() throws HubException, IOException {
    for (var lock : HubCache.filesIn(locks)) {
      try (var ours = FileLocked.tryLock(lock).orElse(null)) {
        if (ours == null) {
          throw HubException.lasting(
              id + " is being fetched by a window or another program.",
              "Pause or stop that first.");
        }
      }
    }
  }

  /// True if there is nothing to remove.
  public boolean isEmpty() {
    return folders.isEmpty();
  }

  /// Removes the folders. Links are removed, and what they lead to elsewhere stays.
  ///
  /// @throws HubException if a file of the repository is being fetched
  public void run() throws HubException, IOException {
    refuseIfFetched();
    for (var folder : folders) {
      List<Path> all;
      try (var walk = Files.walk(folder)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (var path : all) {
        Files.delete(path);
      }
    }
  }
}
