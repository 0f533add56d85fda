package kelvin.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;

/// How the window looks: the controls' theme, and our own colours and type on top of it.
public enum Theme {
  LIGHT,
  DARK;

  private static final String DARK_CLASS = "dark";

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /// Dresses a dialog like the window that it belongs to.
  public static void match(DialogPane dialog, Scene owner) {
    dialog.getStylesheets().setAll(owner.getStylesheets());
    if (owner.getRoot().getStyleClass().contains(DARK_CLASS)) {
      dialog.getStyleClass().add(DARK_CLASS);
    }
  }

  /// Dresses the scene; the fonts load with the first one.
  public void applyTo(Scene scene) {
    Fonts.load();
    var controls = this == LIGHT ? new PrimerLight() : new PrimerDark();
    Application.setUserAgentStylesheet(controls.getUserAgentStylesheet());
    var sheet =
        Objects.requireNonNull(Theme.class.getResource("kelvin.css"), "kelvin.css")
            .toExternalForm();
    if (!scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().add(sheet);
    }
    var classes = scene.getRoot().getStyleClass();
    classes.remove(DARK_CLASS);
    if (this == DARK) {
      classes.add(DARK_CLASS);
    }
  }
}
