package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FailureLog;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.OutputFailedException;
import kelvin.cli.environment.UsageException;
import kelvin.engine.FailureSentence;
import kelvin.inference.CancelledException;
import kelvin.inference.ModelLoadException;
import kelvin.inference.chat.ChatException;
import kelvin.text.Reason;
import picocli.CommandLine;

/// Turns what went wrong into one plain line and an exit code, never into a stack trace.
final class Failures {

  private final FailureLog log;

  Failures(FailureLog log) {
    this.log = log;
  }

  static int ofUsage(CommandLine.ParameterException e, String[] arguments) {
    var message = String.valueOf(e.getMessage());
    // picocli says so in some messages and not in others
    return usage(e.getCommandLine(), message.replaceFirst("^Error: ", ""));
  }

  int ofExecution(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    var err = command.getErr();
    return switch (e) {
      case UsageException usage -> usage(command, String.valueOf(usage.getMessage()));
      case CancelledException _ -> ExitCode.CANCELLED;
      case OutputFailedException output -> ofOutput(output, err);
      case FileProblem _, ChatException _ -> unusable(err, String.valueOf(e.getMessage()));
      case ModelLoadException _ -> {
        keepCause(e);
        yield unusable(err, String.valueOf(e.getMessage()));
      }
      case IOException io -> unusable(err, Reason.of(io) + ".");
      default -> {
        var known = FailureSentence.ofKnown(e);
        known.ifPresent(_ -> keepCause(e));
        yield unusable(err, known.orElseGet(() -> ofDefect(e)));
      }
    };
  }

  private String ofDefect(Exception e) {
    return "Kelvin has a defect and ended this command without an answer. Please report it with the"
        + " file "
        + log.keep(e)
        + ".";
  }

  /// A refusal says what is wrong with a file. What a library said about it may help to mend it.
  private void keepCause(Exception e) {
    if (e.getCause() != null) {
      log.keep(e);
    }
  }

  static int ofOutput(OutputFailedException e, PrintWriter err) {
    return e.isReaderGone() ? ExitCode.DONE : unusable(err, String.valueOf(e.getMessage()));
  }

  static int ofMemory(PrintWriter err) {
    return unusable(err, FailureSentence.NO_MEMORY);
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
}
