package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.DrawMode;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.label.Normalization;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.Example;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.task.TaskLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Undo and redo cover everything that the user does. Runs without the toolkit.
class UndoTest {

  @TempDir private Path folder = Path.of("");
  private SessionBench bench = new SessionBench(Path.of(""));

  @BeforeEach
  void openAWindow() {
    bench = SessionBench.withModel(folder);
  }

  @Test
  void everyActHasItsNameAndIsUndoneAndRedone() {
    var prompt = bench.playground.prompt();
    var fewShot = prompt.fewShot();
    var sampling = bench.playground.sampling();
    var acts = new ArrayList<Runnable>();
    var names = new ArrayList<String>();
    add(acts, names, "typing", () -> prompt.textProperty().set("Once u"));
    add(acts, names, "generating", () -> bench.playground.generation().step());
    add(acts, names, "generating", () -> bench.playground.generation().step());
    add(acts, names, "going back", () -> bench.playground.generation().back());
    add(acts, names, "forced token", () -> bench.playground.distribution().force(5));
    add(acts, names, "temperature", () -> sampling.temperatureProperty().set(0.3));
    add(acts, names, "top-p", () -> sampling.topPProperty().set(0.8));
    add(acts, names, "sampling", sampling::reset);
    add(acts, names, "seed", () -> sampling.seedProperty().set(9L));
    add(acts, names, "draw mode", () -> sampling.modeProperty().set(DrawMode.GREEDY));
    add(acts, names, "start token", () -> prompt.startTokenChoiceProperty().set(StartToken.NEVER));
    add(
        acts,
        names,
        "change to few-shot",
        () -> prompt.compositionProperty().set(Composition.FEW_SHOT));
    add(acts, names, "shots", () -> fewShot.shotsProperty().set(3));
    add(acts, names, "moving an example", () -> fewShot.move(fewShot.rows().get(1), -1));
    add(acts, names, "muting an example", () -> fewShot.rows().get(2).usedProperty().set(false));
    add(acts, names, "editing an example", () -> fewShot.rows().get(0).inputProperty().set("a"));
    add(acts, names, "removing an example", () -> fewShot.remove(fewShot.rows().get(0)));
    add(acts, names, "layout", () -> fewShot.layoutProperty().set(Layout.ALL.getLast()));
    add(acts, names, "test input", () -> fewShot.questionProperty().set("sad"));
    add(acts, names, "instruction", () -> fewShot.instructionProperty().set("Do."));
    add(acts, names, "adding an example", fewShot::add);
    add(acts, names, "shuffling", fewShot::shuffle);
    var two = List.of(new Example("a", "b"), new Example("c", "d"));
    add(acts, names, "adding examples", () -> fewShot.addAll(two));
    var composer = prompt.composer();
    var answers = composer.answers();
    add(acts, names, "adding a label", () -> answers.add("yes"));
    add(acts, names, "right answer", () -> answers.chooseRight("yes"));
    add(acts, names, "what ends the labels", () -> answers.close(true));
    var labels = bench.playground.labels();
    add(
        acts,
        names,
        "normalisation",
        () -> labels.normalizationProperty().set(Normalization.CONTEXTUAL));
    add(acts, names, "content-free inputs", () -> labels.contentFreeProperty().set(List.of("?")));
    add(acts, names, "removing a label", () -> answers.remove("yes"));
    add(
        acts,
        names,
        "change to zero-shot",
        () -> prompt.compositionProperty().set(Composition.ZERO_SHOT));
    add(
        acts,
        names,
        "kind of task",
        () -> composer.zeroShot().kindProperty().set(ZeroShotKind.CLOZE));
    add(acts, names, "template", () -> composer.zeroShot().templateProperty().set("{x}!"));
    add(acts, names, "input", () -> composer.zeroShot().inputProperty().set("snow"));
    var task = TaskLibrary.find("opposites").orElseThrow();
    add(acts, names, "task “Opposites”", () -> prompt.tasks().open(task));
    add(acts, names, "change to text", () -> prompt.compositionProperty().set(Composition.TEXT));
    var state = new SessionState(bench.playground);
    var states = new ArrayList<>(List.of(state.work()));
    for (int i = 0; i < acts.size(); i++) {
      bench.act(acts.get(i));
      assertEquals(names.get(i), bench.session.undoNameProperty().get());
      states.add(state.work());
    }

    for (int i = acts.size() - 1; i >= 0; i--) {
      assertEquals(names.get(i), bench.session.undoNameProperty().get());
      bench.act(bench.session::undo);
      assertEquals(states.get(i), state.work(), "before " + names.get(i));
    }
    assertEquals("", bench.session.undoNameProperty().get());

    for (int i = 0; i < acts.size(); i++) {
      assertEquals(names.get(i), bench.session.redoNameProperty().get());
      bench.act(bench.session::redo);
      assertEquals(states.get(i + 1), state.work(), "after " + names.get(i));
    }
    assertEquals("", bench.session.redoNameProperty().get());
  }

  private static void add(List<Runnable> acts, List<String> names, String name, Runnable act) {
    acts.add(act);
    names.add(name);
  }

  @Test
  void theWayOfASliderIsOneChange() {
    for (double temperature = 1; temperature > 0.2; temperature -= 0.01) {
      bench.playground.sampling().temperatureProperty().set(temperature);
      bench.run();
    }

    bench.act(bench.session::undo);

    assertEquals(1, bench.playground.sampling().temperatureProperty().get());
  }

  @Test
  void typingAfterTokensWereGeneratedIsUndoneWithThem() {
    bench.step();
    bench.step();
    var tokens = bench.tokens();
    for (var text : List.of("Once ", "Once u", "Once up")) {
      bench.playground.prompt().textProperty().set(text);
      bench.run();
    }
    assertEquals(List.of(), bench.tokens());

    bench.act(bench.session::undo);

    assertEquals("Once", bench.text());
    assertEquals(tokens, bench.tokens());
    assertEquals("", bench.notice());
  }

  @Test
  void stepsThatArePlayedAreUndoneAtOnceAndSingleOnesOneByOne() {
    bench.playground.generation().step();
    bench.run();
    bench.playground.generation().step();
    bench.run();

    bench.session.undo();
    bench.run();

    assertEquals(1, bench.tokens().size());
  }

  @Test
  void tokensOfAModelThatIsNoLongerOpenArePutAsideWhenUndoReachesThem() {
    bench.step();
    bench.act(() -> bench.openModel(new FakeLanguageModel(300)));
    bench.type("Twice");

    bench.act(bench.session::undo);
    bench.act(bench.session::undo);

    assertEquals("Once", bench.text());
    assertEquals(1, bench.session.branches().size());
  }
}
