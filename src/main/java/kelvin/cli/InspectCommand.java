package kelvin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.output.ModelText;
import kelvin.inference.ModelLoadException;
import kelvin.inference.report.ModelFacts;
import kelvin.inference.report.ModelJson;
import kelvin.inference.report.ModelReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin inspect`: what a model is.
@Command(
    name = "inspect",
    header = "Say what a model is: files, inputs and outputs, tokenizer, load probes.",
    footer = {"", "Example:", "  kelvin inspect --model path/to/model-folder"})
final class InspectCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  InspectCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var out = environment.streams().out();
    try (var loaded = model.open(environment)) {
      var facts = ModelFacts.of(loaded);
      if (json.isGiven()) {
        new ModelJson(out, facts).write();
      } else {
        new ModelText(out, ModelReport.of(facts)).print();
      }
    }
    return ExitCode.DONE;
  }
}
