package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.ModelEvent;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, tokens that were generated with one model are lost by opening another one: the
/// offer to bring them back can only refuse, and nobody is asked before they are let go.
class TokensOfAnotherModelTest {

  @TempDir private Path folder = Path.of("");
  private SessionBench bench = new SessionBench(folder);
  private final List<Path> opened = new ArrayList<>();
  private List<Integer> tokens = List.of();

  @BeforeEach
  void generateAndOpenAnotherModel() {
    bench = SessionBench.withModel(folder.resolve("autosave"));
    bench.playground.model().setOnOpen(opened::add);
    bench.step();
    bench.step();
    tokens = bench.tokens();
    bench.act(
        () ->
            bench.playground.show(
                new ModelEvent.Opened(new FakeLanguageModel().descriptor(), Vocabulary.ofIds(5))));
    assertEquals(List.of(), bench.tokens());
  }

  @Test
  void bringingThemBackOpensTheirModel() {
    bench.acceptNotice();
    assertEquals(List.of(Path.of("fake")), opened);
    assertEquals("", bench.notice());

    bench.openModel(new FakeLanguageModel());

    assertEquals(tokens, bench.tokens());
    assertEquals("Once", bench.text());
  }

  @Test
  void theyStayUnsavedWork() {
    assertTrue(bench.session.dirtyProperty().get());
    assertTrue(bench.title().startsWith("• "), bench.title());
  }

  @Test
  void aSessionThatKeepsThemIsSaved() {
    bench.questions.choose(folder.resolve("kept.kelvin"));

    bench.act(bench.session::save);

    assertFalse(bench.session.dirtyProperty().get());
  }

  @Test
  void theNoteThatTheContextIsFullGoesWithTheText() {
    var note = bench.playground.generation().noteProperty();
    bench.playground.generation().finish("the context is full");

    bench.type("Another text");

    assertEquals("", note.get());
  }
}
