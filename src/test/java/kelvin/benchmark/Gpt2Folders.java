package kelvin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;

/// Writes model folders of GPT-2's size with random weights, one for each precision, and reuses
/// them.
final class Gpt2Folders {

  /// A precision, named as in exports.
  enum Precision {
    FP32,
    FP16,
    INT8,
    INT4;

    private Set<ToyFeature> features() {
      var all =
          EnumSet.of(
              ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.CACHE, ToyFeature.EXTERNAL_DATA);
      switch (this) {
        case FP32 -> {}
        case FP16 -> all.add(ToyFeature.HALF);
        case INT8 -> all.add(ToyFeature.DYNAMIC_INT8);
        case INT4 -> all.addAll(List.of(ToyFeature.INT4, ToyFeature.COARSE_ACTIVATIONS));
      }
      return all;
    }
  }

  private static final long SEED = 2019;

  private final Path place;

  /// @param place created if it does not exist
  Gpt2Folders(Path place) {
    this.place = place;
  }

  /// The graph is `model.onnx`, with a separate weights file in the same folder.
  Path folder(Precision precision) {
    return place.resolve("gpt2-" + precision.name().toLowerCase(Locale.ROOT));
  }

  /// Writes the missing folders.
  void write() throws IOException {
    var missing =
        Arrays.stream(Precision.values()).filter(precision -> !isThere(precision)).toList();
    if (missing.isEmpty()) {
      return;
    }
    var model = ToyModel.gpt2(SEED);
    for (var precision : missing) {
      ToyFolder.write(folder(precision), model, precision.features());
      Files.createFile(folder(precision).resolve("complete"));
    }
  }

  private boolean isThere(Precision precision) {
    return Files.exists(folder(precision).resolve("complete"));
  }

  /// @param arguments the target folder
  public static void main(String[] arguments) throws IOException {
    new Gpt2Folders(Path.of(arguments[0])).write();
  }
}
