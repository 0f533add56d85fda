package kelvin.ui.model;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Modality;
import kelvin.inference.server.ServerPlace;
import kelvin.ui.theme.ThemeStyle;

/// Asks for the address of a model on a server and for the folder of its tokenizer, and opens it.
final class ServerDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 520;

  private final ModelViewModel models;
  private final TextField address = field("server-address", "Address of the model");
  private final TextField tokenizer = field("server-tokenizer", "Folder of the tokenizer");
  private final Label problem = wrapped("");

  ServerDialog(ModelViewModel models, Scene owner) {
    this.models = models;
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    ThemeStyle.match(getDialogPane(), owner);
    setTitle("Open a model on a server");
    setResizable(true);
    address.setPromptText("oip+http://localhost:8000/v2/models/NAME");
    address.setTooltip(
        new Tooltip(
            "The kind of server, a plus sign, and the web address: oip+http for Triton and KServe,"
                + " vllm+http for vLLM, llama.cpp+http for the server of llama.cpp, openai+http for others, of which only the"
                + " most probable tokens are known."));
    tokenizer.setPromptText("folder with tokenizer.json");
    tokenizer.setTooltip(
        new Tooltip(
            "Text becomes tokens on this computer. The folder needs the tokenizer.json that belongs"
                + " to the model on the server, and its config.json if there is one."));
    problem.setId("server-problem");
    problem.getStyleClass().add("problem");
    var content =
        new VBox(
            named("Address", address),
            address,
            named("Tokenizer", tokenizer),
            new HBox(8, tokenizer, choose()),
            forms(),
            problem);
    HBox.setHgrow(tokenizer, Priority.ALWAYS);
    content.getStyleClass().add("dialog-content");
    content.setPrefWidth(WIDTH);
    getDialogPane().setContent(content);
    addButtons();
    setOnShown(_ -> address.requestFocus());
  }

  private static TextField field(String id, String name) {
    var field = new TextField();
    field.setId(id);
    field.setAccessibleText(name);
    return field;
  }

  private static Label named(String text, TextField field) {
    var label = new Label(text);
    label.setLabelFor(field);
    return label;
  }

  private static Label wrapped(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label forms() {
    var forms =
        wrapped(
            """
            Triton, KServe: oip+http://HOST:8000/v2/models/NAME
            vLLM: vllm+http://HOST:8000, started with --max-logprobs -1
            llama.cpp: llama.cpp+http://HOST:8080, started with -np 1
            Others with completions and logprobs: openai+http://HOST:8000/v1/models/NAME
            Your prompts are sent to this server once it is open. A key comes from the variable \
            KELVIN_SERVER_KEYS, as HOST:PORT=KEY.""");
    forms.getStyleClass().add("quiet");
    return forms;
  }

  private Button choose() {
    var choose = new Button("Choose …");
    choose.setId("server-choose");
    choose.getStyleClass().add("transport-button");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setTooltip(new Tooltip("Finds the folder with the tokenizer."));
    choose.setOnAction(
        _ -> {
          var chooser = new DirectoryChooser();
          chooser.setTitle("The folder of the model's tokenizer");
          var chosen = chooser.showDialog(getDialogPane().getScene().getWindow());
          Optional.ofNullable(chosen).map(File::getPath).ifPresent(tokenizer::setText);
        });
    return choose;
  }

  private void addButtons() {
    var type = new ButtonType("Open", ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(type, ButtonType.CANCEL);
    var open = (Button) getDialogPane().lookupButton(type);
    open.setId("server-open");
    open.setTooltip(
        new Tooltip(
            "Asks the server about the model and opens it; the open one stays until then."));
    open.addEventFilter(ActionEvent.ACTION, this::open);
  }

  /// With a mistake in it, the dialog stays open.
  private void open(ActionEvent event) {
    tryToOpen()
        .ifPresent(
            wrong -> {
              event.consume();
              problem.setText(wrong);
              getDialogPane().getScene().getWindow().sizeToScene();
            });
  }

  /// Returns the sentences that say what is wrong, or empty.
  private Optional<String> tryToOpen() {
    if (tokenizer.getText().isBlank()) {
      return Optional.of("Name the folder that has the tokenizer.json of the model.");
    }
    try {
      var folder = Path.of(tokenizer.getText().strip());
      return models.openServer(new ServerPlace(address.getText().strip(), folder));
    } catch (InvalidPathException _) {
      return Optional.of("The tokenizer’s folder has a character that no name of a file has.");
    }
  }
}
