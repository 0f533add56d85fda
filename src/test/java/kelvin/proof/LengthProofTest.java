package kelvin.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.IdsOnly;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ProofResult;
import kelvin.inference.ProofResult.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A proof that is interrupted goes on, and a run that fails proves nothing. Otherwise a moment
/// without memory would refuse a sound model for ever.
class LengthProofTest {

  private final FakeRuns runs = new FakeRuns();
  private final List<ProofResult> ended = new ArrayList<>();

  private LengthProof proof() {
    runs.setOnEnd(ended::add);
    var model = new FakeLanguageModel(FakeRuns.VOCABULARY).provedBy(runs);
    return LengthProof.of(new LoadedModel(model, new IdsOnly(FakeRuns.VOCABULARY))).orElseThrow();
  }

  private static ProofResult finish(LengthProof proof) {
    while (proof.runNext(new Cancellation())) {
      assertTrue(proof.progress() < 1);
    }
    return proof.result().orElseThrow();
  }

  @Test
  void aModelThatIsTheSameInEveryWayPasses() {
    var result = finish(proof());

    assertTrue(result.complete());
    assertEquals(Optional.empty(), result.fault());
    assertEquals(FakeLanguageModel.CONTEXT_LENGTH, result.length());
    assertEquals(List.of(result), ended);
    assertEquals(0, runs.crop(100));
  }

  @Test
  void aWindowInTheKeptStatesIsAFaultOfTheCache() {
    runs.seeInSteps(20);

    var fault = finish(proof()).fault().orElseThrow();

    assertEquals(FaultKind.CACHE, fault.kind());
    assertTrue(fault.length() > 20, "at " + fault.length());
  }

  @Test
  void aGraphIsNotRefusedForTheRoundingThatItHasInEveryRun() {
    runs.roundByRun(0.15);

    var result = finish(proof());

    assertTrue(result.complete());
    assertEquals(Optional.empty(), result.fault(), () -> result.outcomes().toString());
    assertEquals("rounding by run", result.outcomes().getFirst().name());
  }

  @Test
  void aChangeThatIsTooLargeForRoundingIsAFaultAlthoughEveryRunHasIt() {
    runs.roundByRun(0.25);

    assertTrue(finish(proof()).fault().isPresent());
  }

  @Test
  void aFaultIsFoundBehindSuchRoundingToo() {
    runs.roundByRun(0.15);
    runs.seeInSteps(20);

    assertEquals(FaultKind.CACHE, finish(proof()).fault().orElseThrow().kind());
  }

  @ParameterizedTest
  @EnumSource(names = {"RELATIVE", "ABSOLUTE"})
  void positionsThatAreAllTheSameOrAllDifferentAreRight(FakeRuns.Positions positions) {
    runs.takePositions(positions);

    assertEquals(Optional.empty(), finish(proof()).fault());
  }

  @Test
  void positionsThatBeginAnewAreAFault() {
    runs.takePositions(FakeRuns.Positions.BEGIN_ANEW);

    var fault = finish(proof()).fault().orElseThrow();

    assertEquals(FaultKind.POSITIONS, fault.kind());
    // position 17 is the first that equals an earlier one of those that are tried, position 1
    assertEquals(18, fault.length());
  }

  @Test
  void aMaskMadeOfPositionsIsNoFaultOfThePositions() {
    runs.takePositions(FakeRuns.Positions.RELATIVE_WITH_MASK);

    assertEquals(Optional.empty(), finish(proof()).fault());
  }

  @Test
  void aPartThatIsCancelledIsRunAgain() {
    var proof = proof();
    proof.runNext(new Cancellation());
    double before = proof.progress();
    var cancelled = new Cancellation();
    runs.setBeforeRun(_ -> cancelled.cancel());

    assertThrows(CancelledException.class, () -> proof.runNext(cancelled));
    assertEquals(before, proof.progress());
    assertEquals(0, runs.crop(100));
    runs.setBeforeRun(_ -> {});

    assertTrue(finish(proof).complete());
  }

  @Test
  void aRunThatFailsIsNoFault() {
    var proof = proof();
    proof.runNext(new Cancellation());
    runs.setBeforeRun(
        _ -> {
          throw new InferenceException("no memory");
        });

    var result = finish(proof);

    assertFalse(result.complete());
    assertEquals(Optional.empty(), result.fault());
    assertEquals(0, result.length());
  }

  @Test
  void aShortageOfJavasMemoryIsNoFault() {
    var proof = proof();
    proof.runNext(new Cancellation());
    runs.setBeforeRun(
        _ -> {
          throw new OutOfMemoryError();
        });

    assertFalse(finish(proof).complete());
  }

  @Test
  void aGraphWithRoomForFewerTokensIsProvedForThose() {
    runs.setBeforeRun(
        count -> {
          if (count > 40) {
            throw new OutOfMemoryError();
          }
        });

    var result = finish(proof());

    assertTrue(result.complete());
    assertEquals(FakeLanguageModel.CONTEXT_LENGTH / 2, result.length());
  }

  @Test
  void aProofThatEndedIsNotDoneAgain() {
    finish(proof());

    var model = new FakeLanguageModel(FakeRuns.VOCABULARY).provedBy(runs);
    assertEquals(
        Optional.empty(), LengthProof.of(new LoadedModel(model, new IdsOnly(FakeRuns.VOCABULARY))));
  }
}
