package kelvin.workspace.trace;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.inference.StartToken;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.WorkspaceException;

/// Makes traces of random logits.
public final class Traces {

  static final int LOGITS = 40;

  static final Vocabulary TOKENS = tokens();

  private Traces() {}

  private static Vocabulary tokens() {
    var pieces = new byte[LOGITS - 3][];
    for (int id = 0; id < pieces.length; id++) {
      pieces[id] = new byte[] {(byte) (200 + id), (byte) id};
    }
    var special = new BitSet();
    special.set(7);
    return new Vocabulary(pieces, special);
  }

  static TraceHeader header(String prompt, int logitCount) {
    return new TraceHeader(
        new Certificate.Maker("kelvin of a test", "a system"),
        "toy",
        Optional.of(new Certificate.PromptText(prompt, StartToken.NEVER)),
        List.of(3, 4),
        new Generation.Settings(
            SamplerChain.of(new Temperature(0.7)), DrawMode.GUMBEL, Long.MIN_VALUE, 9),
        logitCount);
  }

  static float[] row(Random random, int count) {
    var row = new float[count];
    for (int id = 0; id < count; id++) {
      row[id] = (float) (-20 + 6 * random.nextGaussian());
    }
    return row;
  }

  static GeneratedStep step(int number) {
    return new GeneratedStep(number, number, 0.25, 0.5, number + 1, Double.NaN, 1.5, 12);
  }

  /// Writes a trace whose prompt says how many steps it has, at most as many as there are tokens.
  public static void writeCounted(Path file, int steps) throws WorkspaceException {
    var random = new Random(steps);
    TraceFile.write(
        file,
        header(String.valueOf(steps), LOGITS),
        TOKENS,
        trace -> {
          for (int i = 0; i < steps; i++) {
            trace.add(step(i), Logits.owning(row(random, LOGITS)));
          }
          return Generation.Stop.MAX_TOKENS;
        });
  }

  /// True if a trace has as many steps as its prompt says, and all can be read.
  public static boolean isWhole(Path file) throws WorkspaceException {
    try (var trace = TraceFile.open(file)) {
      for (int i = 0; i < trace.count(); i++) {
        trace.logits(i);
      }
      return trace.header().prompt().orElseThrow().text().equals(String.valueOf(trace.count()));
    }
  }
}
