package kelvin.app;

import javafx.application.Application;

/// Starts the window.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Application.launch(KelvinApplication.class, args);
  }
}
