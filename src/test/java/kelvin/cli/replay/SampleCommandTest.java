package kelvin.cli.replay;

import static kelvin.cli.replay.RecordRun.objects;
import static kelvin.cli.replay.RecordRun.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `sample` on a fake model of bytes. If these fail, scripts count samples that nobody drew, or
/// miss that they do not agree with the probabilities.
final class SampleCommandTest {

  @Test
  void samplesAreCountedWithTheGreedyOneBesideThem() {
    var json =
        run("sample", "--prompt", "a", "--count", "60", "--max-tokens", "1", "--json").json();

    assertEquals(
        List.of("samples", "count", "distinct", "greedy", "fit", "runs"),
        List.copyOf(json.keySet()));
    var samples = objects(json, "samples");
    assertEquals(60, samples.stream().mapToInt(sample -> sample.get("count").getAsInt()).sum());
    assertEquals(samples.size(), json.get("distinct").getAsInt());
    assertEquals("b", json.getAsJsonObject("greedy").get("text").getAsString());
    assertEquals(1, json.get("runs").getAsInt());
    var first = samples.getFirst();
    var alone =
        run(
                "generate",
                "--prompt",
                "a",
                "--max-tokens",
                "1",
                "--seed",
                first.get("seed").getAsString(),
                "--json")
            .json();
    assertEquals(alone.get("text"), first.get("text"));
  }

  @Test
  void samplesAreSaidToAgreeOrWhyThatCannotBeKnown() {
    var many = run("sample", "--prompt", "a", "--count", "500", "--max-tokens", "1").out();
    var few = run("sample", "--prompt", "a", "--count", "3", "--max-tokens", "2").out();
    var greedy = run("sample", "--prompt", "a", "--count", "3", "--draw", "greedy").out();

    assertTrue(many.contains("Against the exact probabilities: χ² = "), many);
    assertTrue(few.contains("draw more samples, or fewer tokens."), few);
    assertTrue(greedy.contains("these settings draw no random number"), greedy);
    assertTrue(greedy.contains("3 samples, 1 different."), greedy);
  }

  @ParameterizedTest
  @CsvSource({
    "--count,0,'--count must be 1 to 1,000,000'",
    "--max-tokens,-1,--max-tokens must be 0 or more",
    "--top,-1,--top must be 0 or more"
  })
  void sampleOptionsOutOfRangeAreRefusedByName(String option, String value, String sentence) {
    var outcome = run("sample", "--prompt", "a", option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void aCancelledSampleHasItsOwnCodeAndNoHalfAnswer() {
    var outcome = new CliRun().cancelledInRun(3).run("sample", "--prompt", "a", "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("", outcome.out());
  }
}
