package kelvin.app;

import java.net.ProxySelector;
import java.nio.file.Path;
import kelvin.cli.BuildInfo;
import kelvin.hub.HubException;
import kelvin.hub.HubSettings;
import kelvin.hub.Retries;
import kelvin.hub.cache.HubCache;
import kelvin.hub.http.HttpHub;
import kelvin.hub.http.SystemProxies;
import kelvin.hub.transfer.TransferSetup;
import kelvin.inference.InferenceException;
import kelvin.opening.GraphWeights;
import kelvin.opening.ServerAccess;
import kelvin.web.Patience;

/// Wires the network: the hub that the user's variables name, and servers of models. Nothing is
/// sent before the user asks for it.
final class NetworkAccess {

  /// Read once by the JDK, when it first looks for a proxy.
  private static final String DESKTOP_PROXIES = "java.net.useSystemProxies";

  private NetworkAccess() {}

  static TransferSetup open() throws HubException {
    var settings = HubSettings.of(Path.of(System.getProperty("user.home", ".")), System::getenv);
    var proxies = proxies();
    var hub = HttpHub.of(settings, proxies, Patience.USUAL, Retries.USUAL, agent());
    return TransferSetup.of(hub, new HubCache(settings.cache()), GraphWeights::of);
  }

  private static ProxySelector proxies() throws HubException {
    System.setProperty(DESKTOP_PROXIES, "true");
    return SystemProxies.of(System::getenv, ProxySelector::getDefault);
  }

  private static String agent() {
    return "kelvin/" + BuildInfo.read().version();
  }

  /// The access to servers of models.
  static ServerAccess toServers() {
    return ServerAccess.of(NetworkAccess::proxiesToServers, System::getenv, agent());
  }

  private static ProxySelector proxiesToServers() {
    try {
      return proxies();
    } catch (HubException e) {
      throw new InferenceException(String.valueOf(e.getMessage()), e);
    }
  }
}
