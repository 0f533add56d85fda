package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where the program's own things are and where the operating system wants a program to keep what
/// it writes.
final class AppFolders {

  private static final String HOME_PROPERTY = "kelvin.home";

  private AppFolders() {}

  /// The bundled model.
  static Path bundledModel() {
    return home().resolve("models").resolve("kelvin-tiny");
  }

  /// What can be deleted at any time: unpacked native libraries.
  static Path cache() {
    return cache(
        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System::getenv);
  }

  static Path cache(String system, String userHome, UnaryOperator<@Nullable String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    var home = Path.of(userHome);
    if (name.startsWith("windows")) {
      return absolute(environment.apply("LOCALAPPDATA"))
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Kelvin")
          .resolve("Cache");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("Kelvin");
    }
    return absolute(environment.apply("XDG_CACHE_HOME"))
        .orElse(home.resolve(".cache"))
        .resolve("kelvin");
  }

  /// The XDG rules: a relative path in the environment is ignored.
  static Optional<Path> absolute(@Nullable String value) {
    return Optional.ofNullable(value)
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /// Set by the launcher; else the first folder upwards that holds the models.
  private static Path home() {
    var given = System.getProperty(HOME_PROPERTY);
    if (given != null) {
      return Path.of(given);
    }
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("models").resolve("kelvin-tiny"))) {
        return at;
      }
    }
    return Path.of("");
  }
}
