package kelvin.ui.path.tool;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.engine.spelling.Spelling;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;

/// Layout and bindings of the probability of a text.
public final class TextPane extends VBox {

  public TextPane(TextTool tool) {
    getStyleClass().add("path-tool");
    var field = new TextField();
    field.setId("text-probability");
    field.getStyleClass().add("small-field");
    field.setPromptText("text that follows");
    field.setAccessibleText("Text that follows");
    field.setPrefWidth(260);
    ToolForm.teach(
        field,
        "The text exactly as it follows the selected token, with a leading space if it has one;"
            + " Enter begins.");
    field.textProperty().bindBidirectional(tool.textProperty());
    field.setOnAction(_ -> tool.start());
    var table = new ResultTable<Spelling>(_ -> {});
    table.setId("spellings");
    table.setAccessibleText("Spellings, the most probable one first");
    table.say("A text can be spelled in several ways; all of them count.");
    table.number(
        "Model %",
        "The joint probability of the tokens at τ = 1.",
        90,
        Spelling::probability,
        Numbers::percent);
    table.text(
        "Tokens", "The tokens of the spelling; the last one may go beyond the text.", tool::tokens);
    VBox.setVgrow(table, Priority.ALWAYS);
    tool.spellingsProperty().subscribe(table::show);
    getChildren()
        .addAll(
            ToolForm.line(
                List.of(
                    field,
                    ToolForm.buttons(
                        "spell",
                        "Probability",
                        "Adds up all ways to spell the text in tokens, in the background.",
                        tool.run(),
                        tool::start,
                        tool::cancel))),
            Sentences.problem("spell-problem", tool.run().problemProperty()),
            Sentences.of("spell-sentence", "path-sentence", tool.sentenceProperty()),
            table);
  }
}
