package kelvin.ui.path.tool;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.engine.certificate.Difference;
import kelvin.engine.certificate.Stage;
import kelvin.text.VisibleText;
import kelvin.ui.control.FocusPair;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.Sentences;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;

/// Layout and bindings of records and certificates.
public final class RecordPane extends VBox {

  public RecordPane(RecordTool tool) {
    getStyleClass().add("path-tool");
    var words =
        new Label(
            "A record has every logit of each step in half precision, and opens without the model."
                + " A certificate has what is needed to make the text again and compare each bit.");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    var cancel = ToolForm.button("record-cancel", "Cancel", "Stops; no file is changed.");
    cancel.setOnAction(_ -> tool.cancel());
    cancel.disableProperty().bind(tool.run().runningProperty().not());
    var verify =
        button(
            tool,
            "record-verify",
            "Verify …",
            Shortcut.VERIFY.in("Makes the text of a certificate again and compares each bit."),
            tool::verify);
    FocusPair.join(verify, cancel, tool.run().runningProperty());
    var table = table();
    tool.differencesProperty().subscribe(table::show);
    table
        .visibleProperty()
        .bind(tool.differencesProperty().map(differences -> !differences.isEmpty()));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            words,
            ToolForm.line(
                List.of(
                    button(
                        tool,
                        "record-trace",
                        "Save a record …",
                        Shortcut.SAVE_RECORD.in(
                            "Saves the selected path with all logits of each step: up to 2 bytes"
                                + " for each token of the vocabulary and step."),
                        tool::saveTrace),
                    button(
                        tool,
                        "record-certificate",
                        "Save a certificate …",
                        Shortcut.SAVE_CERTIFICATE.in(
                            "Makes the selected path again, and saves the hashes of the model and"
                                + " of each row of logits with each draw."),
                        tool::saveCertificate),
                    verify,
                    cancel)),
            Sentences.problem("record-problem", tool.run().problemProperty()),
            Sentences.of("record-sentence", "path-sentence", tool.sentenceProperty()),
            table);
  }

  private static Button button(
      RecordTool tool, String id, String name, String lesson, Runnable action) {
    var button = ToolForm.button(id, name, lesson);
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(tool.run().runningProperty());
    return button;
  }

  private static ResultTable<Difference> table() {
    var table = new ResultTable<Difference>(_ -> {});
    table.setId("record-differences");
    table.setAccessibleText("First difference of each stage");
    table.say("");
    table.number(
        "Token",
        "The number of the token, from 1; empty for what belongs to no token.",
        60,
        difference -> difference.step().isPresent() ? difference.step().getAsInt() + 1 : Double.NaN,
        value -> Numbers.count((long) value));
    table.text("Stage", "The stage that differs.", difference -> difference.stage().words());
    table.text(
        "Recorded",
        "As the certificate has it.",
        difference -> value(difference, difference.recorded()));
    table.text("Now", "As it is now.", difference -> value(difference, difference.now()));
    return table;
  }

  private static String value(Difference difference, String value) {
    return difference.stage() == Stage.TEXT ? VisibleText.of(value) : value;
  }
}
