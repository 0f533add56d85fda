package kelvin.hub.transfer;

import java.nio.file.Path;
import java.util.List;
import kelvin.hub.FetchPlan;
import kelvin.hub.RemoteFile;

/// A model that is whole and checked.
///
/// @param folder the model's folder in the cache
/// @param graph the chosen graph in it
/// @param isAlone true if the folder has no other graph, so that opening the folder opens this one
/// @param files all files that the graph needs
public record Fetched(
    FetchPlan plan, Path folder, Path graph, boolean isAlone, List<RemoteFile> files) {

  public Fetched {
    files = List.copyOf(files);
  }

  /// The path to give as `--model`: the folder, or the graph where the folder has several.
  public Path toOpen() {
    return isAlone ? folder : graph;
  }

  /// The size of all files in bytes.
  public long bytes() {
    return files.stream().mapToLong(RemoteFile::size).sum();
  }
}
