package kelvin.prompt.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kelvin.prompt.Example;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFileTest {

  private static final String WHOLE =
      """
      {
        "kelvin": "task", "version": 1, "name": "Sentiment", "description": "d", "source": "s",
        "zeroShot": {"kind": "classification", "template": "{x} Sentiment:"},
        "instruction": "Classify.",
        "layout": {"template": "{x} -> {y}", "separator": "\\n\\n"},
        "labels": ["good", "bad"],
        "examples": [{"x": "Fine.", "y": "good"}, {"x": "Poor.", "y": "bad", "use": false}],
        "tests": [{"x": "Nice.", "y": "good"}, {"x": "Odd."}]
      }
      """;

  private static Task parse(String text) throws TaskFileException {
    return TaskFile.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEveryMember() throws Exception {
    var task = parse(WHOLE);

    assertEquals(new TaskNotes("Sentiment", "d", "s"), task.notes());
    assertEquals(ZeroShotKind.CLASSIFICATION, task.templates().zeroShot().orElseThrow().kind());
    assertEquals("Classify.", task.templates().instruction());
    assertEquals(Layout.of("{x} -> {y}", "\n\n"), task.templates().layout());
    assertEquals(List.of("good", "bad"), task.labels());
    assertEquals(
        List.of(new Example("Fine.", "good", true), new Example("Poor.", "bad", false)),
        task.examples());
    assertEquals(
        List.of(
            new TestInput("Nice.", Optional.of("good")), new TestInput("Odd.", Optional.empty())),
        task.tests());
  }

  /// Only the placeholders of a template would be filled; other braces are text.
  @Test
  void anInstructionWithBracesStaysInThePromptInWords() throws Exception {
    assertEquals(
        "Answer as JSON: {\"a\": 1}\n\nNice. ->", inWords("Answer as JSON: {\\\"a\\\": 1}"));
    assertEquals("Nice. ->", inWords("Fill {x}."));
  }

  private static String inWords(String instruction) throws TaskFileException {
    var template =
        "\"zeroShot\": {\"kind\": \"classification\", \"template\": \"{x} Sentiment:\"},";
    var task = parse(WHOLE.replace(template, "").replace("Classify.", instruction));
    return task.zeroShot(task.firstTest()).render();
  }

  @Test
  void composesTheThreeWays() throws Exception {
    var task = parse(WHOLE.replace("\"labels\"", "\"text\": \"Once\", \"labels\""));

    assertEquals(
        "Classify.\n\nFine. -> good\n\nNice. ->", task.fewShot(8, task.firstTest()).render());
    assertEquals("Nice. Sentiment:", task.zeroShot(task.firstTest()).render());
    assertEquals("Once", task.free().render());
    assertEquals(task.fewShot(2, task.firstTest()), task.firstPrompt());
    assertEquals(
        List.of(" good", " bad"), task.trial(task.firstPrompt(), task.firstTest()).continuations());
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    var task = parse(WHOLE);

    assertEquals(task, parse(TaskFile.write(task)));
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    assertEquals(parse(WHOLE), parse("\uFEFF" + WHOLE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"good\", \"bad\"'|'\"good\", \"good\"'|labels[1]: the label 'good' stands here twice.",
        "'\"good\", \"bad\"'|'\"good\", \"\"'|labels[1]: this text is empty.",
        "'\"x\": \"Fine.\"'|'\"x\": 5'|examples[0].x: this must be a text in quotation marks.",
        "'\"x\": \"Fine.\", '|''|examples[0]: an example has an x, the input, and a y",
        "'\"use\": false'|'\"use\": 0'|examples[1].use: this must be true or false.",
        "'\"tests\"'|'\"test\"'|test: there is no member of this name here. The members are",
        "'{x} -> {y}'|'{y}'|layout.template: a layout needs {x}",
        "'{x} Sentiment:'|'Sentiment:'|zeroShot.template: a zero-shot template needs {x}",
        "'classification'|'riddle'|zeroShot.kind: there is no kind 'riddle'. The kinds are question",
        "'\"version\": 1'|'\"version\": 2'|version: this file is of version 2, and this Kelvin reads",
        "'\"version\": 1'|'\"version\": 1e999'|version: this file is of version 1e999",
        "'\"version\": 1, '|''|the file has no version. Add \"version\": 1.",
        "'\"task\"'|'\"session\"'|kelvin: this is a file of another kind, 'session'.",
        "'\"name\": \"Sentiment\", '|''|the file has no name.",
        "'\"name\"'|'\"source\": \"\", \"name\"'|source: this member stands here twice.",
        "'\"d\"'|'d'|line 2 column",
      })
  void mistakesAreToldWithTheirPlace(String right, String wrong, String beginning) {
    assertTrue(WHOLE.contains(right), right);

    var e = assertThrows(TaskFileException.class, () -> parse(WHOLE.replace(right, wrong)));

    assertTrue(String.valueOf(e.getMessage()).startsWith(beginning), e.getMessage());
  }

  @Test
  void aTaskWithoutAnyPromptIsRefused() {
    var e =
        assertThrows(
            TaskFileException.class,
            () -> parse("{\"kelvin\": \"task\", \"version\": 1, \"name\": \"n\"}"));

    assertTrue(String.valueOf(e.getMessage()).contains("text, zeroShot or examples"));
  }

  @Test
  void aFileThatIsCutOrNoTextIsRefused() {
    byte[] latin = "{\"name\": \"été\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThrows(TaskFileException.class, () -> parse(WHOLE.substring(0, 200)));
    assertThrows(TaskFileException.class, () -> parse(WHOLE + "{}"));
    assertThrows(TaskFileException.class, () -> parse(""));
    assertThrows(TaskFileException.class, () -> parse("[".repeat(100_000)));
    var e = assertThrows(TaskFileException.class, () -> TaskFile.parse(latin));
    assertTrue(String.valueOf(e.getMessage()).startsWith("this is not UTF-8 text."));
  }

  @Test
  void damagedFilesAreReadOrRefusedInWords() {
    var random = new Random(4);
    int refused = 0;
    for (int round = 0; round < 700; round++) {
      var bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(4); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
      var damaged = java.util.Arrays.copyOf(bytes, length);
      try {
        assertFalse(TaskFile.parse(damaged).notes().name().isEmpty());
      } catch (TaskFileException e) {
        refused++;
        var message = String.valueOf(e.getMessage());
        assertTrue(message.endsWith("."), message);
        assertFalse(message.contains("Exception"), message);
      }
    }
    assertTrue(refused > 300, refused + " refused");
  }

  @Test
  void everyTaskThatComesWithKelvinOpens() throws Exception {
    var folder = Path.of(System.getProperty("kelvin.home", "."));
    var files = folder.resolve("src/main/resources/kelvin/prompt/task/library");

    var found = TaskLibrary.in(files);

    assertEquals(List.of(), found.problems());
    assertEquals(found.tasks().keySet(), new java.util.TreeSet<>(TaskLibrary.names()));
    assertTrue(TaskLibrary.names().size() >= 20);
    for (var name : TaskLibrary.names()) {
      var task = TaskLibrary.find(name).orElseThrow();
      assertEquals(found.tasks().get(name), task);
      assertFalse(task.firstPrompt().render().isBlank(), name);
      assertFalse(task.notes().description().isEmpty(), name);
      for (var test : task.tests()) {
        var answer = test.answer();
        assertTrue(
            task.labels().isEmpty() || answer.isEmpty() || task.labels().contains(answer.get()),
            name);
        assertTrue(
            task.examples().stream().noneMatch(e -> e.input().equals(test.input()))
                || name.equals("made-up-words"),
            name + " gives the answer away: " + test.input());
      }
    }
  }

  @Test
  void theNotesOwnExampleIsThere() {
    var task = TaskLibrary.find("sums-with-a-tilde").orElseThrow();

    assertEquals(
        "Q: 2 ~ 3 = ?\nA: 5\nQ: 6 ~ 7 = ?\nA: 13\nQ: 15 ~ 2 = ?\nA:",
        task.fewShot(2, task.firstTest()).render());
    assertEquals(Optional.of("17"), task.firstTest().answer());
  }

  @Test
  void aBadFileOfTheUsersHidesNoOther(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("good.json"), WHOLE);
    Files.writeString(folder.resolve("bad.json"), "{");
    Files.writeString(folder.resolve("notes.txt"), "");

    var found = TaskLibrary.in(folder);

    assertEquals(List.of("good"), List.copyOf(found.tasks().keySet()));
    assertEquals(1, found.problems().size());
    assertTrue(found.problems().getFirst().startsWith("bad.json: "));
    assertEquals(0, TaskLibrary.in(folder.resolve("none")).tasks().size());
  }

  @Test
  void aListIsALabelWithSeveralSpellingsAndATextIsTakenAsItIs() throws Exception {
    var task = parse(WHOLE.replace("[\"good\", \"bad\"]", "[[\"good\", \"Good\"], \"a|b\"]"));

    assertEquals(List.of("good|Good", "a\\|b"), task.labels());
    assertEquals(task, parse(TaskFile.write(task)));
    assertEquals(2, task.trial(task.firstPrompt(), task.firstTest()).labels().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[[\"good\", \"good\"]]; the label 'good' stands here twice",
        "[[\"a\", \"b\"], \"b\"]; the label 'b' stands here twice",
        "[[]]; this label has no spelling",
        "[[\"\"]]; this text is empty",
      })
  void aLabelWhoseSpellingsMakeNoSenseIsRefused(String labels, String words) {
    var text = WHOLE.replace("[\"good\", \"bad\"]", labels);

    var refused = assertThrows(TaskFileException.class, () -> parse(text));

    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.getMessage());
  }
}
