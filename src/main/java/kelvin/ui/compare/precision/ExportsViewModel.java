package kelvin.ui.compare.precision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.engine.beside.ModelBeside;
import kelvin.engine.draw.DrawSteps;
import kelvin.engine.inside.CopyMemory;
import kelvin.engine.pair.PairWork;
import kelvin.engine.pair.PairWork.Done;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelLoader.GraphFile;
import kelvin.inference.StartToken;
import kelvin.ui.compare.model.SideModels;
import kelvin.ui.work.ToolRun;
import org.jspecify.annotations.Nullable;

/// Compares the other exports in the folder of the playground's model with the playground's, one
/// after the other. Each is opened, read with, and closed again.
public final class ExportsViewModel {

  private final SideModels models;
  private final ToolRun run;
  private final ObservableValue<InformationUnit> unit;
  private final Supplier<Text> text;
  private final ReadOnlyObjectWrapper<List<ExportRow>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private List<GraphFile> graphs = List.of();
  private Cancellation opening = new Cancellation();
  private @Nullable ModelBeside open;

  /// A text with the rule for the start token before it, and how the models draw.
  public record Text(String text, StartToken startToken, DrawSteps.Settings draws) {}

  /// @param run of the comparisons
  /// @param text returns the text to compare over
  public ExportsViewModel(
      SideModels models, ObservableValue<InformationUnit> unit, ToolRun run, Supplier<Text> text) {
    this.models = models;
    this.unit = unit;
    this.text = text;
    this.run = run;
    models.exports().allProperty().subscribe(this::found);
  }

  private void found(List<GraphFile> now) {
    stop();
    graphs = models.exports().others();
    var all = new ArrayList<ExportRow>();
    now.stream().filter(each -> !graphs.contains(each)).forEach(each -> all.add(row(each, true)));
    graphs.forEach(each -> all.add(row(each, false)));
    rows.set(List.copyOf(all));
    sentence.set(
        graphs.isEmpty()
            ? "The folder of the playground’s model holds no other export."
            : memory(graphs));
  }

  private static String memory(List<GraphFile> graphs) {
    var memory = CopyMemory.of(graphs.stream().mapToLong(GraphFile::bytes).max().orElse(0));
    return "Each export is opened beside the playground’s and closed again, which takes %s of memory more at most.%s"
        .formatted(memory.words(), memory.warning());
  }

  private static ExportRow row(GraphFile graph, boolean isReference) {
    return new ExportRow(name(graph.file()), graph.bytes(), Optional.empty(), isReference, "");
  }

  private static String name(Path file) {
    var name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  // Comparing

  /// Compares all of them.
  public void start() {
    stop();
    var wanted = text.get();
    if (graphs.isEmpty()) {
      run.refuse("The folder of the playground’s model holds no other export.");
    } else if (wanted.text().isEmpty()) {
      run.refuse("The text is empty: type a prompt on side A.");
    } else {
      rows.set(rows.get().stream().map(ExportRow::fresh).toList());
      running.set(true);
      next(0, wanted);
    }
  }

  private void next(int index, Text wanted) {
    if (index >= graphs.size()) {
      running.set(false);
      return;
    }
    var graph = graphs.get(index);
    var cancellation = new Cancellation();
    opening = cancellation;
    note(graph, "opening …");
    models
        .opening()
        .open(
            graph.file(),
            cancellation,
            phase -> note(graph, phase.label() + " …"),
            beside -> read(index, wanted, beside),
            failed -> {
              note(graph, failed);
              next(index + 1, wanted);
            });
  }

  private void read(int index, Text wanted, ModelBeside beside) {
    open = beside;
    var graph = graphs.get(index);
    var asked =
        new PairWork.Asked(
            wanted.text(),
            wanted.startToken(),
            Optional.empty(),
            Optional.of(beside),
            wanted.draws());
    run.begin(
        _ ->
            new PairWork(
                asked,
                run.<Double>latest(share -> note(graph, percent(share)))::accept,
                run.each(
                    done -> {
                      run.end();
                      compared(graph, done);
                      close();
                      next(index + 1, wanted);
                    }),
                run.each(
                    reason -> {
                      run.end();
                      note(graph, reason);
                      close();
                      next(index + 1, wanted);
                    })));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %% read", 100 * share);
  }

  private void compared(GraphFile graph, Done done) {
    change(row -> row.isReference() || isOf(row, graph) ? row.compared(done) : row);
  }

  private void note(GraphFile graph, String words) {
    change(row -> isOf(row, graph) ? row.noted(words) : row);
  }

  private static boolean isOf(ExportRow row, GraphFile graph) {
    return !row.isReference() && row.file().equals(name(graph.file()));
  }

  private void change(UnaryOperator<ExportRow> to) {
    rows.set(rows.get().stream().map(to).toList());
  }

  /// Stops; what was compared stays.
  public void stop() {
    opening.cancel();
    run.cancel();
    running.set(false);
    close();
    change(row -> row.done().isPresent() ? row : row.noted(""));
  }

  private void close() {
    if (open != null) {
      models.opening().close(open);
      open = null;
    }
  }

  // Properties

  /// The comparisons that are done, in the order of the table.
  public List<Done> comparisons() {
    return rows.get().stream()
        .filter(row -> !row.isReference())
        .flatMap(row -> row.done().stream())
        .toList();
  }

  /// True once an export was compared.
  public ObservableValue<Boolean> hasSome() {
    return rows.map(all -> all.stream().anyMatch(row -> row.done().isPresent()));
  }

  ReadOnlyObjectProperty<List<ExportRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// A sentence about the memory that the comparison takes.
  ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /// True while an export is opened or read with.
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  ToolRun run() {
    return run;
  }

  ObservableValue<InformationUnit> unit() {
    return unit;
  }
}
