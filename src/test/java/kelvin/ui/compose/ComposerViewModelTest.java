package kelvin.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import kelvin.prompt.Composition;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.compose.AnswersViewModel.Answers;
import org.junit.jupiter.api.Test;

/// Tests the three ways of composing a prompt. Needs no toolkit.
class ComposerViewModelTest {

  private final SimpleStringProperty text = new SimpleStringProperty("Once");
  private final ComposerViewModel composer = new ComposerViewModel(text);

  @Test
  void changingTheWayKeepsTheWorkOfTheOthers() {
    composer.compositionProperty().set(Composition.ZERO_SHOT);
    composer.zeroShot().inputProperty().set("Who?");
    var inWords = text.get();
    composer.compositionProperty().set(Composition.FEW_SHOT);
    composer.fewShot().questionProperty().set("tall");
    var examples = text.get();

    composer.compositionProperty().set(Composition.TEXT);
    assertEquals("Once", text.get());
    text.set("Once upon");
    composer.compositionProperty().set(Composition.ZERO_SHOT);
    assertEquals(inWords, text.get());
    composer.compositionProperty().set(Composition.FEW_SHOT);
    assertEquals(examples, text.get());
    composer.compositionProperty().set(Composition.TEXT);

    assertEquals("Once upon", text.get());
    assertTrue(inWords.contains("Who?"), inWords);
    assertTrue(examples.endsWith("Q: tall\nA:"), examples);
  }

  @Test
  void theTrialIsOfTheTextThatTheModelGetsWheneverThatChanges() {
    var unequal = new ArrayList<String>();
    text.subscribe(
        (_, now) -> {
          if (!composer.trialProperty().get().prompt().render().equals(now)) {
            unequal.add(now);
          }
        });

    composer.compositionProperty().set(Composition.FEW_SHOT);
    composer.fewShot().shotsProperty().set(4);
    composer.take(TaskLibrary.find("sentiment").orElseThrow());
    composer.replaceText("free");
    composer.compositionProperty().set(Composition.ZERO_SHOT);

    assertEquals(List.of(), unequal);
  }

  @Test
  void labelsAreWrittenIntoATemplateThatAsksForThem() {
    composer.compositionProperty().set(Composition.ZERO_SHOT);
    composer.zeroShot().templateProperty().set("Is it {labels}? {x}");
    composer.zeroShot().inputProperty().set("snow");

    composer.answers().add("hot, cold");

    assertTrue(text.get().contains("hot") && text.get().contains("cold"), text.get());
    assertEquals(List.of("hot", "cold"), composer.trialProperty().get().labels());
  }

  @Test
  void aTemplateWithoutItsInputIsSaidAndTheLastOneStays() {
    composer.compositionProperty().set(Composition.ZERO_SHOT);
    composer.zeroShot().kindProperty().set(ZeroShotKind.OWN);
    composer.zeroShot().templateProperty().set("Say {x}!");
    composer.zeroShot().inputProperty().set("hello");

    composer.zeroShot().templateProperty().set("Say it!");

    assertEquals("Say hello!", text.get());
    assertTrue(composer.zeroShot().problemProperty().get().startsWith("A template needs {x}"));
  }

  @Test
  void eachKindOfTaskKeepsTheTemplateThatWasTypedForIt() {
    composer.zeroShot().templateProperty().set("Well, {x}");
    composer.zeroShot().kindProperty().set(ZeroShotKind.CLOZE);
    composer.zeroShot().kindProperty().set(ZeroShotKind.QUESTION);

    assertEquals("Well, {x}", composer.zeroShot().templateProperty().get());
  }

  @Test
  void everyTaskIsTakenWholeAndSavedAsItWas() throws Exception {
    for (var name : TaskLibrary.names()) {
      var task = TaskLibrary.find(name).orElseThrow();

      composer.take(task);
      var saved =
          TaskFile.parse(TaskFile.write(composer.asTask()).getBytes(StandardCharsets.UTF_8));

      assertEquals(task.firstPrompt().render(), text.get(), name);
      assertEquals(task.firstPrompt(), saved.firstPrompt());
      assertEquals(task.notes(), saved.notes());
      assertEquals(task.tests(), saved.tests());
    }
  }

