package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds the program's own files, and the folders where the operating system wants a program to
/// write.
final class AppFolders {

  private static final String HOME_PROPERTY = "kelvin.home";
  private static final String NATIVES_PROPERTY = "kelvin.natives";

  private AppFolders() {}

  /// The folder of the bundled model.
  static Path bundledModel() {
    return home().resolve("models").resolve("kelvin-tiny");
  }

  /// The native libraries for the target system, put there by the build. `NativeLibraries` tells
  /// their loaders about them.
  static Path natives() {
    var given = System.getProperty(NATIVES_PROPERTY);
    return given == null ? home().resolve("natives") : Path.of(given);
  }

  /// The licences of all components; a source tree has only its own licence.
  static Path licences() {
    var notices = home().resolve("THIRD-PARTY.txt");
    return Files.exists(notices) ? notices : home().resolve("LICENSE");
  }

  /// The folder for what can be deleted at any time: logs, and records about opened models.
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
      return xdgHome(userHome, environment).resolve("Library").resolve("Caches").resolve("Kelvin");
    }
    return absolute(environment.apply("XDG_CACHE_HOME"))
        .orElse(xdgHome(userHome, environment).resolve(".cache"))
        .resolve("kelvin");
  }

  /// Makes the file dialogs and the libraries use the same home folder as Kelvin's own folders and
  /// its launcher. Java takes `user.home` from the system's list of users.
  static void useOneHome() {
    System.setProperty(
        "user.home",
        home(
            System.getProperty("os.name", ""),
            System.getProperty("user.home", "."),
            System::getenv));
  }

  static String home(String system, String userHome, UnaryOperator<@Nullable String> environment) {
    return system.toLowerCase(Locale.ROOT).startsWith("windows")
        ? userHome
        : xdgHome(userHome, environment).toString();
  }

  /// The folder that the XDG rules call `$HOME`. Java's `user.home` is the one in the system's list
  /// of users, which may be another.
  static Path xdgHome(String userHome, UnaryOperator<@Nullable String> environment) {
    return absolute(environment.apply("HOME")).orElse(Path.of(userHome));
  }

  /// Parses a path by the XDG rules: a relative path in the environment is ignored.
  static Optional<Path> absolute(@Nullable String value) {
    return Optional.ofNullable(value)
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /// The program's folder: set by the launcher, else the nearest parent folder that contains the
  /// models.
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
