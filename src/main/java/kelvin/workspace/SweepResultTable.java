package kelvin.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Spellings;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepPoint;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.workspace.ResultTable.Column;
import kelvin.workspace.ResultTable.NumberColumn;
import kelvin.workspace.ResultTable.TextColumn;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.JsonTree;

/// Converts a sweep to a table of a session and back. The table has a row for each label of each
/// prompt.
public final class SweepResultTable {

  private static final String KIND = "sweep ";

  /// Present if the labels are written with their spellings; tables of before have plain texts.
  private static final String SPELLINGS = "spellings";

  private SweepResultTable() {}

  public static ResultTable of(String title, SweepResult result) {
    var rows = new Rows();
    for (int i = 0; i < result.outcomes().size(); i++) {
      rows.add(i, result.outcomes().get(i));
    }
    return new ResultTable(KIND + result.kind().label(), title, settings(result), rows.columns());
  }

  private static Map<String, String> settings(SweepResult result) {
    var facts = result.facts();
    var settings = new LinkedHashMap<String, String>();
    settings.put("model", facts.model());
    settings.put("task", facts.task());
    settings.put("seed", Long.toString(facts.seed()));
    settings.put("normalization", facts.normalization());
    settings.put("tokensRun", Long.toString(facts.cost().tokensRun()));
    settings.put("tokensNaive", Long.toString(facts.cost().tokensNaive()));
    settings.put("seconds", Double.toString(facts.cost().seconds()));
    facts.begun().ifPresent(begun -> settings.put("begun", begun.toString()));
    if (result.outcomes().stream().anyMatch(SweepResultTable::isSpelled)) {
      settings.put(SPELLINGS, Boolean.toString(true));
    }
    boolean closed = result.outcomes().getFirst().variant().trial().closed();
    settings.put("closed", Boolean.toString(closed));
    settings.put(
        "prompt",
        new String(JsonText.bytes(PromptFormat.write(result.base())), StandardCharsets.UTF_8));
    return settings;
  }

  private static boolean isSpelled(VariantOutcome outcome) {
    var trial = outcome.variant().trial();
    return !trial.labels().equals(trial.names());
  }

  /// Fills the columns row by row.
  private static final class Rows {

    private final Map<String, List<Double>> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    void add(int index, VariantOutcome outcome) {
      var point = SweepPoint.of(outcome.variant());
      for (int label = 0; label < point.labels().size(); label++) {
        number("point", index + 1.0);
        text("name", point.name());
        text(
            "order",
            point.order().stream()
                .map(place -> Integer.toString(place + 1))
                .collect(Collectors.joining(" ")));
        number("draw", point.draw());
        number("test", point.test() + 1.0);
        text("input", point.input());
        text("answer", point.answer().orElse(""));
        text("label", point.labels().get(label));
        number("logProbability", outcome.logProbabilities().get(label));
        number("share", outcome.shares().get(label));
      }
    }

    private void number(String name, double value) {
      numbers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    private void text(String name, String value) {
      texts.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    List<Column> columns() {
      var columns = new ArrayList<Column>();
      texts.forEach((name, values) -> columns.add(new TextColumn(name, values)));
      numbers.forEach((name, values) -> columns.add(new NumberColumn(name, values)));
      return columns;
    }
  }

  /// Reads the sweep from its table. Empty if the table is something else or is inconsistent.
  public static Optional<SweepResult> read(ResultTable table) {
    try {
      return SweepKind.ALL.stream()
          .filter(kind -> table.kind().equals(KIND + kind.label()))
          .findFirst()
          .map(kind -> new Reader(kind, table).result());
    } catch (IllegalArgumentException | DateTimeException | DamagedException e) {
      // The session keeps such a table unchanged; another program may be able to read it.
      System.getLogger(SweepResultTable.class.getName())
          .log(System.Logger.Level.WARNING, "no sweep in the table " + table.title(), e);
      return Optional.empty();
    }
  }

  private record Reader(SweepKind kind, ResultTable table) {

    SweepResult result() {
      var base = base();
      var outcomes = new ArrayList<VariantOutcome>();
      var points = numbers("point");
      for (int from = 0; from < points.size(); ) {
        int to = from + 1;
        while (to < points.size() && points.get(to).equals(points.get(from))) {
          to++;
        }
        outcomes.add(outcome(base, from, to));
        from = to;
      }
      return new SweepResult(kind, base, facts(), outcomes);
    }

    private FewShotPrompt base() {
      var text = setting("prompt").getBytes(StandardCharsets.UTF_8);
      try (var in = new ByteArrayInputStream(text)) {
        return PromptFormat.fewShot(Fields.of(JsonTree.read(in, JsonLimits.SESSION)));
      } catch (IOException e) {
        throw new UncheckedIOException("bytes in memory", e);
      }
    }

    private SweepResult.Facts facts() {
      return new SweepResult.Facts(
          setting("model"),
          setting("task"),
          Long.parseLong(setting("seed")),
          setting("normalization"),
          new SweepResult.Cost(
              Long.parseLong(setting("tokensRun")),
              Long.parseLong(setting("tokensNaive")),
              Double.parseDouble(setting("seconds"))),
          Optional.ofNullable(table.settings().get("begun")).map(Instant::parse));
    }

    private VariantOutcome outcome(FewShotPrompt base, int from, int to) {
      var order = new ArrayList<Integer>();
      for (var place : texts("order").get(from).split(" ", -1)) {
        if (!place.isEmpty()) {
          order.add(Integer.parseInt(place) - 1);
        }
      }
      var answer = texts("answer").get(from);
      var point =
          new SweepPoint(
              texts("name").get(from),
              numbers("draw").get(from).intValue(),
              numbers("test").get(from).intValue() - 1,
              order,
              texts("input").get(from),
              labels(from, to),
              answer.isEmpty() ? Optional.empty() : Optional.of(answer),
              Boolean.parseBoolean(setting("closed")));
      return new VariantOutcome(
          point.in(kind, base),
          numbers("logProbability").subList(from, to),
          numbers("share").subList(from, to));
    }

    /// A table whose labels have one spelling each, without a bar, has their names.
    private List<String> labels(int from, int to) {
      var labels = texts("label").subList(from, to);
      return table.settings().containsKey(SPELLINGS)
          ? labels
          : labels.stream().map(Spellings::literal).toList();
    }

    private String setting(String name) {
      var value = table.settings().get(name);
      if (value == null) {
        throw new IllegalArgumentException("the setting " + name + " is missing");
      }
      return value;
    }

    private List<Double> numbers(String name) {
      for (var column : table.columns()) {
        if (column instanceof NumberColumn numbers && numbers.name().equals(name)) {
          return numbers.values();
        }
      }
      throw new IllegalArgumentException("the column " + name + " is missing");
    }

    private List<String> texts(String name) {
      for (var column : table.columns()) {
        if (column instanceof TextColumn texts && texts.name().equals(name)) {
          return texts.values();
        }
      }
      throw new IllegalArgumentException("the column " + name + " is missing");
    }
  }
}
