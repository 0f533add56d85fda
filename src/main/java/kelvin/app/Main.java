package kelvin.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import kelvin.cli.KelvinCli;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.Output;
import kelvin.cli.environment.StandardStreams;
import kelvin.inference.Cancellation;
import kelvin.opening.FirstLoad;

/// The entry point of the program. It opens the window without arguments or with a file or folder
/// to open, and runs the command line otherwise.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    AppFolders.useOneHome();
    var obstacle = TemporaryFolder.obstacle();
    if (obstacle.isPresent()) {
      var err = standardStreams().err();
      err.println("kelvin: " + obstacle.get());
      err.flush();
      return ExitCode.UNUSABLE;
    }
    NativeLibraries.locate();
    if (arguments.length == 0) {
      return WindowLauncher.launch(KelvinApplication.class, standardStreams().err());
    }
    if (arguments.length == 1 && arguments[0].equals(Rehearsal.ARGUMENT)) {
      return Rehearsal.run(standardStreams().err());
    }
    if (StartDocument.of(arguments).isPresent() && !isCommand(arguments[0])) {
      return WindowLauncher.launch(KelvinApplication.class, standardStreams().err(), arguments);
    }
    if (arguments.length == 3 && arguments[0].equals(FirstLoad.ARGUMENT)) {
      var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
      Parent.endWithIt();
      return FirstLoad.answer(
          ModelOpeners.forFirstLoad(Path.of(arguments[2])), Path.of(arguments[1]), out);
    }
    return commandLine(standardStreams(), arguments);
  }

  /// Returns whether a text is a command. A folder with the same name needs a separator in its
  /// path.
  private static boolean isCommand(String text) {
    return !text.contains("/") && KelvinCli.isCommand(text);
  }

  static int commandLine(StandardStreams streams, String... arguments) {
    var cancellation = new Cancellation();
    try (var _ = new Interruption(cancellation)) {
      return cli(streams, cancellation).run(arguments);
    }
  }

  private static KelvinCli cli(StandardStreams streams, Cancellation cancellation) {
    return new KelvinCli(environment(streams, cancellation), Logs::keep);
  }

  private static CliEnvironment environment(StandardStreams streams, Cancellation cancellation) {
    return new CliEnvironment(
        ModelOpeners.forCommandLine(AppFolders.cache()),
        AppFolders.bundledModel(),
        // A constructor reference would load classes of JavaFX here.
        () -> new FigureSnapshot(),
        NetworkAccess::open,
        streams,
        cancellation);
  }

  private static StandardStreams standardStreams() {
    var charset = Terminal.codePage().orElse(UTF_8);
    return StandardStreams.of(
        new FileInputStream(FileDescriptor.in),
        new Output(new FileOutputStream(FileDescriptor.out), charset, Terminal.isAt(1)),
        new Output(new FileOutputStream(FileDescriptor.err), charset, Terminal.isAt(2)));
  }
}
