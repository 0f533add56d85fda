package kelvin.web;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads how long a server that was asked too often wants to be left alone.
public final class WishedPause {

  /// For example `"api";r=0;t=127`.
  private static final Pattern RATE_LIMIT = Pattern.compile("t=(\\d{1,6})");

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private WishedPause() {}

  /// The wait in `Retry-After` or `RateLimit`, if one is said in seconds.
  public static Optional<Duration> in(HttpHeaders headers) {
    var after = headers.firstValue("Retry-After").map(String::strip).orElse("");
    if (SECONDS.matcher(after).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(after)));
    }
    var matcher = RATE_LIMIT.matcher(headers.firstValue("RateLimit").orElse(""));
    return matcher.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }
}
