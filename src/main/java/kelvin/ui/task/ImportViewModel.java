package kelvin.ui.task;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.prompt.Example;
import kelvin.prompt.table.ExampleTable;
import kelvin.prompt.table.ImportedExamples;
import kelvin.prompt.table.RowProblem;
import kelvin.prompt.table.TableException;
import kelvin.prompt.table.TableFormat;
import kelvin.prompt.table.TableOptions;
import kelvin.prompt.table.TableReader;

/// Holds a table during the import: its format, the chosen columns, and the rows that are left out.
/// A background thread reads the table, again after each change of the options.
public final class ImportViewModel {

  private static final Logger LOG = System.getLogger(ImportViewModel.class.getName());

  /// The maximum number of problems to list; further ones are only counted.
  private static final int PROBLEMS = 8;

  private final Executor background;
  private final Executor fxThread;
  private final ReadOnlyObjectWrapper<Optional<ExampleTable>> table =
      new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
  private final ObjectProperty<Optional<TableFormat>> format =
      new SimpleObjectProperty<>(this, "format", Optional.empty());
  private final BooleanProperty header = new SimpleBooleanProperty(this, "header");
  private final IntegerProperty input = new SimpleIntegerProperty(this, "input", 0);
  private final IntegerProperty output = new SimpleIntegerProperty(this, "output", 1);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper(this, "warnings", "");
  private final ReadOnlyObjectWrapper<ImportedExamples> imported =
      new ReadOnlyObjectWrapper<>(this, "imported", new ImportedExamples(List.of(), List.of()));
  private Source source = (_, _) -> Optional.empty();
  private Optional<Boolean> wantedHeader = Optional.empty();

  /// The number of the last reading that was asked for.
  private final AtomicLong wanted = new AtomicLong();

  /// True if a table that was just read is being shown, so that no option change reads it again.
  private boolean showing;

  /// Reads the table; empty if nobody wants it any more.
  private interface Source {
    Optional<ExampleTable> read(TableOptions options, BooleanSupplier isWanted)
        throws IOException, TableException;
  }

  ImportViewModel(Executor background, Executor fxThread) {
    this.background = background;
    this.fxThread = fxThread;
    format.subscribe((_, _) -> readAgain());
    header.subscribe(
        (_, now) -> {
          if (!showing) {
            wantedHeader = Optional.of(now);
            readAgain();
          }
        });
    input.subscribe((_, _) -> choose());
    output.subscribe((_, _) -> choose());
  }

  /// Starts with a file.
  void begin(Path file) {
    begin((options, isWanted) -> TableReader.whileWanted(file, options, isWanted));
  }

  /// Starts with pasted text.
  void begin(String text) {
    begin((options, isWanted) -> TableReader.whileWanted(text, options, isWanted));
  }

  private void begin(Source wanted) {
    source = wanted;
    wantedHeader = Optional.empty();
    showing = true;
    format.set(Optional.empty());
    showing = false;
    readAgain();
  }

  private void readAgain() {
    if (showing) {
      return;
    }
    var from = source;
    var options = new TableOptions(format.get(), wantedHeader);
    long number = wanted.incrementAndGet();
    background.execute(
        () -> {
          if (number == wanted.get()) {
            var shown = read(from, options, () -> number == wanted.get());
            fxThread.execute(
                () -> {
                  if (number == wanted.get()) {
                    shown.run();
                  }
                });
          }
        });
  }

  /// Reads in the background.
  ///
  /// @return what shows the table or the problem, on the FX thread
  private Runnable read(Source from, TableOptions options, BooleanSupplier isWanted) {
    try {
      var read = from.read(options, isWanted);
      return () -> read.ifPresent(this::show);
    } catch (TableException e) {
      return () -> refuse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "import", e);
      return () -> refuse("This file cannot be read; choose another one.");
    }
  }

  /// Gives up: a table that is being read or waits is not read further, nor shown.
  void stop() {
    wanted.incrementAndGet();
  }

  private void refuse(String sentence) {
    problem.set(sentence);
    warnings.set("");
    table.set(Optional.empty());
    imported.set(new ImportedExamples(List.of(), List.of()));
  }

  private void show(ExampleTable read) {
    showing = true;
    problem.set("");
    table.set(Optional.of(read));
    header.set(read.source().hasHeader());
    input.set(read.suggestedInput());
    output.set(read.suggestedOutput());
    showing = false;
    choose();
  }

  private void choose() {
    var read = table.get();
    if (showing || read.isEmpty()) {
      return;
    }
    int columns = read.get().columns().size();
    if (input.get() < 0 || output.get() < 0 || Math.max(input.get(), output.get()) >= columns) {
      return;
    }
    var found = read.get().examples(input.get(), output.get());
    var examples = found.examples().stream().map(ImportViewModel::withLineFeeds).toList();
    imported.set(new ImportedExamples(examples, found.leftOut()));
    warnings.set(String.join("\n", warnings(read.get(), found)));
  }

  /// Replaces the line endings of other systems inside cells.
  private static Example withLineFeeds(Example example) {
    return new Example(lineFeeds(example.input()), lineFeeds(example.output()), example.used());
  }

  private static String lineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private List<String> warnings(ExampleTable read, ImportedExamples found) {
    var sentences = new ArrayList<String>();
    if (!read.source().encoding().note().isEmpty()) {
      sentences.add(read.source().encoding().note());
    }
    if (input.get() == output.get()) {
      sentences.add("Inputs and answers are the same column: choose another one for one of them.");
    }
    found.leftOut().stream().limit(PROBLEMS).map(RowProblem::sentence).forEach(sentences::add);
    int more = found.leftOut().size() - PROBLEMS;
    if (more > 0) {
      sentences.add("And " + more + " more rows were left out.");
    }
    return sentences;
  }

  // Properties

  /// The table; empty before it is read, or if there is none.
  public ReadOnlyObjectProperty<Optional<ExampleTable>> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /// The format; empty to detect it.
  public ObjectProperty<Optional<TableFormat>> formatProperty() {
    return format;
  }

  /// True if the first row names the columns.
  public BooleanProperty headerProperty() {
    return header;
  }

  /// The column of the inputs, 0-based.
  public IntegerProperty inputProperty() {
    return input;
  }

  /// The column of the answers, 0-based.
  public IntegerProperty outputProperty() {
    return output;
  }

  /// The reason why there is no table; empty if there is no problem.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Warnings for the user, one sentence per line; empty if there are none.
  public ReadOnlyStringProperty warningsProperty() {
    return warnings.getReadOnlyProperty();
  }

  /// The examples from the chosen columns.
  public ReadOnlyObjectProperty<ImportedExamples> importedProperty() {
    return imported.getReadOnlyProperty();
  }
}
