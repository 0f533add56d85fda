package kelvin.ui.path.tool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.distribution.GoodnessOfFit;
import kelvin.engine.Generation;
import kelvin.engine.sample.Sample;
import kelvin.engine.sample.SampleWork;
import kelvin.engine.sample.Samples;
import kelvin.ui.control.Numbers;
import kelvin.ui.work.ToolRun;

/// Draws many samples from the token that is looked at, and counts them.
public final class SampleTool {

  private static final int MAX_COUNT = 100_000;
  private static final int MAX_TOKENS = 1000;

  private final PathPlace place;
  private final ToolRun run;
  private final ToolRun taking;
  private final StringProperty count = new SimpleStringProperty(this, "count", "100");
  private final StringProperty tokens = new SimpleStringProperty(this, "tokens", "5");
  private final ReadOnlyObjectWrapper<List<Row>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private List<Integer> before = List.of();
  private String prompt = "";

  /// A continuation in the list.
  ///
  /// @param of the number of samples
  /// @param isGreedy whether it is the most probable token of each step
  public record Row(Sample sample, int of, boolean isGreedy) {

    double share() {
      return (double) sample.count() / of;
    }
  }

  /// @param run draws the samples
  /// @param taking makes paths of them
  public SampleTool(PathPlace place, ToolRun run, ToolRun taking) {
    this.place = place;
    this.run = run;
    this.taking = taking;
  }

  /// Begins to draw from the token that is looked at, with the sampling of the playground.
  void start() {
    var why = place.whyNot();
    if (!why.isEmpty()) {
      run.refuse(why);
      return;
    }
    try {
      begin(
          TypedNumber.whole(count.get(), "The number of samples", 1, MAX_COUNT),
          TypedNumber.whole(tokens.get(), "The number of tokens", 1, MAX_TOKENS));
    } catch (TypedException e) {
      run.refuse(e.sentence());
    }
  }

  private void begin(int samples, int most) {
    var start = place.start();
    before = start.tokens();
    prompt = start.prompt();
    rows.set(List.of());
    sentence.set("Drawing …");
    var now = place.settings();
    var settings = new Generation.Settings(now.chain(), now.mode(), now.seed(), most);
    run.begin(
        onFailed ->
            new SampleWork(
                start,
                settings,
                samples,
                run.<Integer>latest(whole -> progress(whole, samples))::accept,
                run.each(this::show),
                onFailed));
  }

  private void progress(int whole, int of) {
    sentence.set(
        Numbers.count(whole) + " of " + Numbers.count(of) + " samples are whole. Drawing …");
  }

  private void show(Samples samples) {
    run.end();
    boolean isListed =
        samples.list().stream().anyMatch(each -> each.ids().equals(samples.greedy().ids()));
    var all =
        isListed
            ? samples.list().stream()
            : Stream.concat(samples.list().stream(), Stream.of(samples.greedy()));
    rows.set(
        all.map(each -> new Row(each, samples.count(), each.ids().equals(samples.greedy().ids())))
            .toList());
    sentence.set(words(samples));
  }

  private static String words(Samples samples) {
    return "%s, %s different, in %s.%s"
        .formatted(
            samples.count() == 1 ? "1 sample" : Numbers.count(samples.count()) + " samples",
            Numbers.count(samples.distinct()),
            samples.runs() == 1 ? "1 run" : Numbers.count(samples.runs()) + " runs",
            fit(samples.fit()));
  }

  private static String fit(Optional<GoodnessOfFit> fit) {
    return fit.filter(test -> test.degreesOfFreedom() > 0)
        .map(
            test ->
                " Agreement with the exact probabilities: χ² = %s with %d degrees of freedom, p = %s."
                    .formatted(
                        Numbers.threeDigits(test.chiSquare()),
                        test.degreesOfFreedom(),
                        Numbers.threeDigits(test.pValue())))
        .orElse("");
  }

  /// Stops drawing. There is no list of a part: samples that are whole early begin alike.
  void cancel() {
    run.cancel();
    sentence.set("It was cancelled. Samples that are whole early begin alike, so none are listed.");
  }

  /// Makes a path of a sample.
  void take(Row row) {
    if (!prompt.equals(place.prompt().prompt())) {
      taking.refuse("Show the paths of the prompt that was sampled first.");
      return;
    }
    var ids = Stream.concat(before.stream(), row.sample().ids().stream()).toList();
    PathDrawing.take(taking, place, ids);
  }

  // Properties

  StringProperty countProperty() {
    return count;
  }

  /// The most tokens of a sample.
  StringProperty tokensProperty() {
    return tokens;
  }

  /// Each different continuation, the most frequent one first.
  public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public ToolRun run() {
    return run;
  }

  ToolRun taking() {
    return taking;
  }
}
