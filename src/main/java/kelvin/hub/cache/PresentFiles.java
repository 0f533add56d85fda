package kelvin.hub.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;

/// The bytes of a repository's files that are in the cache, by their length alone; whether they are
/// right is checked by a transfer.
///
/// @param bytes by path; a file of which nothing is here may be missing
public record PresentFiles(Map<String, Long> bytes) {

  public PresentFiles {
    bytes = Map.copyOf(bytes);
  }

  /// Looks at each file of a list.
  public static PresentFiles of(HubCache cache, Listing listing) {
    var repository = cache.repository(listing.id());
    var bytes = new HashMap<String, Long>();
    for (var file : listing.files()) {
      bytes.put(file.path(), repository.bytesHere(listing.commit(), file));
    }
    return new PresentFiles(bytes);
  }

  private long of(RemoteFile file) {
    return bytes.getOrDefault(file.path(), 0L);
  }

  /// True if all bytes of a file are here.
  public boolean isWhole(RemoteFile file) {
    return of(file) == file.size();
  }

  /// The bytes of some files that are not here yet.
  public long missing(Collection<RemoteFile> files) {
    return files.stream().mapToLong(file -> file.size() - of(file)).sum();
  }

  /// The bytes of files that have begun to come and are not whole.
  public long begun(Collection<RemoteFile> files) {
    return files.stream().filter(file -> !isWhole(file)).mapToLong(this::of).sum();
  }

  /// Such as `here`, `38 % here` or `to fetch`.
  public String state(RemoteFile file) {
    long here = of(file);
    if (here == file.size()) {
      return "here";
    }
    // Rounded down, so that 100 % is the whole file.
    return here == 0 ? "to fetch" : here * 100 / file.size() + " % here";
  }
}
