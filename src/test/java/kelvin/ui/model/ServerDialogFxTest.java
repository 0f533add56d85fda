package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import kelvin.opening.ModelOpener;
import kelvin.remote.fixture.Access;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// If these fail, a user cannot open a model on a server, or types an address again because the
/// dialog closed over a mistake.
class ServerDialogFxTest {

  private final ModelViewModel models = new ModelViewModel();
  private final List<Path> opened = new ArrayList<>();
  private final ServerDialog dialog;

  ServerDialogFxTest(@TempDir Path cache) throws Exception {
    var stage = FxToolkit.registerPrimaryStage();
    models.setServers(
        ModelOpener.withoutTrial(1, cache).withServers(Access.of(_ -> null))::keepServer);
    models.setOnOpen(opened::add);
    dialog =
        Fx.get(
            () -> {
              stage.setScene(new Scene(new VBox()));
              stage.show();
              return new ServerDialog(models, stage.getScene());
            });
  }

  @BeforeEach
  void show() {
    Fx.run(dialog::show);
  }

  @AfterEach
  void close() {
    Fx.run(dialog::close);
  }

  private <T extends Node> T find(Class<T> type, String id) {
    return type.cast(dialog.getDialogPane().lookup("#" + id));
  }

  private String problemAfter(String address, String tokenizer) {
    Fx.run(
        () -> {
          find(TextField.class, "server-address").setText(address);
          find(TextField.class, "server-tokenizer").setText(tokenizer);
          find(Button.class, "server-open").fire();
        });
    return Fx.get(() -> find(Label.class, "server-problem").getText());
  }

  @Test
  void anAddressAndATokenizerOpenTheModelAndCloseTheDialog() {
    var problem = problemAfter(" oip+http://localhost:8000/v2/models/tiny ", "folder");

    assertEquals("", problem);
    assertEquals(1, opened.size());
    assertTrue(opened.getFirst().toString().endsWith(".kelvin-server"), opened.toString());
    assertFalse(Fx.get(dialog::isShowing));
  }

  @Test
  void aMistakeIsToldAndWhatWasTypedStays() {
    var noAddress = problemAfter("localhost:8000", "folder");
    var noFolder = problemAfter("vllm+http://localhost:8000", " ");

    assertTrue(noAddress.startsWith("This is no address of a model on a server."), noAddress);
    assertTrue(noAddress.contains("vllm+http"), noAddress);
    assertEquals("Name the folder that has the tokenizer.json of the model.", noFolder);
    assertEquals(List.of(), opened);
    assertTrue(Fx.get(dialog::isShowing));
    assertEquals(
        "vllm+http://localhost:8000",
        Fx.get(() -> find(TextField.class, "server-address").getText()));
  }
}
