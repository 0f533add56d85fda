package kelvin.hub;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The address of the hub, the folder of its cache, and the token of who asks. The variables are
/// those of the hub's own client, so that both use the same files.
///
/// @param endpoint without a slash at its end
/// @param offline true if the user forbids to use the network
public record HubSettings(URI endpoint, Path cache, Optional<HubToken> token, boolean offline) {

  private static final String ENDPOINT = "https://huggingface.co";
  private static final Set<String> TRUE = Set.of("1", "on", "true", "yes");

  /// Reads the variables `HF_ENDPOINT`, `HF_HOME`, `HF_HUB_CACHE`, `HF_TOKEN`, `HF_TOKEN_PATH`,
  /// `HF_HUB_DISABLE_IMPLICIT_TOKEN`, `HF_HUB_OFFLINE` and `TRANSFORMERS_OFFLINE`, and older names
  /// of some.
  ///
  /// @param userHome the user's home folder
  /// @throws HubException if one of them cannot be used
  public static HubSettings of(Path userHome, UnaryOperator<@Nullable String> given)
      throws HubException {
    UnaryOperator<@Nullable String> environment = name -> atHome(given.apply(name), userHome);
    var caches = path(environment, userHome.resolve(".cache"), "XDG_CACHE_HOME");
    var home = path(environment, caches.resolve("huggingface"), "HF_HOME");
    var cache = path(environment, home.resolve("hub"), "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE");
    return new HubSettings(
        endpoint(text(environment, "HF_ENDPOINT").orElse(ENDPOINT)),
        cache,
        token(home, environment),
        isTrue(environment, "HF_HUB_OFFLINE") || isTrue(environment, "TRANSFORMERS_OFFLINE"));
  }

  /// A `~/` at the beginning is the home folder, also where no shell has replaced it.
  private static @Nullable String atHome(@Nullable String value, Path userHome) {
    return value != null && value.startsWith("~/")
        ? userHome.resolve(value.substring(2)).toString()
        : value;
  }

  private static URI endpoint(String text) throws HubException {
    try {
      var uri = new URI(text.replaceFirst("/+$", ""));
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && (scheme.equals("https") || scheme.equals("http"))) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw HubException.lasting(
        "HF_ENDPOINT is not the address of a hub.", "Set it to one such as " + ENDPOINT + ".");
  }

  private static Optional<HubToken> token(Path home, UnaryOperator<@Nullable String> environment)
      throws HubException {
    for (var name : new String[] {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
      var given = text(environment, name);
      if (given.isPresent()) {
        return Optional.of(HubToken.of(given.get(), name));
      }
    }
    var file = path(environment, home.resolve("token"), "HF_TOKEN_PATH");
    if (isTrue(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN") || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var stored = Files.readString(file).strip();
      return stored.isEmpty()
          ? Optional.empty()
          : Optional.of(HubToken.of(stored, file.toString()));
    } catch (IOException e) {
      throw HubException.lasting(
          "The file with the hub's token cannot be read: " + file + ".",
          "Check its permissions, or set HF_HUB_DISABLE_IMPLICIT_TOKEN=1 to go without it.",
          e);
    }
  }

  private static Optional<String> text(UnaryOperator<@Nullable String> environment, String name) {
    return Optional.ofNullable(environment.apply(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /// The first of some variables that is set.
  private static Path path(
      UnaryOperator<@Nullable String> environment, Path otherwise, String... names)
      throws HubException {
    for (var name : names) {
      var given = text(environment, name);
      if (given.isPresent()) {
        try {
          return Path.of(given.get()).toAbsolutePath();
        } catch (InvalidPathException e) {
          throw HubException.lasting(name + " is no name of a folder.", "Set it again.", e);
        }
      }
    }
    return otherwise;
  }

  private static boolean isTrue(UnaryOperator<@Nullable String> environment, String name) {
    return text(environment, name)
        .map(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }
}
