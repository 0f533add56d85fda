package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The start token before a prompt, and prompts of models that have no tokenizer.
final class StartTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"auto", "always"})
  void aStartTokenStandsBeforeThePrompt(String when) {
    assertEquals(List.of(0, 'a' + 1), contextIds("--prompt", "a", "--start-token", when));
  }

  @Test
  void theStartTokenCanBeLeftOut() {
    assertEquals(List.of('a' + 1), contextIds("--prompt", "a", "--start-token", "never"));
  }

  @Test
  void noStartTokenCanBeAskedForWhereNoneIsNamed() {
    var run =
        new CliRun()
            .models((_, _) -> CliRun.model(List.of(), () -> {}, 0))
            .run("next", "--prompt", "a", "--start-token", "always");

    assertEquals(ExitCode.UNUSABLE, run.code());
    assertTrue(run.err().contains("name no start token"), run.err());
  }

  @Test
  void anotherWordIsRefused() {
    var run = CliRun.of("score", "--start-token", "often", "a");

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("auto, always, never; was 'often'"), run.err());
  }

  @Test
  void idsGetNoStartToken() {
    var run = CliRun.of("next", "--prompt-ids", "5", "--start-token", "always");

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("taken as they are"), run.err());
  }

  @Test
  void idsAreAPromptWithoutATokenizer() {
    var run =
        new CliRun()
            .models((_, _) -> CliRun.withoutTokenizer())
            .run("next", "--prompt-ids", "5,7", "--json");

    assertEquals(ExitCode.DONE, run.code(), run.err());
    var first = run.json().getAsJsonArray("context").get(0).getAsJsonObject();
    assertEquals("5", first.get("token").getAsString());
  }

  @Test
  void textIsNoPromptWithoutATokenizer() {
    var run = new CliRun().models((_, _) -> CliRun.withoutTokenizer()).run("score", "a");

    assertEquals(ExitCode.UNUSABLE, run.code());
    assertTrue(run.err().contains("no tokenizer, so text cannot be encoded"), run.err());
  }

  @Test
  void inspectSaysThatThereIsNoTokenizer() {
    var run = new CliRun().models((_, _) -> CliRun.withoutTokenizer()).run("inspect");

    assertTrue(run.out().contains("warning: There is no tokenizer"), run.out());
  }

  private static List<Integer> contextIds(String... prompt) {
    var arguments = new java.util.ArrayList<>(List.of("next", "--json"));
    arguments.addAll(List.of(prompt));
    return CliRun.of(arguments.toArray(String[]::new))
        .json()
        .getAsJsonArray("context")
        .asList()
        .stream()
        .map(token -> token.getAsJsonObject().get("id").getAsInt())
        .toList();
  }
}
