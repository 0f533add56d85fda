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
  private static final String NATIVES_PROPERTY = "kelvin.natives";

  private AppFolders() {}

  /// The bundled model.
  static Path bundledModel() {
    return home().resolve("models").resolve("kelvin-tiny");
  }

  /// Native libraries of the target system, put there by the build; the properties of their
  /// loaders are set by `NativeLibraries`.
  static Path natives() {
    var given = System.getProperty(NATIVES_PROPERTY);
    return given == null ? home().resolve("natives") : Path.of(given);
  }

  /// The licences of all parts; a tree that nothing was installed from has its own one only.
  static Path licences() {
    var notices = home().resolve("THIRD-PARTY.txt");
    return Files.exists(notices) ? notices : home().resolve("LICENSE");
  }

  /// What can be deleted at any time: logs, and what is known of models that were opened.
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
