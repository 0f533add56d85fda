package kelvin.app;

/// Which Kelvin this is and what it runs on.
final class About {

  private About() {}

  static String text() {
    return "Kelvin %s%nJava %s, JavaFX %s%n%nApache License 2.0"
        .formatted(
            version(), System.getProperty("java.version"), System.getProperty("javafx.version"));
  }

  static String version() {
    var descriptor = About.class.getModule().getDescriptor();
    return descriptor == null ? "in development" : descriptor.rawVersion().orElse("in development");
  }
}
