package kelvin.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FailureLog;
import kelvin.cli.environment.OutputFailedException;
import kelvin.cli.models.ModelsCommand;
import kelvin.cli.option.Numbers;
import kelvin.cli.replay.ReplayCommand;
import kelvin.cli.replay.SampleCommand;
import kelvin.cli.replay.VerifyCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/// The command line: one command, its answer on standard output, an exit code.
public final class KelvinCli {

  private static final Map<String, Function<CliEnvironment, Object>> COMMANDS = commands();

  /// Lists all commands, so it is made with them.
  private static final String COMPLETION = "generate-completion";

  private final CliEnvironment environment;
  private final Failures failures;

  public KelvinCli(CliEnvironment environment, FailureLog log) {
    this.environment = environment;
    failures = new Failures(log);
  }

  /// @return one of `ExitCode`
  public int run(String... arguments) {
    var streams = environment.streams();
    var command = commandLine(arguments);
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
  public static boolean isCommand(String word) {
    return COMMANDS.containsKey(word) || word.equals(COMPLETION);
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

  /// Returns the makers of the commands by name, in the order of the help.
  private static Map<String, Function<CliEnvironment, Object>> commands() {
    var commands = new LinkedHashMap<String, Function<CliEnvironment, Object>>();
    commands.put("next", NextCommand::new);
    commands.put("score", ScoreCommand::new);
    commands.put("generate", GenerateCommand::new);
    commands.put("sample", SampleCommand::new);
    commands.put("replay", ReplayCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("label", LabelCommand::new);
    commands.put("answers", AnswersCommand::new);
    commands.put("expand", ExpandCommand::new);
    commands.put("probability", ProbabilityCommand::new);
    commands.put("prompt", PromptCommand::new);
    commands.put("template", TemplateCommand::new);
    commands.put("sweep", SweepCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("finetune", FinetuneCommand::new);
    commands.put("adapt", AdaptCommand::new);
    commands.put("features", FeaturesCommand::new);
    commands.put("neighbors", NeighborsCommand::new);
    commands.put("layers", LayersCommand::new);
    commands.put("attention", AttentionCommand::new);
    commands.put("attribute", AttributeCommand::new);
    commands.put("inspect", InspectCommand::new);
    commands.put("models", ModelsCommand::commandLine);
    commands.put("render", RenderCommand::new);
    commands.put("sampler", SamplerCommand::new);
    return Collections.unmodifiableMap(commands);
  }

  /// Returns the command line for these arguments. To make a command is slow, because its options
  /// are found by reflection; so where the first argument names one, the others are left out.
  private CommandLine commandLine(String... arguments) {
    var root = new CommandLine(new KelvinCommand());
    if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
      root.addSubcommand(COMMANDS.get(arguments[0]).apply(environment));
    } else {
      COMMANDS.values().forEach(maker -> root.addSubcommand(maker.apply(environment)));
      root.addSubcommand(completion());
    }
    inOurOrder(root);
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

  /// Lists options in the order that the classes tell, which is that of the computation.
  private static void inOurOrder(CommandLine line) {
    for (var command : line.getSubcommands().values()) {
      command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
      inOurOrder(command);
    }
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
