package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.proof.KeptCopies;

/// Opens and runs model folders for the tests of this package.
public final class Models {

  private static final int[] PROBE_IDS = {40, 80, 120, 160};

  private Models() {}

  static LanguageModel open(Path folder) throws ModelLoadException {
    return new OnnxModelLoader(1).load(new ModelFolderReader().read(folder), PROBE_IDS);
  }

  /// Opens the graphs of a model as its first load does.
  static GraphOpening opening(ModelFolder model) throws IOException {
    var facts = GraphFacts.read(model.graph());
    return new GraphOpening(model, facts, 1, new KeptCopies(Optional.empty()));
  }

  /// The folder of the bundled model.
  public static Path bundled() {
    return Path.of(System.getProperty("kelvin.home", ".")).resolve("models/kelvin-tiny");
  }

  /// All rows that a run delivers, copied.
  static List<float[]> rows(LanguageModel model, int[] ids, int firstPosition) {
    var rows = new ArrayList<float[]>();
    model.run(
        ids,
        firstPosition,
        (position, row) -> {
          if (position != firstPosition + rows.size()) {
            throw new AssertionError("row " + position + " after " + rows.size() + " rows");
          }
          rows.add(row.clone());
        },
        new Cancellation());
    return rows;
  }

  /// The largest |Δ| between rows; infinite if their numbers differ.
  static double difference(List<float[]> rows, List<float[]> others) {
    if (rows.size() != others.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (int id = 0; id < rows.get(r).length; id++) {
        largest = Math.max(largest, Math.abs(rows.get(r)[id] - others.get(r)[id]));
      }
    }
    return largest;
  }
}
