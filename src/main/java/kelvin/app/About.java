package kelvin.app;

import kelvin.cli.BuildInfo;

/// Describes this version of Kelvin, the platform that it runs on, and the folders that it uses.
final class About {

  private About() {}

  static String text() {
    return """
        Kelvin %s
        Java %s, JavaFX %s

        Cache (safe to delete): %s
        Nothing leaves this computer.

        Apache License 2.0. Licences of the libraries: %s\
        """
        .formatted(
            BuildInfo.read(),
            System.getProperty("java.version"),
            System.getProperty("javafx.version"),
            AppFolders.cache(),
            AppFolders.licences());
  }
}
