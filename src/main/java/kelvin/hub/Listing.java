package kelvin.hub;

import java.util.List;
import java.util.Optional;

/// The files of a repository at one commit.
///
/// @param revision as it was asked for: a branch, a tag or a commit
/// @param commit 40 hexadecimal digits
/// @param license as the repository states it, such as `apache-2.0`; empty if it states none
public record Listing(
    RepositoryId id, String revision, String commit, String license, List<RemoteFile> files) {

  public Listing {
    files = List.copyOf(files);
  }

  /// The file of a path, if there is one.
  public Optional<RemoteFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
