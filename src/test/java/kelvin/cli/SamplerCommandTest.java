package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplerCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"hf", "llama.cpp", "vllm"})
  void aFileThatItWritesIsTheSameChainWhenRead(String preset, @TempDir Path folder)
      throws Exception {
    var written =
        CliRun.of(
                "sampler",
                "--preset",
                preset,
                "--logit-bias",
                "3=-1.5",
                "--logit-bias",
                "4=-inf",
                "--eta-cutoff",
                "0.01")
            .out();
    var file = Files.writeString(folder.resolve("chain.json"), written);

    var again = CliRun.of("sampler", "--sampler-file", file.toString()).out();

    assertEquals(JsonParser.parseString(written), JsonParser.parseString(again));
    assertTrue(written.contains("\"version\":1"));
  }

  @Test
  void anOptionKeepsWhatItDoesNotSayOfAStageInAFile(@TempDir Path folder) throws Exception {
    var written =
        CliRun.of("sampler", "--preset", "llama.cpp").out().replace("\"least\":1", "\"least\":3");
    var file = Files.writeString(folder.resolve("chain.json"), written);

    var changed =
        CliRun.of(
                "sampler",
                "--sampler-file",
                file.toString(),
                "--top-p=0.8",
                "--min-p=0.1",
                "--top-k=7")
            .out();

    assertTrue(written.contains("\"least\":3"), written);
    assertFalse(changed.contains("\"least\":1"), changed);
    assertTrue(changed.contains("\"ties\":\"exact\""), changed);
  }

  @Test
  void writesTheSettingsOfAToolAndWhatItCannotDo() {
    var outcome =
        CliRun.of("sampler", "--top-n-sigma", "1", "--temperature", "0.7", "--as", "transformers");

    assertEquals(ExitCode.DONE, outcome.code());
    assertTrue(outcome.out().contains("temperature=0.7"));
    assertEquals("transformers has no top-n-sigma: it is left out.\n", outcome.err());
  }

  @Test
  void saysWhichSettingsContradictEachOther() {
    var outcome = CliRun.of("sampler", "--top-k", "1", "--top-p", "0.9");

    assertEquals(ExitCode.DONE, outcome.code());
    assertEquals("top-k 1 leaves one token, so top-p does nothing.\n", outcome.err());
  }

  @Test
  void refusesAToolThatItDoesNotKnow() {
    var outcome = CliRun.of("sampler", "--as", "ollama");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("transformers, llama.cpp, vllm or json"));
  }
}
