package kelvin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.output.ChainJson;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.export.Tool;
import kelvin.text.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin sampler`: the sampling options as a file or as the settings of another tool.
@Command(
    name = "sampler",
    header = "Write the sampling options as a file, or as code for another tool.",
    description = {
      "",
      "What the tool does otherwise, or cannot do, is said on standard error.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin sampler --preset llama.cpp --as json > chain.json",
      "  kelvin sampler --sampler-file chain.json --top-p 0.9 --as transformers"
    })
final class SamplerCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--as",
      paramLabel = "TOOL",
      description = "transformers, llama.cpp, vllm, or json for --sampler-file. Default: json.")
  private String tool = "json";

  @Mixin HelpOption help = new HelpOption();

  SamplerCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    var chain = sampling.chain();
    var out = environment.streams().out();
    if (tool.equals("json")) {
      var json = new Json(out);
      json.document(() -> new ChainJson(json).file(chain));
    } else {
      var settings = toolOf(tool).settings(chain);
      out.print(settings.code());
      out.println();
      out.flush();
      settings.differences().forEach(environment.streams().err()::println);
    }
    warn(chain);
    return ExitCode.DONE;
  }

  private void warn(SamplerChain chain) {
    var err = environment.streams().err();
    chain.contradictions().forEach(err::println);
    err.flush();
  }

  private static Tool toolOf(String label) {
    try {
      return Tool.of(label);
    } catch (IllegalArgumentException _) {
      throw new UsageException(
          "--as must be transformers, llama.cpp, vllm or json, was '" + label + "'");
    }
  }
}
