package kelvin.experiment.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Spellings;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TaskTemplates;
import kelvin.prompt.task.TestInput;

/// The task whose prompt a data set is asked with, where no choice of the user says more.
///
/// @param way how the prompt is composed
/// @param shots the most examples that are shown
public record DataTask(Task task, Composition way, int shots) {

  /// The most examples of a train part that are shown: enough to tell what the answers look like.
  public static final int USUAL_SHOTS = 8;

  /// The task that the user names; without one the data's own, with the train part as its examples.
  ///
  /// @param split how the data was split; an unsplit task shows the examples that it always shows
  public static DataTask of(DataSet data, Optional<Task> named, Split split) {
    if (named.isPresent()) {
      return new DataTask(named.get(), way(named.get()), Integer.MAX_VALUE);
    }
    boolean isWhole = data.task().isPresent() && split instanceof Split.Given;
    var examples = isWhole ? data.train() : byTurns(data.train());
    var task = data.task().map(own -> shown(own, examples)).orElseGet(() -> madeOf(data, examples));
    return new DataTask(task, way(task), isWhole ? Integer.MAX_VALUE : USUAL_SHOTS);
  }

  /// Orders pairs so that each label has its turn. The first pairs of a sorted table would all have
  /// the same label.
  private static List<Pair> byTurns(List<Pair> pairs) {
    var byLabel = new LinkedHashMap<String, Deque<Pair>>();
    pairs.forEach(pair -> byLabel.computeIfAbsent(pair.label(), _ -> new ArrayDeque<>()).add(pair));
    var ordered = new ArrayList<Pair>();
    while (ordered.size() < pairs.size()) {
      byLabel.values().stream()
          .filter(left -> !left.isEmpty())
          .map(Deque::poll)
          .forEach(ordered::add);
    }
    return ordered;
  }

  private static Task shown(Task own, List<Pair> pairs) {
    var examples = pairs.stream().map(Pair::example).toList();
    return new Task(own.notes(), own.templates(), examples, List.of(), own.labels());
  }

  private static Task madeOf(DataSet data, List<Pair> pairs) {
    return new Task(
        new TaskNotes(data.name(), "", ""),
        new TaskTemplates(Optional.empty(), Optional.empty(), "", Layout.QUESTIONS),
        pairs.stream().map(Pair::example).toList(),
        List.of(),
        labelsOf(data));
  }

  /// The labels of the data, whose bars are no marks between spellings.
  private static List<String> labelsOf(DataSet data) {
    return data.labels().stream().map(Spellings::literal).toList();
  }

  private static Composition way(Task task) {
    if (!task.examples().isEmpty()) {
      return Composition.FEW_SHOT;
    }
    if (task.templates().zeroShot().isPresent()) {
      return Composition.ZERO_SHOT;
    }
    return task.templates().text().filter(FreePrompt::takesInput).isPresent()
        ? Composition.TEXT
        : Composition.FEW_SHOT;
  }

  /// The prompt with examples, in their order or shuffled, of which the first ones are shown.
  ///
  /// @param wanted the number of examples; empty for the usual one
  /// @param shuffle the seed of a shuffle; empty for the given order
  /// @throws DataException when there are not that many examples
  public FewShotPrompt fewShot(OptionalInt wanted, OptionalLong shuffle) throws DataException {
    var given = task.fewShot(task.examples().size(), new TestInput("", Optional.empty()));
    var ordered = shuffle.isPresent() ? given.shuffled(shuffle.getAsLong()) : given;
    int most = ordered.used().size();
    int count = wanted.orElse(Math.min(most, shots));
    if (count < 0 || count > most) {
      throw new DataException(
          "Shots must be a whole number from 0 to " + most + ", was " + count + ".");
    }
    return ordered.withShots(count);
  }

  /// The labels to compare: the task's, else those of the data.
  ///
  /// @throws DataException when there are too many, or the data has one that the task lacks
  public List<String> labels(DataSet data) throws DataException {
    return DataLabels.checked(task.labels().isEmpty() ? labelsOf(data) : task.labels(), data);
  }
}
