package kelvin.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kelvin.cli.CliEnvironment;
import kelvin.cli.KelvinCli;
import kelvin.cli.StandardStreams;
import kelvin.inference.Cancellation;

/// Where the program starts: without arguments the window, else the command line.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(arguments.length == 0 ? WindowLauncher.launch() : commandLine(arguments));
  }

  private static int commandLine(String[] arguments) {
    var cancellation = new Cancellation();
    var environment =
        new CliEnvironment(
            new ModelOpener(Runtime.getRuntime().availableProcessors(), AppFolders.cache()),
            AppFolders.bundledModel(),
            // A lambda, not a method reference: that would link the class, and JavaFX with it.
            () -> new FigureSnapshot(),
            standardStreams(),
            cancellation);
    try (var _ = new Interruption(cancellation)) {
      return new KelvinCli(environment).run(arguments);
    }
  }

  private static StandardStreams standardStreams() {
    return StandardStreams.of(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        outputCharset());
  }

  /// UTF-8, whatever the locale; but a terminal of Windows shows only its own code page.
  private static Charset outputCharset() {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      return StandardCharsets.UTF_8;
    }
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(Console::charset)
        .orElse(StandardCharsets.UTF_8);
  }
}
