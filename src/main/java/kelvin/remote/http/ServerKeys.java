package kelvin.remote.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the key for a server in the variable `KELVIN_SERVER_KEYS`: pairs `HOST:PORT=KEY` with
/// spaces between them. A key is bound to its host and port, so that no other server can get it,
/// whatever file named that server.
///
/// It has no text form of its own, so that no message and no log can show a key.
public final class ServerKeys {

  /// The name of the variable.
  public static final String VARIABLE = "KELVIN_SERVER_KEYS";

  private static final Pattern SOUND = Pattern.compile("[\\x21-\\x7e]+");

  private final UnaryOperator<@Nullable String> environment;

  /// @param environment gives the value of a variable, or null
  public ServerKeys(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /// The value of the header `Authorization` for a server, if there is a key for it.
  ///
  /// @throws ServerException if the key cannot be sent; the message does not show it
  Optional<String> header(URI server) {
    var wanted = nameOf(server);
    var given = Optional.ofNullable(environment.apply(VARIABLE)).orElse("");
    for (var pair : given.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).toLowerCase(Locale.ROOT).equals(wanted)) {
        return Optional.of("Bearer " + checked(pair.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  private static String checked(String key) {
    if (!SOUND.matcher(key).matches()) {
      throw ServerException.lasting(
          "The key in " + VARIABLE + " holds characters that no key has.",
          "Copy it again; the form is HOST:PORT=KEY.");
    }
    return key;
  }

  /// The host and port of a server, as the variable names it.
  static String nameOf(URI server) {
    int usual = "https".equalsIgnoreCase(server.getScheme()) ? 443 : 80;
    int port = server.getPort() < 0 ? usual : server.getPort();
    return (server.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }
}
