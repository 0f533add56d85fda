package kelvin.hub.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import kelvin.hub.HubException;
import kelvin.hub.HubSettings;
import kelvin.inference.Cancellation;
import kelvin.web.Patience;
import kelvin.web.Pieces;
import kelvin.web.Waiting;
import org.jspecify.annotations.Nullable;

/// Asks for one address and follows redirects. The token goes to the hub's own host and port alone,
/// and from HTTPS no redirect leads to plain HTTP.
final class Requests {

  private static final int MAX_REDIRECTS = 8;

  /// The largest answer that is read as text; a page of a thousand files has half a megabyte.
  private static final int MAX_TEXT_BYTES = 16 << 20;

  private final Supplier<HttpClient> clients;
  private final HubSettings settings;
  private final Patience patience;
  private final String agent;
  private @Nullable HttpClient client;

  /// @param clients makes the client at the first request, since it has a thread of its own
  Requests(Supplier<HttpClient> clients, HubSettings settings, Patience patience, String agent) {
    this.clients = clients;
    this.settings = settings;
    this.patience = patience;
    this.agent = agent;
  }

  /// An answer whose body has not been read.
  ///
  /// @param own the headers of the last answer of the hub itself, before it sent to another host
  record Answer(int status, HttpHeaders headers, HttpHeaders own, Pieces body)
      implements AutoCloseable {

    @Override
    public void close() {
      body.close();
    }
  }

  /// Asks, and returns the answer that is no redirect, whatever its status.
  ///
  /// @param from the first byte that is wanted; 0 asks for all
  Answer get(URI address, long from, Cancellation cancellation) throws HubException {
    if (settings.offline()) {
      throw HubException.lasting(
          "HF_HUB_OFFLINE forbids to use the network.", "Unset it and TRANSFORMERS_OFFLINE.");
    }
    var at = address;
    @Nullable HttpHeaders own = null;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      boolean isHub = isHub(at);
      var answer = ask(at, from, isHub, cancellation);
      if (own == null || isHub) {
        own = answer.headers();
      }
      if (answer.status() < 300 || answer.status() >= 400 || answer.status() == 304) {
        return new Answer(answer.status(), answer.headers(), own, answer.body());
      }
      answer.close();
      at = target(at, answer.headers());
    }
    throw HubException.lasting(
        hostOf(address) + " sends from one address to the next without end.", "Try again later.");
  }

  private Answer ask(URI at, long from, boolean isHub, Cancellation cancellation)
      throws HubException {
    var request =
        HttpRequest.newBuilder(at)
            .header("User-Agent", agent)
            .header("Accept-Encoding", "identity")
            .timeout(patience.answer());
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    if (isHub) {
      settings.token().ifPresent(token -> request.header("Authorization", token.header()));
    }
    try {
      var response =
          Waiting.on(client().sendAsync(request.build(), BodyHandlers.ofPublisher()), cancellation);
      var body = new Pieces(patience.silence(), cancellation);
      response.body().subscribe(body);
      return new Answer(response.statusCode(), response.headers(), response.headers(), body);
    } catch (IOException e) {
      throw Failures.ofNetwork(e, hostOf(at));
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client = clients.get();
    }
    return client;
  }

  private URI target(URI at, HttpHeaders headers) throws HubException {
    try {
      var target = at.resolve(headers.firstValue("Location").orElseThrow());
      var scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
      boolean isSafe =
          scheme.equals("https") || (scheme.equals("http") && at.getScheme().equals("http"));
      if (isSafe && target.getHost() != null) {
        return target;
      }
    } catch (IllegalArgumentException | NoSuchElementException _) {
      // Said below.
    }
    throw HubException.lasting(
        hostOf(at) + " sends to an address that Kelvin does not follow.",
        "Check HF_ENDPOINT if you set it.");
  }

  /// True if an address is on the hub's own host and port.
  private boolean isHub(URI address) {
    var hub = settings.endpoint();
    return hub.getScheme().equalsIgnoreCase(address.getScheme())
        && hub.getHost().equalsIgnoreCase(address.getHost())
        && portOf(hub) == portOf(address);
  }

  private static int portOf(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  /// The name of a host, for messages.
  static String hostOf(URI address) {
    return String.valueOf(address.getHost());
  }

  /// Reads a body as text.
  String text(Answer answer) throws HubException {
    var host = hostOf(settings.endpoint());
    var all = new ByteArrayOutputStream();
    try {
      for (var bytes = answer.body().next(); bytes.isPresent(); bytes = answer.body().next()) {
        var piece = new byte[bytes.get().remaining()];
        bytes.get().get(piece);
        all.write(piece);
        if (all.size() > MAX_TEXT_BYTES) {
          throw Failures.garbage(host);
        }
      }
      return all.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failures.ofNetwork(e, host);
    }
  }
}
