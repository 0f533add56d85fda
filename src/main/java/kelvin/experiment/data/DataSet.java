package kelvin.experiment.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.prompt.Shuffle;
import kelvin.prompt.task.Task;

/// Labelled pairs in two parts.
///
/// @param name for display
/// @param task the task whose file the pairs come from, if they do
/// @param train the pairs to show, to fit and to learn from; may be empty
/// @param test the pairs to judge on, at least one
/// @param leftOut a sentence for each row that was left out
/// @param labels the different labels of all pairs, also of those that were not drawn
public record DataSet(
    String name,
    Optional<Task> task,
    List<Pair> train,
    List<Pair> test,
    List<String> leftOut,
    List<String> labels) {

  public DataSet {
    train = List.copyOf(train);
    test = List.copyOf(test);
    leftOut = List.copyOf(leftOut);
    labels = List.copyOf(labels);
  }

  /// Makes a whole data set. Its labels stand in the order in which they appear, train first.
  public DataSet(
      String name, Optional<Task> task, List<Pair> train, List<Pair> test, List<String> leftOut) {
    this(name, task, train, test, leftOut, labels(train, test));
  }

  private static List<String> labels(List<Pair> train, List<Pair> test) {
    return Stream.concat(train.stream(), test.stream()).map(Pair::label).distinct().toList();
  }

  /// Draws test pairs and keeps their order and all labels. With fewer pairs than that, keeps all.
  ///
  /// @param count at least 1
  public DataSet withTests(int count, long seed) {
    if (count >= test.size()) {
      return this;
    }
    var places = IntStream.range(0, test.size()).boxed().toList();
    var drawn = new HashSet<>(Shuffle.of(places, seed).subList(0, count));
    var kept = places.stream().filter(drawn::contains).map(test::get).toList();
    return new DataSet(name, task, train, kept, leftOut, labels);
  }
}
