package kelvin.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.engine.ContinuationText;
import kelvin.text.Span;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.text.PromptArea;
import kelvin.ui.text.TokenNumbers;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these tests fail, playing behind a long text stutters, or the text on show is not the one
/// that was drawn.
class PlayedTextFxTest {

  private static final long MILLISECOND = 1_000_000;

  private final AtomicLong now = new AtomicLong(5_000 * MILLISECOND);
  private final FakePacer pacer = new FakePacer();
  private PromptViewModel viewModel;
  private PromptArea area;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    viewModel = Fx.get(() -> new PromptViewModel(Runnable::run, Runnable::run, Runnable::run));
    area = Fx.get(PromptArea::new);
    Fx.run(
        () -> {
          new PlayedText(viewModel, area, pacer, now::get);
          viewModel.currentProperty().set(true);
        });
    now.addAndGet(1_000 * MILLISECOND);
  }

  /// Draws tokens until there are so many, and returns what the editor shows then.
  private String draw(int count) {
    return Fx.get(
        () -> {
          var spans = new ArrayList<Span>();
          var words = new ArrayList<ShownContinuation.Word>();
          for (int i = 0; i < count; i++) {
            spans.add(new Span(i, i + 1));
            words.add(new ShownContinuation.Word(i, new TokenNumbers(1, 1, 1), _ -> "a letter"));
          }
          var text = new ContinuationText("abcdefgh".substring(0, count), spans);
          viewModel.follow(new ShownContinuation(text, words));
          return shown();
        });
  }

  private String shown() {
    assertEquals(area.continuationProperty().get().length(), area.tokensProperty().get().size());
    return area.continuationProperty().get();
  }

  private void play(boolean playing) {
    Fx.run(() -> viewModel.playingProperty().set(playing));
  }

  @Test
  void aTokenThatIsDrawnAloneIsShownAtOnce() {
    assertEquals(List.of("a", "ab", "abc"), List.of(draw(1), draw(2), draw(3)));
  }

  @Test
  void tokensThatArePlayedAreShownThirtyTimesASecond() {
    play(true);
    now.addAndGet(40 * MILLISECOND);
    assertEquals("a", draw(1));

    now.addAndGet(8 * MILLISECOND);
    assertEquals("a", draw(2));
    now.addAndGet(8 * MILLISECOND);
    assertEquals("a", draw(3));

    now.addAndGet(18 * MILLISECOND);
    Fx.run(pacer::pass);
    assertEquals("abc", shown());
    now.addAndGet(8 * MILLISECOND);
    assertEquals("abc", draw(4));
  }

  @Test
  void slowPlayingShowsEachTokenAtOnce() {
    play(true);
    for (int count = 1; count <= 3; count++) {
      now.addAndGet(50 * MILLISECOND);
      assertEquals("abc".substring(0, count), draw(count));
    }
  }

  @Test
  void theLastTokenIsThereWhenPlayingEnds() {
    play(true);
    draw(1);
    draw(2);

    play(false);

    assertEquals("ab", shown());
    Fx.run(pacer::pass);
    assertEquals("ab", shown());
  }

  @Test
  void aTokenThatIsLookedAtIsOnShow() {
    play(true);
    draw(1);
    draw(2);

    Fx.run(() -> viewModel.selectedTokenProperty().set(1));

    assertEquals("ab", shown());
    assertEquals(1, area.selectedTokenProperty().get());
  }

  @Test
  void anOldTextIsNotShownAsThePresentOne() {
    play(true);
    draw(1);
    draw(2);

    Fx.run(() -> viewModel.currentProperty().set(false));

    assertEquals("ab", shown());
    assertEquals(false, area.currentProperty().get());
  }
}
