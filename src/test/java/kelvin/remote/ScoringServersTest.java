package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.Tokenizer;
import kelvin.inference.server.ServerPlace;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.Access;
import kelvin.remote.fixture.ServedScores;
import kelvin.remote.fixture.TestServer;
import kelvin.remote.fixture.TestServer.Answer;
import kelvin.remote.fixture.ToyTop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// vLLM and the server of llama.cpp, answering as their documentation says. If these tests fail, a
/// user sees a distribution that is not the model's, or a part of one that looks whole.
class ScoringServersTest {

  private static final ToyModel TOY = ToyModel.small(3);
  private static final int[] IDS = {5, 9, 40, 7, 33};

  @TempDir private Path folder;
  @TempDir private Path cache;
  private TestServer server;
  private Tokenizer tokenizer;
  private ServedScores scores;

  @BeforeEach
  void start() throws Exception {
    ToyFolder.write(folder, TOY);
    tokenizer = HuggingFaceTokenizer.load(folder.resolve("tokenizer.json"), cache);
    scores =
        new ServedScores(
            TOY, text -> tokenizer.encode(text).stream().map(EncodedToken::id).toList());
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
    tokenizer.close();
  }

  private LoadedModel open(String kind) throws ModelLoadException {
    var opener = ModelOpener.withoutTrial(1, cache).withServers(Access.of(_ -> null));
    var place = new ServerPlace(kind + "+http://" + server.host(), folder);
    return opener.load(opener.keepServer(place), new Cancellation());
  }

  private String refusal(String kind) {
    return String.valueOf(assertThrows(ModelLoadException.class, () -> open(kind)).getMessage());
  }

  private static void assertDistributionsOfTheToy(LoadedModel model, int firstPosition) {
    var expected = TOY.logits(IDS);
    var positions = new ArrayList<Integer>();
    model
        .model()
        .run(
            IDS,
            firstPosition,
            (position, row) -> {
              positions.add(position);
              // The same up to one number for all tokens.
              double shift = expected[position][0] - (double) row[0];
              assertEquals(TOY.vocabulary(), row.length);
              for (int id = 0; id < row.length; id++) {
                assertEquals(expected[position][id], row[id] + shift, 1e-4);
              }
            },
            new Cancellation());
    assertEquals(IDS.length - firstPosition, positions.size());
    assertEquals(firstPosition, positions.getFirst());
  }

  @Test
  void vllmGivesTheWholeDistributionAtEveryPosition() throws Exception {
    scores.asVllm(server);
    try (var model = open("vllm")) {
      assertDistributionsOfTheToy(model, 0);
      assertDistributionsOfTheToy(model, 2);
      assertDistributionsOfTheToy(model, IDS.length - 1);
      assertEquals("someone/toy", model.descriptor().name());
      assertEquals(OptionalInt.of(32), model.descriptor().contextLength());
    }
  }

  @Test
  void vllmScoresAPromptInOneRequest() throws Exception {
    scores.asVllm(server);
    try (var model = open("vllm")) {
      long before = server.seen().size();
      assertDistributionsOfTheToy(model, 0);
      assertEquals(1, server.seen().size() - before);
    }
  }

  @Test
  void llamaGivesTheWholeDistributionWithARequestForEachPosition() throws Exception {
    scores.asLlama(server);
    try (var model = open("llama.cpp")) {
      long before = server.seen().size();
      assertDistributionsOfTheToy(model, 0);
      assertEquals(IDS.length, server.seen().size() - before);
      assertTrue(
          String.join("\n", model.descriptor().warnings()).contains("request for each position"));
    }
  }

  private static void assertTopOfTheToy(LoadedModel model, int count) {
    var top = model.model().topRuns().orElseThrow().run(IDS, new Cancellation());
    assertEquals(TOY.vocabulary(), top.vocabularySize());
    ToyTop.assertOf(ToyTop.probabilities(TOY, IDS), count, top);
  }

