package kelvin.opening;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kelvin.remote.http.ServerKeys;
import kelvin.remote.http.ServerSettings;
import kelvin.web.Patience;
import org.jspecify.annotations.Nullable;

/// The ways of this computer to the servers of models.
///
/// @param proxies asked when a model on a server is opened; may throw an `InferenceException`
/// @param environment gives the value of a variable, or null; keys come from there
/// @param patience the times for which a server may be silent
/// @param firstWait before a second try
/// @param agent the name of this program for servers
public record ServerAccess(
    Supplier<ProxySelector> proxies,
    UnaryOperator<@Nullable String> environment,
    Patience patience,
    Duration firstWait,
    String agent) {

  /// The access with the usual times.
  public static ServerAccess of(
      Supplier<ProxySelector> proxies, UnaryOperator<@Nullable String> environment, String agent) {
    return new ServerAccess(
        proxies, environment, ServerSettings.PATIENCE, ServerSettings.FIRST_WAIT, agent);
  }

  ServerSettings settings() {
    return new ServerSettings(proxies, new ServerKeys(environment), patience, firstWait, agent);
  }
}
