package kelvin.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import kelvin.display.Theme;

/// Dresses scenes in a theme: the controls' own, and our colours and type on top of it.
public final class ThemeStyle {

  /// The room that a magnified window must still have.
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 640;

  private static final List<String> CLASSES = List.of(Theme.DARK.label(), Theme.PROJECTOR.label());

  private ThemeStyle() {}

  /// Dresses a dialog like the window that it belongs to.
  public static void match(DialogPane dialog, Scene owner) {
    // A dialog that is shown asks for no more than its least height first, and with some window
    // managers it stays that low.
    dialog.setMinHeight(Region.USE_PREF_SIZE);
    dialog.getStylesheets().setAll(owner.getStylesheets());
    dialog.getStyleClass().removeAll(CLASSES);
    for (var name : CLASSES) {
      if (owner.getRoot().getStyleClass().contains(name)) {
        dialog.getStyleClass().add(name);
      }
    }
    double times = times(owner);
    if (times > 1) {
      dialog.setStyle(Magnified.typeSize(times));
    }
  }

  /// The size of a dialog's type, in usual sizes: 1 unless the user has zoomed its window.
  public static double times(Scene owner) {
    return owner.getRoot() instanceof Magnified window && window.zoom() > 1 ? window.times() : 1;
  }

  /// Dresses a dialog that stays beside its window, also when the window gets another theme.
  ///
  /// @return ends it
  public static Subscription follow(DialogPane dialog, Scene owner) {
    match(dialog, owner);
    return owner.getRoot().getStyleClass().subscribe(() -> match(dialog, owner));
  }

  /// Dresses the window's scene; the fonts load with the first one. A `Magnified` root becomes as
  /// large as the theme wants it.
  public static void apply(Theme theme, Scene scene) {
    Application.setUserAgentStylesheet(controls(theme));
    dress(theme, scene);
    if (scene.getRoot() instanceof Magnified magnified) {
      magnified.setMagnification(theme.magnification(), MIN_WIDTH, MIN_HEIGHT);
    }
  }

  /// Dresses a scene that is only drawn, and leaves the windows alone.
  public static void applyToFigure(Theme theme, Scene scene) {
    scene.setUserAgentStylesheet(controls(theme));
    dress(theme, scene);
  }

  private static String controls(Theme theme) {
    return (theme == Theme.DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
  }

  private static void dress(Theme theme, Scene scene) {
    Fonts.load();
    var sheet =
        Objects.requireNonNull(ThemeStyle.class.getResource("kelvin.css"), "kelvin.css")
            .toExternalForm();
    if (!scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().add(sheet);
    }
    choose(theme, scene.getRoot().getStyleClass());
  }

  private static void choose(Theme theme, ObservableList<String> classes) {
    classes.removeAll(CLASSES);
    if (theme != Theme.LIGHT) {
      classes.add(theme.label());
    }
  }
}
