package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BuildInfoTest {

  @Test
  void knowsTheVersionAndTheCommitThatTheBuildWroteDown() {
    var build = BuildInfo.read();

    assertTrue(build.version().matches("[0-9]+[.][0-9]+[.][0-9]+.*"), build.version());
    assertTrue(build.commit().matches("[0-9a-f]{7,40}|unknown"), build.commit());
    assertFalse(build.toString().contains("$"), build.toString());
  }
}
