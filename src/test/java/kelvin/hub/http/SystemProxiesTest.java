package kelvin.hub.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import kelvin.hub.HubException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behind a company's proxy nothing else reaches the hub. Whoever set it for other tools need not
/// set it again.
final class SystemProxiesTest {

  private static final URI HUB = URI.create("https://huggingface.co/x");
  private static final ProxySelector DESKTOP =
      ProxySelector.of(InetSocketAddress.createUnresolved("desktop", 1));

  private static Proxy choose(Map<String, String> variables, URI address) throws HubException {
    return SystemProxies.of(variables::get, () -> DESKTOP).select(address).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "https_proxy, http://p:8080, p:8080",
    "HTTPS_PROXY, p:8080, p:8080",
    "ALL_PROXY, http://p, p:80",
    "http_proxy, http://p:8080, desktop:1"
  })
  void theVariablesComeBeforeTheDesktop(String name, String value, String chosen)
      throws HubException {
    var address = (InetSocketAddress) choose(Map.of(name, value), HUB).address();

    assertEquals(chosen, address.getHostString() + ":" + address.getPort());
  }

  @ParameterizedTest
  @CsvSource({
    "huggingface.co, true",
    ".huggingface.co, true",
    "co, true",
    "'x, *', true",
    "face.co, false"
  })
  void someHostsNeedNoProxy(String exempt, boolean isDirect) throws HubException {
    var chosen = choose(Map.of("https_proxy", "http://p:1", "no_proxy", exempt), HUB);

    assertEquals(isDirect, chosen.equals(Proxy.NO_PROXY));
  }

  @Test
  void aProxyThatIsNoneIsRefusedAndNotPassedBy() {
    var refusal =
        assertThrows(HubException.class, () -> choose(Map.of("https_proxy", "socks5://p:1"), HUB));

    assertTrue(refusal.reason().contains("https_proxy"));
  }
}
