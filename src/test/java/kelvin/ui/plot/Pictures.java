package kelvin.ui.plot;

import java.util.Random;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TruncatedDistribution;
import kelvin.window.Fx;

/// Makes distributions to paint, and reads the painted pictures.
public final class Pictures {

  public static final int WIDTH = 700;
  public static final int HEIGHT = 300;

  private Pictures() {}

  public static DistributionPicture of(SamplerChain chain, float... logits) {
    return of(chain, Logits.owning(logits));
  }

  public static DistributionPicture of(SamplerChain chain, Logits ranked) {
    return new DistributionPicture(
        TruncatedDistribution.of(ranked, chain), id -> "token " + id, Mark.NONE);
  }

  public static SamplerChain at(double temperature) {
    return SamplerChain.of(new Temperature(temperature));
  }

  public static SamplerChain topK(int k) {
    return SamplerChain.of(new Temperature(1), new TopK(k, TopK.Ties.KEEP));
  }

  /// Gaussian logits of a vocabulary as large as the largest in use.
  public static Logits wide(int vocabularySize) {
    var random = new Random(42);
    var values = new float[vocabularySize];
    for (int id = 0; id < vocabularySize; id++) {
      values[id] = (float) (2.5 * random.nextGaussian());
    }
    return Logits.owning(values);
  }

  public static Image snapshot(Parent plot) {
    return Fx.get(() -> new Scene(plot, WIDTH, HEIGHT).snapshot(null));
  }

  /// Returns whether a pixel is closer to red than to any other colour.
  public static boolean isRed(Image image, double x, double y) {
    var colour = image.getPixelReader().getColor((int) x, (int) y);
    return colour.getRed() > 0.85 && colour.getGreen() < 0.55 && colour.getBlue() < 0.55;
  }

  public static int redPixels(Image image, int y) {
    int count = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      if (image.getPixelReader().getColor(x, y).equals(Color.RED)) {
        count++;
      }
    }
    return count;
  }
}
