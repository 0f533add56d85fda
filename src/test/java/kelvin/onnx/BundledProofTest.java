package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kelvin.onnx.fixture.FaultyCopy;
import kelvin.onnx.fixture.ToyFault;
import kelvin.onnx.fixture.ToyFault.Kind;
import kelvin.proof.LengthProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The bundled model is proved at length, and copies of it with late faults are refused or used
/// rightly. It has relative positions, unlike the toys.
final class BundledProofTest {

  @TempDir Path folder;

  static Stream<ToyFault> faultsOfTheBundledModel() {
    return Stream.of(
        new ToyFault(Kind.SEES_LAST_CACHED, 2),
        new ToyFault(Kind.SEES_LAST_CACHED, 4),
        new ToyFault(Kind.SEES_LAST_CACHED, 16),
        new ToyFault(Kind.SEES_LAST_CACHED, 48),
        new ToyFault(Kind.SEES_FIRST_CACHED, 2),
        new ToyFault(Kind.SEES_FIRST_CACHED, 4),
        new ToyFault(Kind.SEES_FIRST_CACHED, 16),
        new ToyFault(Kind.CLIPS_POSITIONS, 3),
        new ToyFault(Kind.CLIPS_POSITIONS, 16),
        new ToyFault(Kind.REPEATS_POSITIONS, 4),
        new ToyFault(Kind.REPEATS_POSITIONS, 16),
        new ToyFault(Kind.SEES_FUTURE_BEYOND, 2),
        new ToyFault(Kind.SEES_FUTURE_BEYOND, 3),
        new ToyFault(Kind.SEES_FUTURE_IN_SECOND_HALF, 0),
        new ToyFault(Kind.SEES_FUTURE_FROM, 16),
        new ToyFault(Kind.SEES_FIRST_HALF, 0));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheBundledModel")
  void theBundledModelWithALateFaultIsRefusedOrUsedRightly(ToyFault fault) throws Exception {
    copyBundledWith(fault);
    int[] ids = new Random(5).ints(80, 1, 4096).toArray();
    List<float[]> expected;
    try (var sound = Models.open(Models.bundled())) {
      expected = Models.rows(sound, ids, 0);
    }

    new ProofBench(folder)
        .assertRefusedOr(
            fault,
            model -> {
              for (int length = 1; length <= ids.length; length++) {
                var rows = Models.rows(model, Arrays.copyOf(ids, length), length - 1);
                var row = expected.subList(length - 1, length);
                assertTrue(Models.difference(rows, row) < 1e-3, "at " + length);
              }
            });
  }

  private void copyBundledWith(ToyFault fault) throws IOException {
    try (var files = Files.list(Models.bundled())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(String.valueOf(file.getFileName()));
        if (file.endsWith("model.onnx")) {
          Files.write(copy, FaultyCopy.of(Files.readAllBytes(file), fault));
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void theBundledModelIsProvedTo256Tokens() throws Exception {
    try (var model = Models.open(Models.bundled())) {
      var result = ProofBench.prove(model);

      assertEquals(Optional.empty(), result.fault(), () -> result.outcomes().toString());
      assertEquals(LengthProof.MAX_LENGTH, result.length());
    }
  }

  @Test
  void aMaskFromThePositionsIsNoFault() throws Exception {
    copyBundledWith(new ToyFault(Kind.MASKS_BY_POSITIONS, 0));

    try (var model = new ProofBench(folder).load()) {
      assertEquals(Optional.empty(), ProofBench.prove(model).fault());
    }
  }
}
