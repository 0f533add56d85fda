package kelvin.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a repository on a hub, such as `onnx-community/Qwen2.5-0.5B-Instruct`.
///
/// @param owner the organisation or user; empty for a few old names such as `gpt2`
/// @param name the repository's own name
public record RepositoryId(String owner, String name) {

  private static final int MAX_LENGTH = 96;
  private static final Pattern PART =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");
  private static final String FOLDER = "models--";
  private static final String SEPARATOR = "--";

  /// Reads a name as a user gives it: `owner/name`, `name`, or the address of its page.
  ///
  /// @throws IllegalArgumentException with a sentence if it is no name of a repository
  public static RepositoryId of(String text) {
    var parts = withoutAddress(text.strip()).split("/", -1);
    if (parts.length > 2 || !isSound(parts)) {
      throw new IllegalArgumentException(
          "'"
              + shortened(text)
              + "' is no name of a repository: give OWNER/NAME, letters, digits, - _ and .");
    }
    return parts.length == 1
        ? new RepositoryId("", parts[0])
        : new RepositoryId(parts[0], parts[1]);
  }

  private static boolean isSound(String... parts) {
    int length = parts.length - 1;
    for (var part : parts) {
      length += part.length();
      if (!PART.matcher(part).matches()
          || part.contains(SEPARATOR)
          || part.contains("..")
          || part.endsWith(".git")) {
        return false;
      }
    }
    return length <= MAX_LENGTH;
  }

  /// The first two parts of the path of a page's address; other texts stay.
  private static String withoutAddress(String text) {
    if (!text.startsWith("https://") && !text.startsWith("http://")) {
      return text;
    }
    var path =
        text.replaceFirst("^https?://[^/]*/?", "").replaceFirst("[?#].*$", "").split("/", -1);
    return path.length < 2 ? path[0] : path[0] + "/" + path[1];
  }

  private static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  /// The repository of a folder in the hub's cache, if it is one of a model.
  public static Optional<RepositoryId> ofCacheFolder(String folder) {
    if (!folder.startsWith(FOLDER)) {
      return Optional.empty();
    }
    var parts = folder.substring(FOLDER.length()).split(SEPARATOR, -1);
    if (parts.length > 2 || !isSound(parts)) {
      return Optional.empty();
    }
    return Optional.of(of(String.join("/", parts)));
  }

  /// The name of its folder in the hub's cache.
  public String cacheFolder() {
    return FOLDER + (owner.isEmpty() ? name : owner + SEPARATOR + name);
  }

  /// `owner/name`, as users write it.
  public String text() {
    return owner.isEmpty() ? name : owner + "/" + name;
  }

  @Override
  public String toString() {
    return text();
  }
}
