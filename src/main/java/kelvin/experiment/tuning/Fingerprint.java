package kelvin.experiment.tuning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningSettings;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;
import kelvin.inference.training.TrainingText;
import kelvin.text.Sha256;

/// Everything that decides the weights of a training, in short: a kept state of another training is
/// no beginning of this one.
///
/// @param used the settings with which it runs on this model
/// @param labels the names of the labels
record Fingerprint(Training training, TuningSettings used, List<String> labels) {

  Fingerprint {
    labels = List.copyOf(labels);
  }

  /// @param weights as they are before the training; a head follows from all else
  String of(TextTuning.Texts texts, List<TrainedWeight> weights) {
    var hash = new Sha256();
    add(hash, training.depth() + " " + training.loss() + " " + training.l2() + " " + used);
    add(hash, String.join("\n", labels));
    for (var part : List.of(texts.train(), texts.heldOut())) {
      for (var text : part) {
        add(hash, words(text));
      }
      add(hash, "\n");
    }
    for (var weight : weights) {
      if (weight.part() == Part.MODEL) {
        add(hash, weight.name());
        var bytes = ByteBuffer.allocate(weight.size() * Float.BYTES);
        bytes.asFloatBuffer().put(0, weight.values(), 0, weight.size());
        hash.add(bytes.array());
      }
    }
    return hash.hex();
  }

  private static String words(TrainingText text) {
    return text.first() + Arrays.toString(text.ids()) + Arrays.toString(text.targets());
  }

  private static void add(Sha256 hash, String words) {
    hash.add(words.getBytes(StandardCharsets.UTF_8));
  }
}
