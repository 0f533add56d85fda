package kelvin.remote.http;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.function.Supplier;
import kelvin.web.Patience;

/// The settings of all connections to servers of models.
///
/// @param proxies asked at the first connection; may throw an `InferenceException` with a sentence
/// @param firstWait before a second try; the wait before the third is twice as long
/// @param agent the value of the header `User-Agent`
public record ServerSettings(
    Supplier<ProxySelector> proxies,
    ServerKeys keys,
    Patience patience,
    Duration firstWait,
    String agent) {

  /// A model on a slow computer may think for minutes before its answer begins.
  public static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(15), Duration.ofMinutes(3), Duration.ofSeconds(30));

  /// The usual wait before a second try.
  public static final Duration FIRST_WAIT = Duration.ofMillis(500);
}
