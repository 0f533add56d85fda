package kelvin.remote.place;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import kelvin.remote.http.ServerException;

/// The address of a model on a server.
///
/// @param base the server, with `http` or `https` and without a path
/// @param path after it, without a slash at its end; may be empty
public record ServerAddress(ServerKind kind, URI base, String path) {

  /// @throws ServerException if the text is no address that Kelvin can use; the message shows no
  ///     name and password in it
  public static ServerAddress of(String text) {
    int plus = text.indexOf('+');
    int end = text.indexOf("://");
    if (plus < 0 || end < plus) {
      throw wrong("This is no address of a model on a server.");
    }
    var kind = kindOf(text.substring(0, plus));
    try {
      var uri = new URI(text.substring(plus + 1));
      var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw wrong("Kelvin speaks http and https, not " + scheme + ".");
      }
      if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getFragment() != null) {
        throw ServerException.lasting(
            "The address holds more than a host and a path.",
            "Leave out what stands before @ and after ? or #; keys come from the variable"
                + " KELVIN_SERVER_KEYS alone.");
      }
      if (uri.getHost() == null || uri.getPort() > 0xFFFF) {
        throw wrong("The address names no host.");
      }
      var base = new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null);
      return new ServerAddress(kind, base, uri.getRawPath().replaceFirst("/+$", ""));
    } catch (URISyntaxException _) {
      throw wrong("The address cannot be read: it has a space or a character that none has.");
    }
  }

  private static ServerKind kindOf(String word) {
    for (var kind : ServerKind.values()) {
      if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw wrong("Kelvin does not know the kind of server before the plus sign.");
  }

  private static ServerException wrong(String reason) {
    return ServerException.lasting(reason, "Give one of the forms " + ServerKind.forms() + ".");
  }

  /// The last part of the path, or the host: a short name for people.
  public String name() {
    var last = path.substring(path.lastIndexOf('/') + 1);
    return last.isEmpty() ? kind.word() : last;
  }

  /// The host with its port, if one is given.
  public String host() {
    return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
  }
}
