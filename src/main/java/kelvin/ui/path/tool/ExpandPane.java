package kelvin.ui.path.tool;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.control.Sentences;
import kelvin.ui.plot.tree.IciclePlot;
import kelvin.ui.work.ToolForm;

/// Layout and bindings of the expansion.
public final class ExpandPane extends VBox {

  public ExpandPane(ExpandTool tool) {
    getStyleClass().add("path-tool");
    var plot = new IciclePlot();
    plot.setId("icicle");
    plot.setMinHeight(Region.USE_COMPUTED_SIZE);
    plot.setOnChoose(tool::take);
    tool.pictureProperty().subscribe(plot::show);
    VBox.setVgrow(plot, Priority.ALWAYS);
    var words = new Label();
    words.setId("icicle-words");
    words.getStyleClass().add("quiet");
    words.setMinWidth(0);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    !plot.wordsProperty().get().isEmpty()
                        ? plot.wordsProperty().get()
                        : tool.pictureProperty().get().isEmpty()
                            ? "Expand shows all continuations at once: width is probability, a row is"
                                + " a step, and what is empty is unexplored."
                            : "Width is probability, a row is a step. The empty part is unexplored,"
                                + " or leaves beyond the 2,000 that are drawn. Enter makes a path.",
                plot.wordsProperty(),
                tool.pictureProperty()));
    getChildren()
        .addAll(
            form(tool),
            Sentences.problem("expand-problem", tool.run().problemProperty()),
            Sentences.problem("expand-take-problem", tool.taking().problemProperty()),
            Sentences.of("expand-sentence", "path-sentence", tool.sentenceProperty()),
            plot,
            words);
  }

  private static Region form(ExpandTool tool) {
    return ToolForm.line(
        List.of(
            ToolForm.field(
                "expand-depth",
                "Depth",
                "tokens",
                tool.depthProperty(),
                44,
                "The number of tokens of a continuation; one that ends before is whole."),
            ToolForm.field(
                "expand-mass",
                "until",
                "%",
                tool.massProperty(),
                52,
                "It ends when the continuations that were found have this probability together."),
            ToolForm.field(
                "expand-budget",
                "or",
                "runs",
                tool.budgetProperty(),
                64,
                "The most runs of the model. What is not looked at then counts as unexplored."),
            ToolForm.field(
                "expand-beam",
                "with a beam of",
                "",
                tool.beamProperty(),
                "none",
                52,
                "A beam search keeps only so many beginnings in each step. It runs after the"
                    + " expansion, is outlined, and is told with what it missed."),
            ToolForm.buttons(
                "expand",
                "Expand from here",
                "Finds all continuations of the selected token, the most probable ones first, in"
                    + " the background.",
                tool.run(),
                tool::start,
                tool::cancel)));
  }
}
