package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoader;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a script gets another prompt than the model's own template makes, or one with two
/// start tokens.
final class TemplateCommandTest {

  private static final String TEMPLATE =
      "{{ bos_token }}{% for m in messages %}{{ m.role[0] }}:{{ m.content }};{% endfor %}"
          + "{{ 'a:' if add_generation_prompt }}{{ ' ' ~ mood if mood is defined }}"
          + "{{ ' tools ' ~ tools | length if tools }}";

  @TempDir Path folder;
  private String file = "";

  /// A model with two templates, whose start token is a letter so that it can be counted.
  private static final class Chatty implements ModelLoader {

    @Override
    public LoadedModel load(Path folder, Cancellation cancellation) {
      return CliRun.model(List.of(0), () -> {}, 0);
    }

    @Override
    public ChatTemplates chatTemplates(Path folder) {
      return new ChatTemplates(
          folder,
          List.of(
              new ChatTemplate("default", Path.of("chat.jinja"), TEMPLATE),
              new ChatTemplate(
                  "rag", Path.of("rag.jinja"), "{{ raise_exception('No documents') }}"),
              new ChatTemplate("bad", Path.of("bad.jinja"), "a\n{{ 'a' + 1 }}")),
          Map.of("bos_token", "B"));
    }
  }

  @BeforeEach
  void writeMessages() throws IOException {
    file = write("chat.json", "[{\"role\": \"user\", \"content\": \"Hi\"}]");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static CliRun.Outcome run(String... arguments) {
    return new CliRun().models(new Chatty()).run(arguments);
  }

  @Test
  void printsTheTextAndNothingElse() {
    assertEquals(
        new CliRun.Outcome(ExitCode.DONE, "Bu:Hi;a:", ""), run("template", "--messages", file));
  }

  @Test
  void theAnswersBeginningCanBeLeftOut() {
    assertEquals("Bu:Hi;", run("template", "--messages", file, "--no-generation-prompt").out());
  }

  @ParameterizedTest
  @CsvSource({"mood=calm, ' calm'", "mood=true, ' True'", "mood=1.50, ' 1.5'", "mood=a=b, ' a=b'"})
  void aSettingIsJsonOrText(String setting, String end) {
    assertEquals("Bu:Hi;a:" + end, run("template", "--messages", file, "--set", setting).out());
  }

  @Test
  void aSettingNeedsAName() {
    assertEquals(ExitCode.USAGE, run("template", "--messages", file, "--set", "=1").code());
  }

  @Test
  void toolsAreReadFromAFile() throws IOException {
    var tools = write("tools.json", "[{}, {}]");
    assertEquals("Bu:Hi;a: tools 2", run("template", "--messages", file, "--tools", tools).out());
    assertEquals(
        ExitCode.UNUSABLE,
        run("template", "--messages", file, "--tools", write("no.json", "{}")).code());
  }

  @Test
  void anObjectHasWhatTheTemplateKnowsBesideTheMessages() throws IOException {
    var object =
        write(
            "object.json",
            "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], \"tools\": [1],"
                + " \"add_generation_prompt\": false, \"chat_template_kwargs\": {\"mood\": \"ok\"}}");
    assertEquals("Bu:Hi; ok tools 1", run("template", "--messages", object).out());
  }

  @Test
  void theMessagesCanNameTheirTemplate() throws IOException {
    var named = write("named.json", "{\"messages\": [], \"chat_template_name\": \"rag\"}");
    assertTrue(run("template", "--messages", named).err().contains("No documents"));
    assertTrue(run("next", "--messages", named).err().contains("No documents"));
    assertEquals("Ba:", run("template", "--messages", named, "--name", "default").out());
  }

  @Test
  void messagesComeFromStandardInputToo() {
    var outcome =
        new CliRun()
            .models(new Chatty())
            .input("[]".getBytes(StandardCharsets.UTF_8))
            .run("template", "--messages", "-");
    assertEquals("Ba:", outcome.out());
  }

  @Test
  void jsonSaysWhichTemplateItWas() {
    var json = run("template", "--messages", file, "--json").json();
    assertEquals("default", json.get("template").getAsString());
    assertEquals("chat.jinja", json.get("file").getAsString());
    assertEquals("Bu:Hi;a:", json.get("text").getAsString());
  }

  @Test
  void theTemplatesRefusalIsGivenInItsWords() {
    var outcome = run("template", "--messages", file, "--name", "rag");
    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(
        "kelvin: The chat template refuses these messages: No documents (rag.jinja, line 1 of the"
            + " template)"
            + System.lineSeparator(),
        outcome.err());
  }

  @Test
  void aFailureSaysWhereInTheTemplateItIs() {
    var outcome = run("template", "--messages", file, "--name", "bad");
    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("bad.jinja"), outcome.err());
    assertTrue(outcome.err().contains("line 2, operator +"), outcome.err());
  }

  @Test
  void aModelWithoutATemplateSaysSo() {
    var outcome = CliRun.of("template", "--messages", file);
    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("this model has no chat template"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      5          | There are no messages
      {"a": 1}   | There are no messages
      ["a"]      | Message 1 is no object
      [          | this is not readable JSON
      """)
  void wrongMessagesAreNamed(String content, String words) throws IOException {
    var outcome = run("template", "--messages", write("wrong.json", content));
    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains(words), outcome.err());
  }

  @Test
  void theTemplatesTextGetsNoSecondStartToken() {
    var tokens = run("next", "--messages", file, "--json").json().getAsJsonArray("context");
    assertEquals("Bu:Hi;a:".length(), tokens.size());
    assertEquals("B", tokens.get(0).getAsJsonObject().get("token").getAsString());
  }

  @Test
  void aStartTokenCannotBeAskedForBesideATemplate() {
    for (var command : List.of("next", "score", "generate", "answers")) {
      var outcome = run(command, "--messages", file, "--start-token", "always");
      assertEquals(ExitCode.USAGE, outcome.code(), command);
      assertTrue(outcome.err().contains("writes the start token"), outcome.err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "next",
    "score",
    "generate --max-tokens 2",
    "expand --depth 1",
    "answers",
    "probability --text b",
    "label --labels x,y"
  })
  void everyCommandWithAPromptTakesMessages(String command) {
    var arguments = new java.util.ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--messages", file, "--json"));
    var outcome = run(arguments.toArray(String[]::new));
    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
  }
}
