package kelvin.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;

/// How the window looks: the controls' theme, and our own colours and type on top of it.
public enum Theme {
  LIGHT("Light", 1),
  DARK("Dark", 1),
  /// For a lecture hall: black on white, strong colours, and everything half as large again.
  PROJECTOR("Projector", 1.5);

  /// What a magnified window must still have room for.
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 640;

  private static final List<String> CLASSES = List.of("dark", "projector");

  private final String label;
  private final double magnification;

  Theme(String label, double magnification) {
    this.label = label;
    this.magnification = magnification;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// How much larger it shows everything.
  public double magnification() {
    return magnification;
  }

  /// The one after this, and after the last the first.
  public Theme next() {
    return switch (this) {
      case LIGHT -> DARK;
      case DARK -> PROJECTOR;
      case PROJECTOR -> LIGHT;
    };
  }

  /// Dresses a dialog like the window that it belongs to.
  public static void match(DialogPane dialog, Scene owner) {
    dialog.getStylesheets().setAll(owner.getStylesheets());
    for (var name : CLASSES) {
      if (owner.getRoot().getStyleClass().contains(name)) {
        dialog.getStyleClass().add(name);
      }
    }
    if (owner.getRoot() instanceof Magnified window && window.zoom() > 1) {
      dialog.setStyle(Magnified.typeSize(window.times()));
    }
  }

  /// Dresses the window's scene; the fonts load with the first one. A `Magnified` root becomes as
  /// large as the theme wants it.
  public void applyTo(Scene scene) {
    Application.setUserAgentStylesheet(controls());
    dress(scene);
    if (scene.getRoot() instanceof Magnified magnified) {
      magnified.setMagnification(magnification, LEAST_WIDTH, LEAST_HEIGHT);
    }
  }

  /// Dresses a scene that is only drawn, and leaves the windows alone.
  public void applyToFigure(Scene scene) {
    scene.setUserAgentStylesheet(controls());
    dress(scene);
  }

  private String controls() {
    return (this == DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
  }

  private void dress(Scene scene) {
    Fonts.load();
    var sheet =
        Objects.requireNonNull(Theme.class.getResource("kelvin.css"), "kelvin.css")
            .toExternalForm();
    if (!scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().add(sheet);
    }
    choose(scene.getRoot().getStyleClass());
  }

  private void choose(ObservableList<String> classes) {
    classes.removeAll(CLASSES);
    if (this != LIGHT) {
      classes.add(name().toLowerCase(Locale.ROOT));
    }
  }
}
