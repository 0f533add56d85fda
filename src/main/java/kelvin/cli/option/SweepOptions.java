package kelvin.cli.option;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.cli.environment.UsageException;
import kelvin.experiment.SweepSetup;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.task.Task;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options of a sweep: the kind and its extent.
public final class SweepOptions {

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "shots: growing numbers of examples; order: the same examples in every order, a drawn"
              + " part of them above 5; template: in several layouts; leave-one-out: without each."
              + " Default: shots.")
  private String kind = SweepKind.SHOTS.label();

  @Option(
      names = "--at",
      paramLabel = "LIST",
      description = "The numbers of shots, such as 0,1,2,4,8. Default: all from 0 to --shots.")
  private @Nullable String at;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "How many shuffles of all examples the shots curve has beside the order given. Default:"
              + " 10.")
  private int draws = 10;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "The most orders, where there are too many for all. Default: 120.")
  private int most = SweepSetup.Extent.MAX_ORDERS;

  @Option(
      names = "--tests",
      paramLabel = "N",
      description =
          "How many test inputs are asked about, from --test on; the draws of a shots curve take"
              + " them in turn. Default: 1.")
  private int tests = 1;

  public void check() {
    if (draws < 0 || most < 1) {
      throw new UsageException("--draws must be 0 or more and --most 1 or more");
    }
    kind();
  }

  SweepKind kind() {
    return SweepKind.ALL.stream()
        .filter(each -> each.label().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    SweepKind.ALL.stream()
                        .map(SweepKind::label)
                        .collect(Collectors.joining(", ", "--kind must be one of ", ""))
                        .concat("; was '" + kind + "'")));
  }

  /// The same prompt about each of the test inputs.
  public List<Trial> bases(CompositionOptions composition, Task task) {
    var base = composition.trial(task);
    if (!(base.prompt() instanceof FewShotPrompt prompt)) {
      throw new UsageException("a sweep varies examples, and this prompt has none");
    }
    // Only the longest prompt that is asked for has to fit the context.
    var longest =
        kind() == SweepKind.SHOTS
            ? prompt.withShots(Collections.max(shots(prompt.shown().size())))
            : prompt;
    var bases = new ArrayList<Trial>();
    for (var test : composition.tests(task, tests)) {
      var trial = task.trial(longest.withInput(test.input()), test);
      if (trial.labels().isEmpty()) {
        throw new UsageException("the task has no labels and this input no answer: give --answer");
      }
      bases.add(trial);
    }
    return bases;
  }

  /// The part of a task that is run.
  ///
  /// @param bases that fit the context
  public SweepSetup setup(String task, List<Trial> bases, long seed, SweepSetup.Scoring scoring) {
    if (kind() == SweepKind.LEAVE_ONE_OUT && bases.getFirst().answerIndex().isEmpty()) {
      throw new UsageException("leave-one-out needs the right answer: give --answer");
    }
    int count = shown(bases);
    var shots = kind() == SweepKind.SHOTS ? shots(count) : List.of(count);
    var extent = new SweepSetup.Extent(shots, draws, most, seed);
    return new SweepSetup(kind(), task, bases, extent, scoring);
  }

  private static int shown(List<Trial> bases) {
    return bases.getFirst().prompt() instanceof FewShotPrompt prompt ? prompt.shown().size() : 0;
  }

  /// @param count how many examples there are
  private List<Integer> shots(int count) {
    if (at == null) {
      return IntStream.rangeClosed(0, count).boxed().toList();
    }
    var shots = new ArrayList<Integer>();
    for (var part : at.split(",", -1)) {
      int number = shotsOf(part.strip());
      if (number < 0 || number > count || shots.contains(number)) {
        throw new UsageException(
            "--at takes different numbers from 0 to " + count + "; was '" + at + "'");
      }
      shots.add(number);
    }
    return shots;
  }

  private static int shotsOf(String part) {
    try {
      return Numbers.whole(part);
    } catch (TypeConversionException e) {
      throw new UsageException("--at takes numbers with commas between them: " + e.getMessage());
    }
  }
}
