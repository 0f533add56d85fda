package kelvin.ui.task;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.prompt.table.ImportedExamples;
import kelvin.prompt.table.TableException;
import kelvin.prompt.table.TableOptions;
import kelvin.prompt.table.TableReader;
import kelvin.ui.compose.ComposerViewModel;

/// Examples that come from tables: a file, or what a spreadsheet put on the clipboard.
public final class TablesViewModel {

  private final ComposerViewModel composer;
  private final Executor background;
  private final Executor fxThread;
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /// @param background for reading files
  public TablesViewModel(ComposerViewModel composer, Executor background, Executor fxThread) {
    this.composer = composer;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// Begins to import a file, to be looked at before anything changes.
  public ImportViewModel preview(Path file) {
    var begun = new ImportViewModel(background, fxThread);
    begun.begin(file);
    return begun;
  }

  /// The same with what was copied.
  public ImportViewModel preview(String text) {
    var begun = new ImportViewModel(background, fxThread);
    begun.begin(text);
    return begun;
  }

  /// Whether what was copied has cells, and so is no text for a single field.
  public static boolean isTable(String text) {
    return text.indexOf('\t') >= 0;
  }

  /// Adds the rows of a table of two columns.
  ///
  /// @return false when there are more columns to choose from
  public boolean paste(String text) {
    try {
      var table = TableReader.read(text, TableOptions.AUTOMATIC);
      if (table.columns().size() > 2) {
        return false;
      }
      take(table.examples(table.suggestedInput(), table.suggestedOutput()), "pasting", false);
    } catch (TableException e) {
      message.set("Nothing was pasted. " + e.getMessage());
    }
    return true;
  }

  /// Takes examples into the editor.
  ///
  /// @param act what the user did, such as `pasting`
  /// @param replace the examples that there are
  public void take(ImportedExamples imported, String act, boolean replace) {
    var examples = imported.examples();
    if (!examples.isEmpty()) {
      var name = act + " " + count(examples.size());
      composer.act(
          name,
          () -> {
            if (replace) {
              composer.fewShot().replaceAll(examples);
            } else {
              composer.fewShot().addAll(examples);
            }
          });
    }
    message.set(sentence(imported));
  }

  private static String sentence(ImportedExamples imported) {
    var leftOut = imported.leftOut();
    var added = count(imported.examples().size()) + " added.";
    return switch (leftOut.size()) {
      case 0 -> added;
      case 1 -> added + " " + leftOut.getFirst().sentence();
      default ->
          added
              + " "
              + leftOut.size()
              + " rows were left out; the first: "
              + leftOut.getFirst().sentence();
    };
  }

  private static String count(int examples) {
    return examples == 1 ? "1 example" : String.format(Locale.ROOT, "%,d", examples) + " examples";
  }

  /// What became of the last table, or empty.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
