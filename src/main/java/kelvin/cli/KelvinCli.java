package kelvin.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FailureLog;
import kelvin.cli.environment.OutputFailedException;
import kelvin.cli.option.Numbers;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// The command line: one command, its answer on standard output, an exit code.
public final class KelvinCli {

  private final CliEnvironment environment;
  private final Failures failures;

  public KelvinCli(CliEnvironment environment, FailureLog log) {
    this.environment = environment;
    failures = new Failures(log);
  }

  /// @return one of `ExitCode`
  public int run(String... arguments) {
    var streams = environment.streams();
    var command = commandLine();
    try {
      int code = command.execute(arguments);
      streams.out().flush();
      streams.help().flush();
      return code;
    } catch (OutputFailedException e) {
      return Failures.ofOutput(e, streams.err());
    } catch (OutOfMemoryError _) {
      return Failures.ofMemory(streams.err());
    }
  }

  /// Returns whether a word names one of the commands.
  public boolean isCommand(String word) {
    return commandLine().getSubcommands().containsKey(word);
  }

  /// Help is printed outside of the handlers below.
  private int execute(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutputFailedException e) {
      return Failures.ofOutput(e, environment.streams().err());
    }
  }

  /// A command that was cancelled has nothing to say: libraries that end with the process make it
  /// fail in ways that are no news.
  private int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    return environment.cancellation().isCancelled()
        ? ExitCode.CANCELLED
        : failures.ofExecution(e, command, parsed);
  }

  private CommandLine commandLine() {
    var root =
        new CommandLine(new KelvinCommand())
            .addSubcommand(new NextCommand(environment))
            .addSubcommand(new ScoreCommand(environment))
            .addSubcommand(new GenerateCommand(environment))
            .addSubcommand(new LabelCommand(environment))
            .addSubcommand(new AnswersCommand(environment))
            .addSubcommand(new ExpandCommand(environment))
            .addSubcommand(new ProbabilityCommand(environment))
            .addSubcommand(new PromptCommand(environment))
            .addSubcommand(new TemplateCommand(environment))
            .addSubcommand(new SweepCommand(environment))
            .addSubcommand(new EvaluateCommand(environment))
            .addSubcommand(new CompareCommand(environment))
            .addSubcommand(new FinetuneCommand(environment))
            .addSubcommand(new AdaptCommand(environment))
            .addSubcommand(new FeaturesCommand(environment))
            .addSubcommand(new NeighborsCommand(environment))
            .addSubcommand(new LayersCommand(environment))
            .addSubcommand(new AttentionCommand(environment))
            .addSubcommand(new AttributeCommand(environment))
            .addSubcommand(new InspectCommand(environment))
            .addSubcommand(new RenderCommand(environment))
            .addSubcommand(new SamplerCommand(environment))
            .addSubcommand(completion());
    for (var command : root.getSubcommands().values()) {
      // In the order that the classes tell, which is that of the computation.
      command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    }
    return root.setUsageHelpWidth(100)
        .setOut(environment.streams().help())
        .setErr(environment.streams().err())
        // A prompt is any text: one that begins with @, and one that is an option elsewhere.
        .setExpandAtFiles(false)
        .setAllowOptionsAsOptionParameters(true)
        .registerConverter(Double.TYPE, Numbers::real)
        .registerConverter(Double.class, Numbers::real)
        .registerConverter(Integer.TYPE, Numbers::whole)
        .registerConverter(Integer.class, Numbers::whole)
        .registerConverter(Long.TYPE, Numbers::wide)
        .registerConverter(Path.class, KelvinCli::path)
        .setExecutionStrategy(this::execute)
        .setParameterExceptionHandler(Failures::ofUsage)
        .setExecutionExceptionHandler(this::failed);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw new TypeConversionException("'" + text + "' is no name of a file");
    }
  }

  /// Writes a script for shells. For packagers, so not in the list of what Kelvin can do.
  private static CommandLine completion() {
    var command = new CommandLine(new AutoComplete.GenerateCompletion());
    command.getCommandSpec().usageMessage().hidden(true);
    return command;
  }
}