  private static String notes(LoadedModel model) {
    return String.join("\n", model.descriptor().warnings());
  }

  @Test
  void aServerOfTheMostProbableTokensOpensWithBoundsAndSaysWhatToDo() throws Exception {
    scores.limited(20).asVllm(server);
    try (var model = open("vllm")) {
      assertTopOfTheToy(model, 20);
      assertTrue(notes(model).contains("only the 20 most probable tokens"), notes(model));
      assertTrue(
          notes(model).contains("was asked for all %d, and gave 20".formatted(TOY.vocabulary())),
          notes(model));
      assertTrue(notes(model).contains("--max-logprobs -1"), notes(model));
    }
    scores.asLlama(server);
    try (var model = open("llama.cpp")) {
      assertTopOfTheToy(model, 20);
      assertTrue(notes(model).contains("only the 20 most probable tokens"), notes(model));
      assertTrue(notes(model).contains("llama-server -m MODEL.gguf -np 1"), notes(model));
    }
  }

  @Test
  void aServerThatForbidsAllTokensOpensWithBoundsItsOwnWordsAndWhatToDo() throws Exception {
    scores.refusingMoreThan(20).asVllm(server);
    try (var model = open("vllm")) {
      assertTopOfTheToy(model, 20);
      assertTrue(notes(model).contains("max allowed: 20"), notes(model));
      assertTrue(notes(model).contains("vllm serve MODEL --max-logprobs -1"), notes(model));
    }
  }

  @Test
  void theLongestListThatIsAllowedIsTaken() throws Exception {
    scores.refusingMoreThan(150).asVllm(server);
    try (var model = open("vllm")) {
      assertTopOfTheToy(model, 100);
    }
  }

  @Test
  void whatNeedsAllTokensIsRefusedWithHowToStartTheServer() throws Exception {
    scores.refusingMoreThan(20).asVllm(server);
    try (var model = open("vllm")) {
      var said =
          assertThrows(InferenceException.class, () -> assertDistributionsOfTheToy(model, 0))
              .getMessage();
      assertTrue(String.valueOf(said).contains("gives only the 20 most probable"), said);
      assertTrue(String.valueOf(said).contains("vllm serve MODEL --max-logprobs -1"), said);
    }
  }

  @Test
  void aServerThatGivesNoListAtAllIsRefusedWithItsOwnWords() {
    scores.refusingMoreThan(0).asVllm(server);
    assertTrue(refusal("vllm").contains("max allowed: 0"), refusal("vllm"));
  }

  @Test
  void noServerThatWasNotTriedInSeveralWaysCountsAsProved() throws Exception {
    scores.asVllm(server);
    try (var model = open("vllm")) {
      assertEquals(0, model.descriptor().provedLength());
    }
  }

  @Test
  void aTokenizerOfAnotherModelIsRefused() {
    new ServedScores(TOY, _ -> List.of(1, 2, 3)).asVllm(server);
    assertTrue(refusal("vllm").contains("splits a text into other tokens"));
  }

  @Test
  void aServerThatChangesItsModelMeanwhileIsSaid() throws Exception {
    scores.asVllm(server);
    try (var model = open("vllm")) {
      scores.limited(20);
      var said =
          assertThrows(InferenceException.class, () -> assertDistributionsOfTheToy(model, 4))
              .getMessage();
      assertTrue(String.valueOf(said).contains("of 20 tokens in place of all"), said);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsSaid() throws Exception {
    scores.asVllm(server);
    try (var model = open("vllm")) {
      server.next(
          (exchange, honest) ->
              TestServer.send(
                  exchange,
                  Answer.json(
                      new String(honest.body(), StandardCharsets.UTF_8).substring(0, 900))));
      var said =
          assertThrows(InferenceException.class, () -> assertDistributionsOfTheToy(model, 4))
              .getMessage();
      assertTrue(String.valueOf(said).contains("breaks off or is not of its protocol"), said);
    }
  }
}
