package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import kelvin.distribution.Logits;
import kelvin.distribution.TruncatedDistribution;
import org.junit.jupiter.api.Test;

/// The picture of a distribution knows where the draw meets the curve.
class DistributionPictureTest {

  @Test
  void theNeedlePointsAtUOfWhatIsKept() {
    var logits = Logits.owning(new float[] {1, 1, 0, 0});
    var picture =
        new DistributionPicture(
            TruncatedDistribution.of(logits, Pictures.topK(2)),
            id -> "token " + id,
            new Mark(OptionalInt.of(2), "next", OptionalDouble.of(0.6)));

    assertEquals(0.6 * Math.E / (Math.E + 1), picture.heightOfDraw(), 1e-12);
  }
}
