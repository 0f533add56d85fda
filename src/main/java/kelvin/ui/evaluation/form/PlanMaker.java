package kelvin.ui.evaluation.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kelvin.engine.label.LabelPrefixes;
import kelvin.experiment.data.DataCheck;
import kelvin.experiment.data.DataColumns;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataLabels;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.DataTask;
import kelvin.experiment.data.Pair;
import kelvin.experiment.data.Split;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.evaluation.EvaluationPlan.PlannedPrompt;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.inference.chat.ChatException;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TestInput;
import kelvin.text.Count;
import kelvin.text.VisibleText;
import kelvin.ui.lab.SetupException;
import kelvin.ui.lab.TypedFields;

/// Makes the plan of what the form says. Runs no model; may take a moment on large data.
final class PlanMaker {

  /// The most labels that are counted by name.
  private static final int NAMED = 6;

  private PlanMaker() {}

  static Planned plan(Wanted wanted) {
    try {
      long seed = TypedFields.seed(wanted.measuring().seed());
      var split = split(wanted.parts(), seed);
      var data = limited(wanted.data().pairs(columns(wanted.parts()), split), wanted, seed);
      var plan = plan(wanted, data, split, seed);
      return new Planned.Ready(plan, summary(data), notes(plan));
    } catch (DataException | ChatException e) {
      return new Planned.Refused(String.valueOf(e.getMessage()));
    } catch (SetupException e) {
      return new Planned.Refused(e.sentence());
    }
  }

  private static DataColumns columns(Wanted.Parts parts) {
    return new DataColumns(named(parts.input()), named(parts.label()));
  }

  private static Optional<String> named(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }

  private static Split split(Wanted.Parts parts, long seed) throws SetupException, DataException {
    return switch (parts.split()) {
      case GIVEN -> new Split.Given();
      case SEED -> new Split.BySeed(seed, TypedFields.share("Test part", parts.share()));
      case COLUMN -> {
        if (parts.column().isEmpty()) {
          throw new DataException("Choose the column whose cells say train or test.");
        }
        yield new Split.ByColumn(parts.column(), "");
      }
    };
  }

  private static DataSet limited(DataSet data, Wanted wanted, long seed) throws SetupException {
    var typed = wanted.measuring().limit();
    return typed.isBlank()
        ? data
        : data.withTests(TypedFields.number("Items", typed, 1, Integer.MAX_VALUE), seed);
  }

  private static EvaluationPlan plan(Wanted wanted, DataSet data, Split split, long seed)
      throws DataException, SetupException {
    var measuring = wanted.measuring();
    var rules = measuring.rules();
    var scoring =
        new EvaluationSetup.Scoring(
            rules.normalization(),
            rules.normalization().defaultContentFree(),
            measuring.startToken(),
            rules.tooLong());
    var composed = wanted.composed();
    if (composed.isPresent()) {
      var prompt = new PlannedPrompt("playground", composed(wanted, seed), Optional.empty());
      return EvaluationPlan.of(data, prompt, labels(composed.get(), data), scoring, seed);
    }
    var named =
        wanted.prompt().choice() instanceof PromptChoice.OfTask(var task)
            ? Optional.of(task)
            : Optional.<Task>empty();
    var asked = DataTask.of(data, named, split);
    var prompt = PlannedPrompt.of(asked, ofTask(asked, wanted.prompt(), seed));
    var labels = EvaluationSetup.Labels.of(List.of(), asked, data);
    return EvaluationPlan.of(data, prompt, labels, scoring, seed);
  }

  private static ComposedPrompt ofTask(DataTask asked, Wanted.Prompt prompt, long seed)
      throws DataException, SetupException {
    var examples = prompt.examples();
    return switch (examples.always() ? Composition.FEW_SHOT : asked.way()) {
      case CHAT -> throw new IllegalStateException("no task is a chat");
      case TEXT -> asked.task().free();
      case ZERO_SHOT -> asked.task().zeroShot(new TestInput("", Optional.empty()));
      case FEW_SHOT ->
          asked.fewShot(
              shots(examples.shots()),
              examples.shuffled() ? OptionalLong.of(seed) : OptionalLong.empty());
    };
  }

  private static OptionalInt shots(String typed) throws SetupException {
    return typed.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(TypedFields.number("Shots", typed, 0, Integer.MAX_VALUE));
  }

  /// The playground's prompt, with the number and the order of the examples that are wanted here.
  private static ComposedPrompt composed(Wanted wanted, long seed) throws SetupException {
    var prompt = wanted.prompt().playground().prompt();
    if (!(prompt instanceof FewShotPrompt examples)) {
      return prompt;
    }
    var ordered = wanted.prompt().examples().shuffled() ? examples.shuffled(seed) : examples;
    var typed = wanted.prompt().examples().shots();
    return typed.isBlank()
        ? ordered
        : ordered.withShots(TypedFields.number("Shots", typed, 0, ordered.used().size()));
  }

  /// The playground's labels; without any, those of the data.
  private static EvaluationSetup.Labels labels(Trial composed, DataSet data) throws DataException {
    // A bar in the data is a bar.
    var literal = data.labels().stream().map(Spellings::literal).toList();
    return composed.labels().size() > 1
        ? new EvaluationSetup.Labels(DataLabels.checked(composed.labels(), data), composed.closed())
        : new EvaluationSetup.Labels(DataLabels.checked(literal, data), true);
  }

  private static String summary(DataSet data) {
    var counts = new LinkedHashMap<String, Integer>();
    data.test().stream().map(Pair::label).forEach(label -> counts.merge(label, 1, Integer::sum));
    var labels =
        counts.entrySet().stream()
            .limit(NAMED)
            .map(each -> VisibleText.of(each.getKey()) + " " + Count.of(each.getValue()))
            .collect(Collectors.joining(", "));
    int more = counts.size() - NAMED;
    return pairs(data.test().size())
        + " to test: "
        + labels
        + (more > 0 ? " and " + more + " more labels" : "")
        + ". "
        + (data.train().isEmpty()
            ? "No train part."
            : pairs(data.train().size()) + " in the train part.");
  }

  private static String pairs(int count) {
    return Count.of(count) + (count == 1 ? " pair" : " pairs");
  }

  private static List<String> notes(EvaluationPlan plan) {
    var notes = new ArrayList<>(DataCheck.sentences(plan.data()));
    if (plan.setup().base().composition() == Composition.FEW_SHOT) {
      notes.addAll(DataCheck.shown(plan.data(), plan.shown()));
    }
    if (!plan.setup().labels().closed()) {
      notes.addAll(LabelPrefixes.sentences(plan.setup().labels().spelled()));
    }
    return notes;
  }
}
