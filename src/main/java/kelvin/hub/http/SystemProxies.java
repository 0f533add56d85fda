package kelvin.hub.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kelvin.hub.HubException;
import org.jspecify.annotations.Nullable;

/// Chooses the proxy that the system's settings name: the variables `https_proxy`, `http_proxy`,
/// `all_proxy` and `no_proxy` in small or capital letters, else the settings of the desktop.
public final class SystemProxies extends ProxySelector {

  private final UnaryOperator<@Nullable String> environment;
  private final Supplier<ProxySelector> desktop;

  private SystemProxies(
      UnaryOperator<@Nullable String> environment, Supplier<ProxySelector> desktop) {
    this.environment = environment;
    this.desktop = desktop;
  }

  /// @param desktop asked only if no variable is set
  /// @throws HubException if a variable holds no address
  public static SystemProxies of(
      UnaryOperator<@Nullable String> environment, Supplier<ProxySelector> desktop)
      throws HubException {
    var proxies = new SystemProxies(environment, desktop);
    for (var name : new String[] {"https_proxy", "http_proxy", "all_proxy"}) {
      var given = proxies.variable(name);
      if (given.isPresent() && proxy(given.get()).isEmpty()) {
        throw HubException.lasting(
            "The variable " + name + " holds no address of a proxy that Kelvin can use.",
            "Set it to one such as http://proxy:8080, or unset it.");
      }
    }
    return proxies;
  }

  @Override
  public List<Proxy> select(URI address) {
    var scheme = address.getScheme().toLowerCase(Locale.ROOT);
    var given = variable(scheme + "_proxy").or(() -> variable("all_proxy"));
    if (given.isEmpty()) {
      return desktop.get().select(address);
    }
    if (isExempt(address.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    return List.of(proxy(given.get()).orElseThrow());
  }

  private Optional<String> variable(String name) {
    for (var each : new String[] {name, name.toUpperCase(Locale.ROOT)}) {
      var value = environment.apply(each);
      if (value != null && !value.isBlank()) {
        return Optional.of(value.strip());
      }
    }
    return Optional.empty();
  }

  private boolean isExempt(String host) {
    for (var each : variable("no_proxy").orElse("").split(",", -1)) {
      var name = each.strip().replaceFirst("^\\*?\\.", "").toLowerCase(Locale.ROOT);
      var asked = host.toLowerCase(Locale.ROOT);
      if (name.equals("*")
          || (!name.isEmpty() && (asked.equals(name) || asked.endsWith("." + name)))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Proxy> proxy(String text) {
    try {
      var uri = new URI(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() == null || !String.valueOf(uri.getScheme()).startsWith("http")) {
        return Optional.empty();
      }
      int port = uri.getPort() < 0 ? 80 : uri.getPort();
      return Optional.of(
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port)));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
    desktop.get().connectFailed(address, proxy, failure);
  }
}
