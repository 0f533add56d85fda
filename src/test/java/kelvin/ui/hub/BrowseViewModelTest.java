package kelvin.ui.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import kelvin.hub.GraphChoice;
import kelvin.hub.cache.HubCache;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who looks for a model sees what there is, and never an old answer to a new question.
final class BrowseViewModelTest {

  @TempDir Path place;

  /// Tasks that wait for the network, run by hand.
  private final Queue<Runnable> network = new ArrayDeque<>();

  private TestHub server;
  private BrowseViewModel viewModel;

  @BeforeEach
  void start() throws Exception {
    server =
        TestHub.start()
            .put("config.json", new byte[] {'{', '}'})
            .putLarge("onnx/model.onnx", new byte[1000])
            .putLarge("onnx/model_q4.onnx", new byte[300]);
    viewModel =
        new BrowseViewModel(
            () -> Hubs.setup(Hubs.of(server.endpoint()), new HubCache(place)),
            network::add,
            Runnable::run);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer() {
    while (!network.isEmpty()) {
      network.remove().run();
    }
  }

  @Test
  void theShortListIsThereAndNothingWasSent() {
    answer();

    assertTrue(viewModel.offers().stream().anyMatch(offer -> offer.title().equals("GPT-2")));
    assertEquals(List.of(), server.seen());
  }

  @Test
  void aSearchReplacesTheListAndAnEmptyOneBringsItBack() {
    int suggestions = viewModel.offers().size();
    viewModel.textProperty().set("toy");
    viewModel.search();
    assertTrue(viewModel.askingProperty().get());
    answer();

    assertFalse(viewModel.askingProperty().get());
    assertEquals(
        List.of(TestHub.REPOSITORY), viewModel.offers().stream().map(Offer::title).toList());

    viewModel.textProperty().set(" ");
    viewModel.search();

    assertEquals(suggestions, viewModel.offers().size());
  }

  @Test
  void aLookHasThePrecisionsWithTheFirstOneChosen() {
    viewModel.textProperty().set(TestHub.REPOSITORY);
    viewModel.lookAtText();
    answer();

    var looked = viewModel.lookedProperty().get().orElseThrow();
    assertEquals(
        List.of("fp32", "q4"), looked.choices().stream().map(GraphChoice::precision).toList());
    assertEquals(looked.choices().getFirst(), viewModel.choiceProperty().get().orElseThrow());
    assertEquals(1002, looked.missing(looked.choices().getFirst()));
  }

  @Test
  void aPrecisionThatHasBegunToComeIsShownFirstAndOnlyItsRestIsMissing() throws Exception {
    lookAtToy();
    var listing = viewModel.lookedProperty().get().orElseThrow().listing();
    var q4 = listing.file("onnx/model_q4.onnx").orElseThrow();
    var part = new HubCache(place).repository(listing.id()).part(q4.checksum());
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[200]);

    lookAtToy();

    var looked = viewModel.lookedProperty().get().orElseThrow();
    var chosen = viewModel.choiceProperty().get().orElseThrow();
    assertEquals("q4", chosen.precision());
    assertEquals(102, looked.missing(chosen));
    assertEquals("66 % here", looked.present().state(q4));
  }

  @Test
  void lookingAgainAfterATransferAsksNothing() {
    lookAtToy();
    int asked = server.seen().size();

    viewModel.refresh();
    answer();

    assertFalse(viewModel.askingProperty().get());
    assertEquals(asked, server.seen().size());
    assertTrue(viewModel.choiceProperty().get().isPresent());
  }

  private void lookAtToy() {
    viewModel.textProperty().set(TestHub.REPOSITORY);
    viewModel.lookAtText();
    answer();
  }

  @Test
  void anOldAnswerDoesNotReplaceANewQuestion() {
    viewModel.textProperty().set("toy");
    viewModel.search();
    viewModel.textProperty().set("");
    viewModel.search();
    answer();

    assertTrue(viewModel.offers().size() > 1);
    assertFalse(viewModel.askingProperty().get());
  }

  @Test
  void aRefusalIsASentenceThatTheNextQuestionTakesAway() {
    server.next("/api/models/someone/toy/revision/", Answers.status(404));
    viewModel.textProperty().set(TestHub.REPOSITORY);
    viewModel.lookAtText();
    answer();
    assertTrue(viewModel.problemProperty().get().contains("has no someone/toy"));

    viewModel.lookAtText();

    assertEquals("", viewModel.problemProperty().get());
  }

  @Test
  void aNameThatIsNoneIsASentenceAndIsNotAsked() {
    viewModel.textProperty().set("../x");
    viewModel.lookAtText();
    answer();

    assertTrue(viewModel.problemProperty().get().contains("is no name of a repository"));
    assertEquals(List.of(), server.seen());
  }
}
