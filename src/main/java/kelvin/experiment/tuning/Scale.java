package kelvin.experiment.tuning;

/// Moves features to mean 0 and scales them to a mean square of 1, so that a penalty means the same
/// for every model: z = (φ − mean) / deviation, with one deviation for all dimensions.
///
/// @param deviation 1 where all features are equal
@SuppressWarnings("ArrayRecordComponent") // never compared
record Scale(double[] mean, double deviation) {

  static Scale of(FeatureTable table) {
    var mean = new double[table.width()];
    for (var row : table.rows()) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= table.size();
    }
    double squares = 0;
    for (var row : table.rows()) {
      for (int i = 0; i < mean.length; i++) {
        squares += (row[i] - mean[i]) * (row[i] - mean[i]);
      }
    }
    double deviation = StrictMath.sqrt(squares / table.size() / mean.length);
    return new Scale(mean, deviation > 0 ? deviation : 1);
  }

  /// The scaled features, and 1 behind them, whose weight is the bias.
  double[][] of(Iterable<float[]> rows, int count) {
    var scaled = new double[count][mean.length + 1];
    int at = 0;
    for (var row : rows) {
      for (int i = 0; i < mean.length; i++) {
        scaled[at][i] = (row[i] - mean[i]) / deviation;
      }
      scaled[at++][mean.length] = 1;
    }
    return scaled;
  }
}
