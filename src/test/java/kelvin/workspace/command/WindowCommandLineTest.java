package kelvin.workspace.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import kelvin.cli.CliRun;
import kelvin.cli.option.SamplingOptions;
import kelvin.distribution.FrequencyPenalty;
import kelvin.distribution.LogitTransform;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.engine.PredictionRequest;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.StartToken;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// If these fail, the command line that a user copies from the window gives another distribution
/// than the window shows.
class WindowCommandLineTest {

  private static final int CHAINS = 1000;

  @Command
  private static final class Parsed {
    @Mixin private final SamplingOptions sampling = new SamplingOptions();
  }

  @Test
  void generatedTokensCountAsOutputAfterAPromptThatCannotBeAWord() {
    var chain = SamplerChain.of(new FrequencyPenalty(2, PenaltyScope.OUTPUT));

    var words = words("a\0b", List.of(100), chain);

    assertTrue(words.contains("--prompt-ids=0,98,1,99"), words.toString());
    assertEquals(
        candidates(
            List.of("next", "--prompt", "a\0b", "--generated-ids=100", "--frequency-penalty=2")),
        candidates(words.subList(1, words.size())));
  }

  @Test
  void theOptionsMakeTheChainOfTheWindow() {
    var random = new Random(14);
    for (int i = 0; i < CHAINS; i++) {
      var chain = chain(random);
      var words = words("a", List.of(), chain);
      var options = words.stream().skip(2).filter(word -> !word.startsWith("--prompt"));

      var parsed = new Parsed();
      new CommandLine(parsed).parseArgs(options.toArray(String[]::new));

      assertEquals(effective(chain), effective(parsed.sampling.chain()), words.toString());
    }
  }

  @Test
  void aChatIsGivenAsMessagesThroughStandardInput() {
    var document = "{\"messages\":[{\"role\":\"user\",\"content\":\"it's\"}]}";
    var request = new PredictionRequest("ab", List.of(99), OptionalInt.empty(), StartToken.NEVER);
    try (var model = CliRun.model(List.of(0), () -> {}, 0)) {
      var prediction = new Predictor(model).predict(request, new Cancellation());
      var command =
          NextCommandLine.of(
              prediction, SamplerChain.of(), Optional.empty(), Optional.of(document));

      assertEquals(
          "printf %s '"
              + document.replace("'", "'\\''")
              + "' | kelvin next --messages=- --generated-ids=99",
          command.line());
    }
  }

  private static List<String> words(String prompt, List<Integer> generated, SamplerChain chain) {
    var request = new PredictionRequest(prompt, generated, OptionalInt.empty());
    try (var model = CliRun.model(List.of(0), () -> {}, 0)) {
      var prediction = new Predictor(model).predict(request, new Cancellation());
      return NextCommandLine.of(prediction, chain, Optional.empty()).words();
    }
  }

  private static JsonElement candidates(List<String> words) {
    var all = Stream.concat(words.stream(), Stream.of("--all", "--json")).toArray(String[]::new);
    return CliRun.of(all).json().get("candidates");
  }

  /// Up to four stages, in any order, with the values and the rules of any engine.
  private static SamplerChain chain(Random random) {
    var stages = new ArrayList<SamplerStage>();
    for (var preset : SamplerPreset.values()) {
      preset.chain().entries().forEach(entry -> stages.add(entry.stage()));
    }
    Collections.shuffle(stages, random);
    var byKind = new LinkedHashMap<StageKind, SamplerStage>();
    stages.forEach(stage -> byKind.putIfAbsent(stage.kind(), stage));
    // What changes logits stands before what ranks them.
    var some =
        byKind.values().stream()
            .limit(random.nextInt(5))
            .sorted(Comparator.comparing(stage -> !(stage instanceof LogitTransform)));
    return SamplerChain.of(some.toArray(SamplerStage[]::new));
  }

  private static List<SamplerStage> effective(SamplerChain chain) {
    return chain.active().stream().filter(stage -> !stage.equals(new Temperature(1))).toList();
  }
}
