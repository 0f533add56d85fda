package kelvin.hub.http;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kelvin.hub.FoundModel;
import kelvin.hub.Hub;
import kelvin.hub.HubException;
import kelvin.hub.HubSettings;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;
import kelvin.hub.RepositoryId;
import kelvin.hub.Retries;
import kelvin.inference.Cancellation;
import kelvin.web.Patience;

/// A hub that is reached over HTTP.
public final class HttpHub implements Hub {

  private static final int OK = 200;

  /// A hundred thousand files; a list that goes on is no list.
  private static final int MAX_PAGES = 100;

  private static final int MAX_FILES = 100_000;

  private final HubSettings settings;
  private final Requests requests;
  private final Addresses addresses;
  private final HubJson json;
  private final Retries retries;

  private HttpHub(HubSettings settings, Requests requests, Retries retries) {
    this.settings = settings;
    this.requests = requests;
    this.retries = retries;
    addresses = new Addresses(settings.endpoint());
    json = new HubJson(host());
  }

  /// Makes a hub. Nothing is sent before a method is called.
  ///
  /// @param proxies chooses the proxy for an address
  /// @param agent the name and version of the program, as the hub is told
  public static HttpHub of(
      HubSettings settings,
      ProxySelector proxies,
      Patience patience,
      Retries retries,
      String agent) {
    Supplier<HttpClient> clients =
        () ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .proxy(proxies)
                .build();
    return new HttpHub(settings, new Requests(clients, settings, patience, agent), retries);
  }

  @Override
  public String host() {
    return Requests.hostOf(settings.endpoint());
  }

  @Override
  public List<FoundModel> search(String text, int limit, Cancellation cancellation)
      throws HubException {
    var found = json.found(page(addresses.search(text, limit), "the list", cancellation).text());
    return found.stream().limit(limit).toList();
  }

  @Override
  public Listing list(RepositoryId id, String revision, Cancellation cancellation)
      throws HubException {
    var about = json.about(page(addresses.about(id, revision), id.text(), cancellation).text());
    var files = new ArrayList<RemoteFile>();
    var next = Optional.of(addresses.tree(id, about.commit()));
    for (int pages = 0; next.isPresent(); pages++) {
      var page = page(next.get(), id.text(), cancellation);
      files.addAll(json.files(page.text()));
      next = addresses.next(next.get(), page.link());
      if (pages > MAX_PAGES || files.size() > MAX_FILES) {
        throw HubException.lasting(
            host() + " lists the files of " + id + " without end.", "Choose another model.");
      }
    }
    return new Listing(id, revision, about.commit(), about.license(), files);
  }

  /// A page of text.
  ///
  /// @param link the header that leads to the next one, or empty
  private record Page(String text, String link) {}

  private Page page(URI address, String what, Cancellation cancellation) throws HubException {
    return retries
        .shortly()
        .call(
            () -> {
              try (var answer = requests.get(address, 0, cancellation)) {
                if (answer.status() != OK) {
                  throw Failures.ofStatus(answer.status(), answer.headers(), host(), what);
                }
                return new Page(
                    requests.text(answer), answer.headers().firstValue("Link").orElse(""));
              }
            },
            cancellation);
  }

  @Override
  public Body open(Listing listing, RemoteFile file, long from, Cancellation cancellation)
      throws HubException {
    return new FileRequest(requests, host(), listing, file)
        .open(addresses.file(listing, file), from, cancellation);
  }
}
