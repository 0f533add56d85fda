package kelvin.app;

import java.net.ProxySelector;
import java.nio.file.Path;
import kelvin.cli.BuildInfo;
import kelvin.hub.HubException;
import kelvin.hub.HubSettings;
import kelvin.hub.Retries;
import kelvin.hub.cache.HubCache;
import kelvin.hub.http.HttpHub;
import kelvin.web.Patience;
import kelvin.hub.http.SystemProxies;
import kelvin.hub.transfer.TransferSetup;
import kelvin.opening.GraphWeights;

/// Wires the hub that the user's variables name.
final class HubAccess {

  /// Read once by the JDK, when it first looks for a proxy.
  private static final String DESKTOP_PROXIES = "java.net.useSystemProxies";

  private HubAccess() {}

  static TransferSetup open() throws HubException {
    System.setProperty(DESKTOP_PROXIES, "true");
    var settings = HubSettings.of(Path.of(System.getProperty("user.home", ".")), System::getenv);
    var proxies = SystemProxies.of(System::getenv, ProxySelector::getDefault);
    var hub =
        HttpHub.of(
            settings,
            proxies,
            Patience.USUAL,
            Retries.USUAL,
            "kelvin/" + BuildInfo.read().version());
    return TransferSetup.of(hub, new HubCache(settings.cache()), GraphWeights::of);
  }
}
