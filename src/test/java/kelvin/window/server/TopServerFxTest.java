package kelvin.window.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import kelvin.app.AppAccess;
import kelvin.display.InformationUnit;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.ServedCompletions;
import kelvin.remote.fixture.TestServer;
import kelvin.ui.distribution.Plot;
import kelvin.ui.path.PathTool;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window on a server that lists only the 20 most probable tokens. If these fail, a user takes
/// a bound for a probability, draws from tokens that nobody knows, or is not told why something is
/// off.
class TopServerFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @TempDir private Path folder;
  private TestServer server;
  private LoadedModel model;
  private OpenWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    model = ModelOpener.withoutTrial(1, folder).load(AppAccess.bundledModel(), new Cancellation());
    server = TestServer.start();
    new ServedCompletions(this::logits, model.tokenizer().vocabulary()).on(server);
    var file = folder.resolve("hosted.kelvin-server");
    Files.writeString(
        file,
        "{\"address\":\"openai+http://%s\",\"tokenizer\":\"%s\"}"
            .formatted(server.host(), AppAccess.bundledModel().toAbsolutePath()));
    window = OpenWindow.onBundledModel(PROMPT, 1280, 800);
    window.open(file);
    window.waitUntil(() -> window.shown().rows() == 20);
    Fx.settle();
  }

  private synchronized float[] logits(int[] ids) {
    var rows = new ArrayList<float[]>();
    model.model().run(ids, ids.length - 1, (_, row) -> rows.add(row.clone()), new Cancellation());
    return rows.getFirst();
  }

  @AfterEach
  void closeAll() {
    window.close();
    server.close();
    model.close();
  }

  private String draw() {
    return Fx.get(() -> window.find("draw-sentence", Label.class).getText());
  }

  private boolean canStep() {
    return Fx.get(() -> !window.find("step", Button.class).isDisabled());
  }

  private void topK(int k) throws Exception {
    Fx.run(() -> window.playground().sampling().topKProperty().set(k));
    Fx.settle();
  }

  @Test
  void theListedTokensHaveBarsAndTheOthersOneBound() {
    var picture = window.shown();
    assertEquals(20, picture.rows());
    assertEquals(4096, picture.count());
    assertTrue(picture.scaledProbability(1).isExact());
    assertFalse(picture.scaledProbability(21).isExact());
    var bars = window.find("bars", TokenBars.class);
    assertEquals(
        "20",
        Fx.get(() -> String.valueOf(bars.queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT))));
    assertTrue(Fx.get(() -> window.find("bars-scroll", ScrollBar.class).getMax()) <= 20);
    var bound = picture.bounds().orElseThrow().top().bound();
    assertTrue(bound > 0 && bound < picture.scaledProbability(20).low() + 1e-12);
  }

  @Test
  void entropyAndPerplexityAreTwoBoundsAndNoValue() {
    var metrics = window.playground().sampling().metrics();
    assertTrue(Fx.get(() -> metrics.entropyProperty().get()).matches("[\\d.]+–[\\d.]+"));
    assertTrue(Fx.get(() -> metrics.perplexityProperty().get()).matches("[\\d.]+–[\\d.]+"));
    assertEquals("–", Fx.get(() -> metrics.keptProperty().get()));
  }

  @Test
  void atAnotherTemperatureTheBarsSayAtLeast() throws Exception {
    Fx.run(() -> window.playground().sampling().temperatureProperty().set(0.7));
    Fx.settle();
    assertFalse(window.shown().scaledProbability(1).isExact());
    var row = Fx.get(() -> window.find("bars", TokenBars.class).getAccessibleText());
    assertTrue(row.contains("≥"), row);
    assertEquals(
        "–", Fx.get(() -> window.playground().sampling().metrics().entropyProperty().get()));
  }

  @Test
  void nothingIsDrawnFromUnknownTokensAndTheReasonSaysWhatToSet() throws Exception {
    assertFalse(canStep());
    assertTrue(draw().startsWith("To draw, set top-k to 19 or less"), draw());

    topK(5);
    assertTrue(canStep());
    Fx.run(() -> window.playground().generation().step());
    window.waitUntil(() -> window.steps().size() == 1);
    window.waitForAnswer();

    topK(0);
    assertFalse(canStep());
    Fx.run(() -> window.playground().generation().step());
    Fx.settle();
    assertEquals(1, window.steps().size());
  }

  @Test
  void everyStageThatIsOnSaysThatItsEffectIsNotKnown() throws Exception {
    topK(5);
    Fx.run(() -> window.playground().sampling().topPProperty().set(0.9));
    Fx.settle();
    assertTrue(window.text("top-k-remark").contains("not known"), window.text("top-k-remark"));
    assertTrue(window.text("top-p-remark").contains("not known"), window.text("top-p-remark"));
    assertEquals("", window.text("top-k-line"));
  }

  @Test
  void aTextWithoutNumbersSaysWhy() {
    var scope = window.playground().prompt().numbers().scopeProperty();
    assertTrue(Fx.get(scope::get).contains("only those of what comes next are known"));
  }

  @Test
  void anExpansionThatIsRefusedIsNotSaidToGoOn() throws Exception {
    Fx.run(() -> window.playground().pages().showPaths(PathTool.EXPAND));
    Fx.settle();
    Fx.run(() -> window.find("expand", Button.class).fire());
    window.waitUntil(() -> window.text("expand-problem").contains("only the 20"));
    assertEquals("", window.text("expand-sentence"));
  }

  @Test
  void sumsOfVectorsThatTheServerDoesNotShowAreNotOffered() {
    Fx.run(() -> window.playground().pages().showEmbeddings());
    Fx.settle();
    assertTrue(Fx.get(() -> window.find("sums-measure", Button.class).isDisabled()));
  }

  @Test
  void missingMetricsHaveAReason() throws Exception {
    Fx.run(() -> window.playground().sampling().metrics().moreProperty().set(true));
    Fx.settle();
    assertEquals("–", window.text("tail-mass"));
    assertTrue(window.text("metrics-note").contains("lists only 20 tokens"));
    assertTrue(window.isShown("metrics-note"));
  }

  @Test
  void manyDrawsFromUnknownTokensSayWhatToSet() throws Exception {
    var sampling = window.playground().sampling();
    Fx.run(sampling::drawMany);
    Fx.settle();
    assertNull(Fx.get(() -> sampling.trial().trialProperty().get()));
    assertTrue(Fx.get(() -> sampling.whyNoDrawProperty().get()).contains("top-k to 19"));
    Fx.run(() -> window.find("draw-many", Button.class).fire());
    Fx.settle();
    var verdict = window.robot().lookup("#draw-verdict").queryAs(Label.class);
    assertTrue(Fx.get(verdict::getText).startsWith("To draw, set top-k to 19 or less"));
    window.robot().push(KeyCode.ESCAPE);
    topK(5);
    assertEquals("", Fx.get(() -> sampling.whyNoDrawProperty().get()));
  }

  @Test
  void theFilmInALectureSaysWhyItIsOff() throws Exception {
    window.robot().push(KeyCode.F11).clickOn("#lecture-film");
    assertTrue(window.isShown("large-film-message"));
    assertTrue(window.text("large-film-message").contains("needs all tokens"));
    assertTrue(window.isShown("lecture-no-draw"));
    assertTrue(window.text("lecture-no-draw").contains("top-k to 19 or less"));
  }

  @Test
  void aServerWhoseRunsWereNotComparedIsNotSaidToBeProved() throws Exception {
    assertTrue(window.text("status-proof").startsWith("not proved"), window.text("status-proof"));
    assertEquals("on a server", window.text("status-size"));
  }

  @Test
  void aListedTokenCanBeTaken() throws Exception {
    window.doubleClickOnRank(2);
    window.waitUntil(() -> window.steps().size() == 1);
    window.waitForAnswer();
    var step = window.steps().getFirst();
    assertEquals(2, step.draw().rank());
    assertTrue(Double.isNaN(step.draw().finalProbability()));
    var words = step.description(InformationUnit.BITS);
    assertTrue(words.contains("not known what could be drawn"), words);
    assertFalse(words.contains("4,096"), words);
  }

  @Test
  void theFilmAndTheDifferenceSayWhyTheyAreOff() throws Exception {
    Fx.run(() -> window.playground().distribution().plots().showOnly(Plot.FILM));
    Fx.settle();
    assertTrue(window.text("film-message").contains("needs all tokens"));
    Fx.run(
        () -> {
          window.playground().distribution().plots().showOnly(Plot.DIFFERENCE);
          window.playground().distribution().pin();
        });
    Fx.settle();
    assertTrue(window.text("difference-message").contains("needs all tokens"));
  }

  @Test
  void whatReadsLogitsAgainSaysThatTheServerDoesNotGiveThem() throws Exception {
    Fx.run(() -> window.playground().sampling().aimAtPerplexity("4"));
    Fx.run(() -> window.playground().distribution().answers().shownProperty().set(true));
    window.waitUntil(
        () ->
            window
                .playground()
                .distribution()
                .answers()
                .problemProperty()
                .get()
                .contains("only the 20"));
  }

  @Test
  void aWatchedTokenThatIsNotListedHasABound() throws Exception {
    Fx.run(() -> window.playground().watch().watch("z"));
    window.waitUntil(
        () ->
            window.playground().watch().rows().getFirst().numbers().isPresent()
                && window
                    .playground()
                    .watch()
                    .rows()
                    .getFirst()
                    .numbers()
                    .get()
                    .fate()
                    .startsWith("at most"));
  }
}
