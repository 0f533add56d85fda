package kelvin.experiment.data;

/// The rule that sorts pairs into a train part and a test part.
public sealed interface Split {

  /// As the data says it: a task's examples and its test inputs. Of a table, all is the test part.
  record Given() implements Split {}

  /// By a shuffle. Each label is split alike, and one with two or more pairs is in both parts.
  ///
  /// @param test the share of the test part, between 0 and 1
  record BySeed(long seed, double test) implements Split {

    /// @throws IllegalArgumentException when the share is not between 0 and 1
    public BySeed {
      if (!(test > 0 && test < 1)) {
        throw new IllegalArgumentException("the test part must be between 0 and 1, was " + test);
      }
    }
  }

  /// By the cells of a column.
  ///
  /// @param test the cell that marks the test part. Where it is empty, `test` and `train` mark the
  ///     parts and other rows are left out; else all other rows are the train part
  record ByColumn(String column, String test) implements Split {}
}
