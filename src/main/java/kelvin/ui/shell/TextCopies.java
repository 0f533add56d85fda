package kelvin.ui.shell;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kelvin.display.View;
import kelvin.distribution.SamplerChain;
import kelvin.engine.ContextToken;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.ComposedPrompt;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.figure.FigureData;
import kelvin.ui.figure.FigureJson;
import kelvin.ui.figure.FigureTables;
import kelvin.ui.figure.ReadableTable;
import kelvin.workspace.command.NextCommandLine;
import kelvin.workspace.command.PythonPath;
import kelvin.workspace.paths.PathNode;

/// An answer as text in the forms that can be copied.
///
/// @param chain the sampling of the answer
/// @param model the folder of the model; empty for the bundled one
/// @param prompt the prompt as it was composed
/// @param path the drawn tokens with the settings of each
record TextCopies(
    FigureData data,
    SamplerChain chain,
    Optional<Path> model,
    ComposedPrompt prompt,
    List<PathNode> path) {

  String text(CopyForm form) throws IOException {
    return switch (form) {
      case MARKDOWN -> ReadableTable.of(data).markdown();
      case LATEX -> ReadableTable.of(data).latex();
      case CSV -> {
        var text = new StringWriter();
        new FigureTables(data, 0).of(View.BARS).writeCsv(text);
        yield text.toString();
      }
      case JSON -> {
        var text = new StringWriter();
        new FigureJson(new FigureTables(data, 0), text).write(View.BARS);
        yield text.toString();
      }
      case COMMAND -> command().line();
      case PYTHON -> python().text();
    };
  }

  NextCommandLine command() {
    return NextCommandLine.of(data.prediction(), chain, model, messages());
  }

  PythonPath python() {
    var ids =
        data.prediction().tokens().stream()
            .limit(data.prediction().generatedFrom())
            .map(ContextToken::id)
            .toList();
    return new PythonPath(ids, path, data.modelName());
  }

  /// The messages of a chat whose text was answered.
  private Optional<String> messages() {
    return prompt instanceof ChatPrompt chat
            && chat.text().equals(data.prediction().request().prompt())
        ? chat.document()
        : Optional.empty();
  }

  /// Says what a form leaves out; empty if it leaves out nothing.
  String reservation(CopyForm form) {
    if (form == CopyForm.PYTHON) {
      return python().reservation();
    }
    if (form != CopyForm.COMMAND) {
      return "";
    }
    return data.layerName()
        .map(layer -> "The command gives the model’s own distribution, not that of " + layer + ".")
        .orElse(command().reservation());
  }
}
