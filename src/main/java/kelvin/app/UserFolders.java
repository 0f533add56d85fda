package kelvin.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The folders where the operating system wants a program to keep data that must not be deleted.
record UserFolders(Path config, Path state) {

  static UserFolders ofSystem() {
    return of(
        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System::getenv);
  }

  static UserFolders of(
      String system, String userHome, UnaryOperator<@Nullable String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    var home = Path.of(userHome);
    if (name.startsWith("windows")) {
      var roaming =
          AppFolders.absolute(environment.apply("APPDATA"))
              .orElse(home.resolve("AppData").resolve("Roaming"));
      var local =
          AppFolders.absolute(environment.apply("LOCALAPPDATA"))
              .orElse(home.resolve("AppData").resolve("Local"));
      return new UserFolders(roaming.resolve("Kelvin"), local.resolve("Kelvin").resolve("State"));
    }
    if (name.startsWith("mac")) {
      var support =
          AppFolders.xdgHome(userHome, environment)
              .resolve("Library")
              .resolve("Application Support")
              .resolve("Kelvin");
      return new UserFolders(support, support.resolve("State"));
    }
    var xdgHome = AppFolders.xdgHome(userHome, environment);
    var config =
        AppFolders.absolute(environment.apply("XDG_CONFIG_HOME"))
            .orElse(xdgHome.resolve(".config"));
    var state =
        AppFolders.absolute(environment.apply("XDG_STATE_HOME"))
            .orElse(xdgHome.resolve(".local").resolve("state"));
    return new UserFolders(config.resolve("kelvin"), state.resolve("kelvin"));
  }

  /// The file of the settings.
  Path settingsFile() {
    return config.resolve("settings.json");
  }

  /// The folder of the user's own tasks; it may be missing.
  Path taskFolder() {
    return config.resolve("tasks");
  }

  /// The folder of unsaved work.
  Path autosaveFolder() {
    return state.resolve("autosave");
  }
}
