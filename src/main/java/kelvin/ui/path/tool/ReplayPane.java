package kelvin.ui.path.tool;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import kelvin.ui.work.ToolForm;

/// Layout and bindings of the replay.
public final class ReplayPane extends VBox {

  public ReplayPane(ReplayTool tool) {
    getStyleClass().add("path-tool");
    var words =
        new Label(
            "What would this seed have drawn? Each step keeps its random number, so the first other"
                + " token comes from the settings alone. The result is a new path.");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    var fromHere = new CheckBox("from the selected token on");
    fromHere.setId("replay-from-here");
    ToolForm.teach(fromHere, "Keeps the tokens up to the selected one as they are.");
    fromHere.selectedProperty().bindBidirectional(tool.fromHereProperty());
    getChildren()
        .addAll(
            words,
            ToolForm.line(
                List.of(
                    ToolForm.field(
                        "replay-temperature",
                        "At τ",
                        "",
                        tool.temperatureProperty(),
                        "as now",
                        70,
                        "The temperature in place of the playground's; empty for its sampling as it"
                            + " is now."),
                    ToolForm.field(
                        "replay-count",
                        "for",
                        "tokens",
                        tool.countProperty(),
                        "as many",
                        76,
                        "The most tokens; empty for as many as the path has."),
                    fromHere,
                    ToolForm.buttons(
                        "replay",
                        "Replay",
                        "Draws the path again with its own seed, in the background.",
                        tool.run(),
                        tool::start,
                        tool::cancel))),
            Sentences.problem("replay-problem", tool.run().problemProperty()),
            Sentences.of("replay-sentence", "path-sentence", tool.sentenceProperty()));
  }
}
