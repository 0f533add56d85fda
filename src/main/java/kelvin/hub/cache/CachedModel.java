package kelvin.hub.cache;

import java.nio.file.Path;
import java.util.List;
import kelvin.hub.RepositoryId;

/// A commit of a repository in the cache that has an ONNX graph.
///
/// @param revisions the branches and tags that stand for the commit
/// @param folder the folder to open
/// @param graphs the graphs to choose from, the one that the folder opens first
/// @param bytes of all files of the commit
public record CachedModel(
    RepositoryId id,
    String commit,
    List<String> revisions,
    Path folder,
    List<Path> graphs,
    long bytes) {

  public CachedModel {
    revisions = List.copyOf(revisions);
    graphs = List.copyOf(graphs);
  }
}
