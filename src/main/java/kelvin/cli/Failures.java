package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.OutputFailedException;
import kelvin.cli.environment.UsageException;
import kelvin.distribution.InvalidLogitsException;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelLoadException;
import picocli.CommandLine;

/// Turns what went wrong into one plain line and an exit code, never into a stack trace.
final class Failures {

  private Failures() {}

  static int ofUsage(CommandLine.ParameterException e, String[] arguments) {
    var message = String.valueOf(e.getMessage());
    // picocli says so in some messages and not in others
    return usage(e.getCommandLine(), message.replaceFirst("^Error: ", ""));
  }

  static int ofExecution(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    var err = command.getErr();
    return switch (e) {
      case UsageException usage -> usage(command, String.valueOf(usage.getMessage()));
      case CancelledException _ -> ExitCode.CANCELLED;
      case OutputFailedException output -> ofOutput(output, err);
      case ModelLoadException _, InferenceException _, FileProblem _ ->
          unusable(err, String.valueOf(e.getMessage()));
      case InvalidLogitsException _ ->
          unusable(err, "The model's answer is not a distribution: " + e.getMessage() + ".");
      case IOException io -> unusable(err, FileProblem.reason(io) + ".");
      default -> unusable(err, "This should not happen: " + e + at(e) + ".");
    };
  }

  static int ofOutput(OutputFailedException e, PrintWriter err) {
    return e.isReaderGone() ? ExitCode.DONE : unusable(err, String.valueOf(e.getMessage()));
  }

  static int ofMemory(PrintWriter err) {
    return unusable(
        err, "There is not enough memory for this: use a smaller model or a shorter prompt.");
  }

  private static int usage(CommandLine command, String message) {
    var err = command.getErr();
    err.println("kelvin: " + oneLine(message));
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  private static int unusable(PrintWriter err, String message) {
    err.println("kelvin: " + oneLine(message));
    err.flush();
    return ExitCode.UNUSABLE;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\n\\s*", " ").strip();
  }

  /// Where a defect of ours showed, which is all that a report of it needs.
  private static String at(Exception e) {
    var trace = e.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
