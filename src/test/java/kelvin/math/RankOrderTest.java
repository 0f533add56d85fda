package kelvin.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 100, 2047, 2048, 2049, 50_257})
  void sortsRandomValuesLikeAPlainComparator(int size) {
    var random = new Random(size);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (10 * random.nextGaussian());
    }

    var order = RankOrder.descending(values);

    assertArrayEquals(plainOrder(values), order);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 333, 10_007})
  void ordersTiesByIndex(int size) {
    var random = new Random(size);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt(4) - 1.5f;
    }

    var order = RankOrder.descending(values);

    assertArrayEquals(plainOrder(values), order);
  }

  @Test
  void sortsEveryBitPatternThatIsANumber() {
    var random = new Random(3);
    var values = new float[20_001];
    for (int i = 0; i < values.length; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      values[i] = Float.isNaN(any) ? 0 : any;
    }

    var order = RankOrder.descending(values);

    assertArrayEquals(plainOrder(values), order);
  }

  @Test
  void negativeZeroTiesWithZero() {
    var order = RankOrder.descending(new float[] {-0.0f, 0.0f, -0.0f, 0.0f});

    assertArrayEquals(new int[] {0, 1, 2, 3}, order);
  }

  @Test
  void putsInfinitiesAndTheExtremesAtTheEnds() {
    float[] values = {
      Float.NEGATIVE_INFINITY,
      -Float.MAX_VALUE,
      -Float.MIN_VALUE,
      0,
      Float.MIN_VALUE,
      Float.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY
    };

    var order = RankOrder.descending(values);

    assertArrayEquals(new int[] {6, 5, 4, 3, 2, 1, 0, 7}, order);
  }

  @Test
  void doesNotChangeTheValues() {
    float[] values = {1, 3, 2};

    RankOrder.descending(values);

    assertArrayEquals(new float[] {1, 3, 2}, values);
  }

  private static int[] plainOrder(float[] values) {
    // Adding 0 turns −0 into 0, because Double.compare distinguishes them.
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -values[i] + 0.0))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
