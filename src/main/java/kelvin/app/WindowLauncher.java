package kelvin.app;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import kelvin.cli.environment.ExitCode;
import kelvin.text.Reason;
import kelvin.ui.fx.SoftwareRendering;
import org.jspecify.annotations.Nullable;

/// Opens the window, or says in a sentence what is missing, before a class of JavaFX fails with a
/// stack trace.
final class WindowLauncher {

  /// The libraries that JavaFX's native code is linked against, besides the C library.
  private static final List<String> LIBRARIES =
      List.of(
          "libgtk-3.so.0",
          "libgdk-3.so.0",
          "libpangocairo-1.0.so.0",
          "libpangoft2-1.0.so.0",
          "libXtst.so.6",
          "libXxf86vm.so.1",
          "libGL.so.1",
          "libfontconfig.so.1",
          "libfreetype.so.6");

  private final String system;
  private final UnaryOperator<@Nullable String> environment;
  private final Predicate<String> libraries;

  /// @param system the name of the operating system, as the JDK gives it
  /// @param libraries whether a shared library of that name can be loaded
  WindowLauncher(
      String system, UnaryOperator<@Nullable String> environment, Predicate<String> libraries) {
    this.system = system;
    this.environment = environment;
    this.libraries = libraries;
  }

  /// Returns when the window is closed.
  ///
  /// @param err takes the reason if no window can open
  /// @param arguments name the document to open, or nothing
  /// @return the exit code
  static int launch(Class<? extends Application> window, PrintWriter err, String... arguments) {
    var launcher =
        new WindowLauncher(
            System.getProperty("os.name", ""), System::getenv, WindowLauncher::loads);
    return launcher.launch(() -> start(window, err, arguments), err);
  }

  int launch(Runnable window, PrintWriter err) {
    var obstacle = obstacle();
    if (obstacle.isPresent()) {
      tell(err, obstacle.get());
      return ExitCode.UNUSABLE;
    }
    window.run();
    return ExitCode.DONE;
  }

  private static void tell(PrintWriter err, String sentence) {
    err.println("kelvin: " + sentence);
    err.flush();
  }

  /// The reason why no window can open, in a sentence for the user.
  Optional<String> obstacle() {
    if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    if (isUnset("DISPLAY")) {
      // JavaFX supports only X11. A Wayland desktop offers it through XWayland, which sets DISPLAY.
      var cause =
          isUnset("WAYLAND_DISPLAY")
              ? "neither DISPLAY nor WAYLAND_DISPLAY is set"
              : "DISPLAY is not set: start XWayland";
      return Optional.of(
          "The window needs a display, and "
              + cause
              + "; without one, kelvin next shows a distribution in the terminal and kelvin render"
              + " draws it into a file.");
    }
    return LIBRARIES.stream()
        .filter(name -> !libraries.test(name))
        .findFirst()
        .map(
            name ->
                "The window needs "
                    + name
                    + ", which is not installed; on Debian and Ubuntu: sudo apt install libgtk-3-0"
                    + " libgl1 libxtst6 libxxf86vm1; on Fedora: sudo dnf install gtk3"
                    + " mesa-libGL libXtst libXxf86vm.");
  }

  private boolean isUnset(String variable) {
    var value = environment.apply(variable);
    return value == null || value.isEmpty();
  }

  /// Restricted because a library can run any code when it loads. JavaFX is about to load the same
  /// libraries itself.
  @SuppressWarnings("restricted")
  private static boolean loads(String library) {
    try (var arena = Arena.ofConfined()) {
      var _ = SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Starts the toolkit. Its thread dies with a stack trace if no server answers at the display
  /// that is set.
  private static void start(
      Class<? extends Application> window, PrintWriter err, String... arguments) {
    Thread.setDefaultUncaughtExceptionHandler(
        (_, e) -> {
          tell(
              err,
              "The window cannot open"
                  + Reason.said(e).map(said -> ": " + said).orElse("")
                  + "; kelvin next shows a distribution in the terminal and kelvin render draws it"
                  + " into a file.");
          Runtime.getRuntime().halt(ExitCode.UNUSABLE);
        });
    SoftwareRendering.prepare();
    Application.launch(window, arguments);
  }
}
