package kelvin.app;

import kelvin.cli.BuildInfo;

/// Describes this version of Kelvin, the platform that it runs on, and the folders that it uses.
final class About {

  private About() {}

  static String text() {
    return """
        Kelvin %s
        Java %s, JavaFX %s

        What can be deleted at any time is in %s.
        Nothing leaves this computer.

        Apache License 2.0. The licences of the parts that Kelvin stands on are in %s.\
        """
        .formatted(
            BuildInfo.read(),
            System.getProperty("java.version"),
            System.getProperty("javafx.version"),
            AppFolders.cache(),
            AppFolders.licences());
  }
}
