package kelvin.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import kelvin.distribution.TopTokens;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.remote.fixture.ServedCompletions;
import kelvin.remote.fixture.TestServer.Answer;
import kelvin.remote.fixture.ToyTop;
import org.junit.jupiter.api.Test;

/// Servers that tell only the most probable tokens, answering as OpenAI documents it. If these
/// tests fail, a user takes a bound for a probability, or sees numbers beside wrong words.
class TopServersTest extends ServedTopToy {

  private static TopTokens top(LoadedModel model) {
    return model.model().topRuns().orElseThrow().run(IDS, new Cancellation());
  }

  @Test
  void theListedTokensAreExactAndTheBoundHoldsForAllOthers() throws Exception {
    try (var model = open()) {
      ToyTop.assertOf(probabilities(), 20, top(model));
    }
  }

  @Test
  void partsOfCharactersAreFoundByTheirBytes() throws Exception {
    // Ids from 1 on are the bytes from 0 on; those from 128 on are no text by themselves.
    var logits = new float[TOY.vocabulary()];
    Arrays.fill(logits, -9);
    logits[1 + 0xe2] = 3;
    logits[1 + 'a'] = 2;
    new ServedCompletions(_ -> logits, tokenizer.vocabulary()).on(server);
    try (var model = open()) {
      var tokens = top(model).tokens();
      assertEquals(1 + 0xe2, tokens.get(0).id());
      assertEquals(1 + 'a', tokens.get(1).id());
    }
  }

  @Test
  void theListEndsBeforeATokenWhoseTextIsNotClear() throws Exception {
    server.on(
        "/v1/completions",
        (_, _) ->
            Answer.json(
                """
                {"choices":[{"text":"a","index":0,"finish_reason":"length","logprobs":{
                "tokens":["a"],"token_logprobs":[-0.7],"text_offset":[0],
                "top_logprobs":[{"a":-0.7,"\uFFFD":-1.6,"b":-2.3}]}}]}"""));
    try (var model = open()) {
      var top = top(model);
      assertEquals(1, top.count());
      assertEquals(Math.exp(-1.6), top.bound(), 1e-6);
    }
  }

  @Test
  void anAnswerInTheFormOfTheChatRouteIsRead() throws Exception {
    server.on(
        "/v1/completions",
        (_, _) ->
            Answer.json(
                """
                {"choices":[{"text":"a","index":0,"finish_reason":"length","logprobs":{"content":[
                {"token":"a","bytes":[97],"logprob":-0.7,"top_logprobs":[
                {"token":"a","bytes":[97],"logprob":-0.7},
                {"token":"\uFFFD","bytes":[226],"logprob":-1.6}]}]}}]}"""));
    try (var model = open()) {
      var top = top(model);
      assertEquals(1 + 'a', top.tokens().getFirst().id());
    }
  }

  @Test
  void aServerThatAllowsFewerIsAskedForFewer() throws Exception {
    completions.limited(5);
    try (var model = open()) {
      assertEquals(5, top(model).count());
    }
  }

  @Test
  void theModelsNameMayStandInTheAddress() throws Exception {
    open(address() + "/v1/models/org/other").close();
    assertTrue(server.seen().getFirst().body().contains("\"model\":\"org/other\""));
    assertFalse(server.seen().stream().anyMatch(seen -> seen.path().endsWith("/models")));
  }

  @Test
  void aTokenizerOfAnotherModelIsRefused() {
    server.on(
        "/v1/completions",
        (_, _) ->
            Answer.json(
                """
                {"choices":[{"text":"something else","index":0,"finish_reason":"length","logprobs":{
                "tokens":[],"token_logprobs":[],"text_offset":[],"top_logprobs":[%s{"a":-0.1}]}}]}"""
                    .formatted("null,".repeat(60))));
    assertTrue(refusal().contains("splits a text into other tokens"));
  }

  @Test
  void aServerThatGivesNoPromptBackIsUsedWithAWarning() throws Exception {
    completions.withoutEcho();
    try (var model = open()) {
      var warnings = String.join("\n", model.descriptor().warnings());
      assertTrue(warnings.contains("could not be compared"), warnings);
      assertTrue(warnings.contains("only the 20 most probable tokens"), warnings);
    }
  }

  @Test
  void whatNeedsAllTokensIsRefusedWithTheReason() throws Exception {
    try (var model = open()) {
      var said =
          assertThrows(
                  InferenceException.class,
                  () -> model.model().run(IDS, 0, (_, _) -> {}, new Cancellation()))
              .getMessage();
      assertTrue(String.valueOf(said).contains("needs the probabilities of all tokens"), said);
    }
    var scored = command("score", "--prompt", "the cat");
    assertEquals(3, scored.code());
    assertTrue(scored.err().contains("gives only the 20 most probable"), scored.err());
  }

  @Test
  void numbersThatAreNoDistributionOfThisVocabularyAreRefused() {
    server.on(
        "/v1/completions",
        (_, _) ->
            Answer.json(
                """
                {"choices":[{"text":"a","index":0,"finish_reason":"length","logprobs":{
                "tokens":["a"],"token_logprobs":[-9],"text_offset":[0],
                "top_logprobs":[{"a":-9.0,"b":-9.5}]}}]}"""));
    assertTrue(refusal().contains("are no distribution"), refusal());
  }
}
