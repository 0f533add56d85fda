package kelvin.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.CompositionOptions;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.TaskSource;
import kelvin.cli.output.PromptCheck;
import kelvin.cli.output.TextTable;
import kelvin.engine.label.LabelFit;
import kelvin.experiment.FixEffects;
import kelvin.experiment.LintQuestion;
import kelvin.experiment.TrialQuestion;
import kelvin.inference.ModelLoadException;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.task.TaskLibrary;
import kelvin.text.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin prompt`: the prompt of a task, exactly as the model gets it.
@Command(
    name = "prompt",
    header = "Write the prompt of a task, exactly as the model gets it.",
    description = {
      "",
      "Nothing is added behind the prompt, not even a line break, so that it can be piped:",
      "  kelvin prompt capitals --shots 3 | kelvin next --prompt-file -",
      "",
      "--check looks for what is often wrong with a prompt and measures what each fix does to the",
      "probability of the right answer; without one, to that of the first label, and without labels",
      "to that of the most probable next token. A fix that compares the labels in another way is",
      "measured by the right answer's share among them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin prompt sums-with-a-tilde --shots 2",
      "  kelvin prompt my-task.json --shots 4 --order shuffled --seed 7",
      "  kelvin prompt sentiment --shots 4 --check",
      "  kelvin prompt --list"
    })
final class PromptCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A task file, or the name of a task that comes with Kelvin.")
  private String file = "";

  @Option(names = "--list", description = "List the tasks that come with Kelvin.")
  private boolean list;

  @Mixin private CompositionOptions composition = new CompositionOptions();

  @Option(names = "--check", description = "Say what may be wrong with the prompt.")
  private boolean check;

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  PromptCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var out = environment.streams().out();
    if (list) {
      printTasks();
      return ExitCode.DONE;
    }
    if (file.isEmpty()) {
      throw new UsageException("name a task file, or see --list");
    }
    if (model.isGiven() && !check) {
      throw new UsageException("a prompt needs no model: leave out --model, or add --check");
    }
    var trial = composition.trial(TaskSource.read(file));
    if (check) {
      check(trial);
    } else if (json.isGiven()) {
      write(new Json(out), trial);
    } else {
      out.print(trial.prompt().render());
      out.flush();
    }
    return ExitCode.DONE;
  }

  private void printTasks() {
    var table = new TextTable(TextTable.Column.left("task"), TextTable.Column.left("what it is"));
    for (var name : TaskLibrary.names()) {
      table.row(name, TaskLibrary.find(name).orElseThrow().notes().name());
    }
    table.print(environment.streams().out());
    environment.streams().out().flush();
  }

  private static void write(Json json, Trial trial) throws IOException {
    json.document(
        () -> {
          json.member("prompt", trial.prompt().render());
          json.array("labels", () -> writeLabels(json, trial));
          if (trial.answerName().isPresent()) {
            json.member("answer", trial.answerName().get());
          } else {
            json.missing("answer");
          }
          if (trial.prompt() instanceof FewShotPrompt prompt) {
            json.member("shots", prompt.shown().size());
            json.array("examples", () -> writeExamples(json, prompt));
          }
        });
  }

  private static void writeLabels(Json json, Trial trial) throws IOException {
    List<String> texts = trial.continuations();
    for (int i = 0; i < texts.size(); i++) {
      int at = i;
      json.object(
          () -> {
            json.member("label", trial.names().get(at));
            json.member("text", texts.get(at));
          });
    }
  }

  private static void writeExamples(Json json, FewShotPrompt prompt) throws IOException {
    for (var example : prompt.shown()) {
      json.object(
          () -> {
            json.member("x", example.input());
            json.member("y", example.output());
          });
    }
  }

  private void check(Trial trial) throws ModelLoadException, IOException {
    var start = startToken.choice();
    try (var loaded = model.open(environment)) {
      if (!trial.labels().isEmpty()) {
        // Here nothing else says why labels cannot be scored.
        LabelFit.of(loaded, TrialQuestion.of(trial, start));
      }
      var cancellation = environment.cancellation();
      var question = LintQuestion.of(trial, start, loaded, cancellation);
      var checked = new PromptCheck(FixEffects.measured(question, loaded, cancellation));
      var out = environment.streams().out();
      if (json.isGiven()) {
        checked.write(new Json(out));
      } else {
        checked.print(out);
      }
    }
  }
}
