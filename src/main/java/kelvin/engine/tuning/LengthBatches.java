package kelvin.engine.tuning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kelvin.inference.training.TrainingText;

/// The batches of an epoch: texts of like length together, so that little is filled up. Which of
/// equal length are together, and the order of the batches, are drawn anew for each epoch.
final class LengthBatches {

  private LengthBatches() {}

  /// @param epoch from 0; the same seed and epoch give the same batches
  static List<List<TrainingText>> of(List<TrainingText> texts, int size, long seed, int epoch) {
    var random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1));
    var order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    shuffle(order, random);
    // A stable sort keeps the drawn order of texts of equal length.
    order.sort(Comparator.comparingInt(place -> texts.get(place).length()));
    var batches = new ArrayList<List<TrainingText>>();
    for (int from = 0; from < order.size(); from += size) {
      batches.add(
          order.subList(from, Math.min(order.size(), from + size)).stream()
              .map(texts::get)
              .toList());
    }
    shuffle(batches, random);
    return batches;
  }

  private static void shuffle(List<?> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
