package kelvin.remote.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kelvin.inference.Cancellation;
import kelvin.web.Pieces;
import kelvin.web.Waiting;

/// Asks one server, and takes its answers whole. It follows no redirect, tries again after failures
/// that may pass, and ends at once when cancelled.
///
/// Use it from one thread at a time.
public final class ServerConnection implements AutoCloseable {

  /// A question to a model changes nothing on the server, so it may be asked again.
  private static final int TRIES = 3;

  /// Whoever is asked to wait longer should know.
  private static final Duration MAX_PAUSE = Duration.ofSeconds(20);

  private static final List<String> THIS_COMPUTER = List.of("localhost", "127.0.0.1", "[::1]");

  private final URI base;
  private final ServerSettings settings;
  private final HttpClient client;

  private ServerConnection(URI base, ServerSettings settings, HttpClient client) {
    this.base = base;
    this.settings = settings;
    this.client = client;
  }

  /// Makes a connection; nothing is sent yet.
  ///
  /// @param base the address before which no path is put, with `http` or `https`
  public static ServerConnection to(URI base, ServerSettings settings) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.patience().connect());
    // No proxy leads back to this computer.
    client.proxy(
        THIS_COMPUTER.contains(base.getHost()) ? HttpClient.Builder.NO_PROXY : proxies(settings));
    return new ServerConnection(base, settings, client.build());
  }

  private static ProxySelector proxies(ServerSettings settings) {
    return settings.proxies().get();
  }

  /// The name and port of the server, for messages.
  public String host() {
    return ServerKeys.nameOf(base);
  }

  /// @param path after the base, with its slash
  /// @param limit the largest body in bytes
  /// @throws ServerException with a sentence for the user
  /// @throws kelvin.inference.CancelledException if cancelled
  public Reply get(String path, long limit, Cancellation cancellation) {
    return ask(() -> request(path).GET(), limit, cancellation);
  }

  /// Sends a body, and waits for the answer.
  public Reply post(
      String path,
      Map<String, String> headers,
      byte[] body,
      long limit,
      Cancellation cancellation) {
    return ask(
        () -> {
          var request = request(path).POST(BodyPublishers.ofByteArray(body));
          headers.forEach(request::setHeader);
          return request;
        },
        limit,
        cancellation);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("User-Agent", settings.agent())
            .header("Accept-Encoding", "identity")
            .timeout(settings.patience().answer());
    settings.keys().header(base).ifPresent(key -> request.header("Authorization", key));
    return request;
  }

  /// Makes the request of one try.
  private interface Asking {
    HttpRequest.Builder request();
  }

  private Reply ask(Asking asking, long limit, Cancellation cancellation) {
    var wait = settings.firstWait();
    for (int tries = 1; ; tries++) {
      try {
        return once(asking.request().build(), limit, cancellation);
      } catch (ServerException e) {
        if (!e.isPassing() || tries == TRIES || e.pause().compareTo(MAX_PAUSE) > 0) {
          throw e;
        }
        sleep(wait.compareTo(e.pause()) > 0 ? wait : e.pause(), cancellation);
        wait = wait.multipliedBy(2);
      }
    }
  }

  private Reply once(HttpRequest request, long limit, Cancellation cancellation) {
    try {
      var response =
          Waiting.on(client.sendAsync(request, BodyHandlers.ofPublisher()), cancellation);
      try (var pieces = new Pieces(settings.patience().silence(), cancellation)) {
        response.body().subscribe(pieces);
        var body = whole(pieces, limit);
        if (response.statusCode() != 200) {
          throw ServerFailures.ofStatus(response.statusCode(), response.headers(), body, host());
        }
        return new Reply(response.headers(), body);
      }
    } catch (IOException e) {
      throw ServerFailures.ofNetwork(e, host());
    }
  }

  private byte[] whole(Pieces pieces, long limit) throws IOException {
    var all = new ByteArrayOutputStream();
    for (var bytes = pieces.next(); bytes.isPresent(); bytes = pieces.next()) {
      var piece = new byte[bytes.get().remaining()];
      bytes.get().get(piece);
      if (all.size() + (long) piece.length > limit) {
        throw ServerException.lasting(
            "The server " + host() + " sends more than it was asked for.",
            "Check the address and the kind of the server.");
      }
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static void sleep(Duration wait, Cancellation cancellation) {
    var cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      var _ = cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
    }
    cancellation.throwIfCancelled();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
