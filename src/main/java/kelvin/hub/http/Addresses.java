package kelvin.hub.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;
import kelvin.hub.RepositoryId;

/// Makes the addresses of the protocol. All that users and hubs give is encoded, so that no name
/// can leave its place in an address.
final class Addresses {

  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
  private static final String UNRESERVED = "-._~";

  private final String endpoint;

  Addresses(URI endpoint) {
    this.endpoint = endpoint.toString();
  }

  /// Repositories with ONNX files for text generation, the most downloaded first.
  URI search(String text, int limit) {
    return URI.create(
        endpoint
            + "/api/models?search="
            + encoded(text)
            + "&filter=onnx&pipeline_tag=text-generation&sort=downloads&direction=-1&limit="
            + limit);
  }

  URI about(RepositoryId id, String revision) {
    return URI.create(
        endpoint + "/api/models/" + path(id.text()) + "/revision/" + encoded(revision));
  }

  URI tree(RepositoryId id, String commit) {
    return URI.create(
        endpoint
            + "/api/models/"
            + path(id.text())
            + "/tree/"
            + encoded(commit)
            + "?recursive=true");
  }

  URI file(Listing listing, RemoteFile file) {
    return URI.create(
        endpoint
            + "/"
            + path(listing.id().text())
            + "/resolve/"
            + encoded(listing.commit())
            + "/"
            + path(file.path()));
  }

  /// The next page of a list. Only the query is taken over, so that a page can lead neither to
  /// another host nor to another list.
  ///
  /// @param link the header `Link`
  Optional<URI> next(URI page, String link) {
    var matcher = NEXT.matcher(link);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int query = matcher.group(1).indexOf('?');
    var base = page.toString().replaceFirst("\\?.*", "");
    try {
      return query < 0
          ? Optional.empty()
          : Optional.of(URI.create(base + matcher.group(1).substring(query)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String path(String text) {
    return Arrays.stream(text.split("/", -1))
        .map(Addresses::encoded)
        .collect(Collectors.joining("/"));
  }

  /// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
  private static String encoded(String text) {
    var out = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", each & 0xFF));
      }
    }
    return out.toString();
  }
}
