package kelvin.experiment.tuning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import kelvin.engine.tuning.TextTuning;
import kelvin.engine.tuning.TuningSettings;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;
import kelvin.inference.training.TrainingText;

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
    var digest = sha256();
    add(digest, training.depth() + " " + training.loss() + " " + training.l2() + " " + used);
    add(digest, String.join("\n", labels));
    for (var part : List.of(texts.train(), texts.heldOut())) {
      for (var text : part) {
        add(digest, words(text));
      }
      digest.update((byte) '\n');
    }
    for (var weight : weights) {
      if (weight.part() == Part.MODEL) {
        add(digest, weight.name());
        var bytes = ByteBuffer.allocate(weight.size() * Float.BYTES);
        bytes.asFloatBuffer().put(0, weight.values(), 0, weight.size());
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String words(TrainingText text) {
    return text.first() + Arrays.toString(text.ids()) + Arrays.toString(text.targets());
  }

  private static void add(MessageDigest digest, String words) {
    digest.update(words.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
