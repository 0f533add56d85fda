package kelvin.cli;

import java.io.IOException;
import java.util.Properties;

/// The version and commit of this build.
///
/// @param version such as 1.2.0
/// @param commit the first characters of the commit that was built, or "unknown" where the sources
///     came without their history
public record BuildInfo(String version, String commit) {

  private static final String FILE = "build.properties";

  /// Of the program that runs.
  public static BuildInfo read() {
    var properties = new Properties();
    try (var in = BuildInfo.class.getResourceAsStream(FILE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException _) {
      // The fields that are unknown are named below.
    }
    return new BuildInfo(
        properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
  }

  @Override
  public String toString() {
    return version + " (commit " + commit + ")";
  }
}