  @Test
  void inWordsATaskAsksWhatItsExamplesAsk() {
    composer.zeroShot().inputProperty().set("What is the capital of France?");
    var task = TaskLibrary.find("sums-with-a-tilde").orElseThrow();

    composer.take(task);
    composer.compositionProperty().set(Composition.ZERO_SHOT);

    assertEquals("Q: 15 ~ 2 = ?\nA:", text.get());
    assertEquals(List.of("17"), composer.trialProperty().get().labels());
  }

  @Test
  void anotherTestInputBringsItsRightAnswer() {
    var task = TaskLibrary.find("opposites").orElseThrow();
    composer.take(task);
    var other = task.tests().get(1);

    composer.ask(other);

    assertTrue(text.get().contains(other.input()), text.get());
    assertEquals(other.answer(), composer.trialProperty().get().answer());
    assertEquals(1, composer.trialProperty().get().labels().size());
  }

  @Test
  void anExampleIsMovedMutedShuffledAndNothingIsLost() {
    var fewShot = composer.fewShot();
    composer.compositionProperty().set(Composition.FEW_SHOT);
    fewShot.shotsProperty().set(4);
    var before = fewShot.promptProperty().get();

    fewShot.shuffle();

    assertEquals(before.shuffled(1), fewShot.promptProperty().get());
    assertEquals(2, fewShot.seedProperty().get());
    assertEquals(before.shuffled(1).render(), text.get());
    fewShot.rows().getFirst().usedProperty().set(false);
    assertEquals(3, fewShot.usedCount());
    assertEquals(4, fewShot.promptProperty().get().examples().size());
  }

  @Test
  void examplesWithLineBreaksStandAsTheyAre() {
    composer.compositionProperty().set(Composition.FEW_SHOT);
    composer.fewShot().replaceAll(List.of(new Example("a\nb", "c"), new Example("{y}", "{x}")));
    composer.fewShot().shotsProperty().set(2);

    assertEquals("Q: a\nb\nA: c\nQ: {y}\nA: {x}\nQ: happy\nA:", text.get());
  }

  @Test
  void soManyExamplesAreShownAsTheWindowCanShow() {
    var many = new ArrayList<Example>();
    for (int i = 0; i < 100_000; i++) {
      many.add(new Example("input " + i, "output " + i));
    }
    composer.compositionProperty().set(Composition.FEW_SHOT);

    composer.fewShot().addAll(many);
    assertEquals(2, composer.fewShot().promptProperty().get().shown().size());
    composer.fewShot().shotsProperty().set(100_000);

    var prompt = composer.fewShot().promptProperty().get();
    assertEquals(100_004, prompt.examples().size());
    assertEquals(composer.fewShot().maxShots(), prompt.shown().size());
    assertTrue(prompt.shown().size() > 3_000);
    assertTrue(text.get().length() < 2 * FewShotViewModel.MAX_CHARACTERS);
  }

  @Test
  void labelsThatAreEmptyOrThereAlreadyAreRefusedInWords() {
    var answers = composer.answers();
    assertTrue(answers.add("yes, no"));

    assertTrue(!answers.add(" "));
    assertTrue(answers.problemProperty().get().startsWith("A label must not be empty"));
    assertTrue(!answers.add("maybe, yes"));
    assertTrue(answers.problemProperty().get().contains("“yes” already"));
    assertEquals(List.of("yes", "no"), answers.answersProperty().get().labels());

    answers.chooseRight("no");
    answers.remove("no");
    assertEquals(
        new Answers(List.of("yes"), Optional.empty(), false), answers.answersProperty().get());
    assertEquals("", answers.problemProperty().get());
  }

  @Test
  void aLayoutOfTheUsersIsTakenWhenItHolds() {
    composer.compositionProperty().set(Composition.FEW_SHOT);
    var layout = composer.fewShot().layout();

    layout.templateProperty().set("{x}");
    assertTrue(layout.problemProperty().get().startsWith("A layout needs {x}"));
    assertEquals("Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:", text.get());
    layout.templateProperty().set("{x} = {y}");
    layout.separatorProperty().set(";\t");

    assertEquals("", layout.problemProperty().get());
    assertEquals("hot = cold;\tbig = small;\thappy =", text.get());
    assertTrue(composer.trialProperty().get().prompt() instanceof FewShotPrompt);
  }
}
