package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import kelvin.engine.inside.Features;
import kelvin.text.json.Json;

/// Writes the last hidden state of a model.
public final class FeaturesText {

  private static final int COLUMNS = 8;

  private FeaturesText() {}

  public static void write(Json json, Features features) throws IOException {
    json.document(
        () -> {
          json.member("width", features.width());
          json.member("position", features.position());
          json.array(
              "features",
              () -> {
                for (float value : features.values()) {
                  json.element((double) value);
                }
              });
          if (features.logitsDifference() != 0) {
            json.member("logitsDifference", features.logitsDifference());
          }
        });
  }

  public static void print(PrintWriter out, Features features) {
    var line = new StringBuilder();
    for (int i = 0; i < features.width(); i++) {
      line.append(String.format(Locale.ROOT, "%11.5f", features.values()[i]));
      if (i % COLUMNS == COLUMNS - 1 || i == features.width() - 1) {
        out.println(line);
        line.setLength(0);
      }
    }
    out.println();
    out.println(
        features.width()
            + " features at position "
            + features.position()
            + ", length "
            + Words.decimal(features.norm()));
    if (features.logitsDifference() != 0) {
      out.println(
          "The logits of the graph with the added output differ by up to "
              + features.logitsDifference()
              + " from those of the graph that plays.");
    }
  }
}
