package kelvin.ui.task;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.prompt.table.ImportedExamples;
import kelvin.prompt.table.TableException;
import kelvin.prompt.table.TableOptions;
import kelvin.prompt.table.TableReader;
import kelvin.text.Count;
import kelvin.ui.compose.ComposerViewModel;

/// Imports examples from tables: from a file, or from cells on the clipboard.
public final class TablesViewModel {

  private final ComposerViewModel composer;
  private final Executor background;
  private final Executor fxThread;
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

  /// @param background reads files
  public TablesViewModel(ComposerViewModel composer, Executor background, Executor fxThread) {
    this.composer = composer;
    this.background = background;
    this.fxThread = fxThread;
    // The message is about the examples that there were.
    composer.fewShot().promptProperty().subscribe((_, _) -> message.set(""));
  }

  /// Starts the import of a file with a preview, before anything changes.
  public ImportViewModel preview(Path file) {
    var begun = new ImportViewModel(background, fxThread);
    begun.begin(file);
    return begun;
  }

  /// Starts the import of pasted text with a preview.
  public ImportViewModel preview(String text) {
    var begun = new ImportViewModel(background, fxThread);
    begun.begin(text);
    return begun;
  }

  /// Returns whether the copied text has several cells, so that it does not belong in a single
  /// field.
  public static boolean isTable(String text) {
    return text.indexOf('\t') >= 0;
  }

  /// Adds the rows of a table with two columns.
  ///
  /// @return false if there are more columns to choose from
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

  /// Adds examples to the editor.
  ///
  /// @param act the user's action, such as `pasting`
  /// @param replace whether they replace the present examples
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
    return examples == 1 ? "1 example" : Count.of(examples) + " examples";
  }

  /// The message about the last table; empty if there is none.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
