package kelvin.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;

/// A fixture and what is done to it.
record DamagedModel(ToyFeature feature, Damage damage) {

  /// Every fixture in every damage.
  static List<DamagedModel> all() {
    var all = new ArrayList<DamagedModel>();
    for (var feature : ToyFeature.values()) {
      Damage.all().forEach(damage -> all.add(new DamagedModel(feature, damage)));
    }
    return all;
  }

  /// @param number what all chance comes from
  void write(Path folder, int number) throws IOException {
    var features = EnumSet.of(ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.CACHE);
    features.add(feature);
    ToyFolder.write(folder, ToyModel.small(6), features);
    damage.change().apply(folder, new Random(number));
  }

  @Override
  public String toString() {
    return feature + ", " + damage.name();
  }
}
