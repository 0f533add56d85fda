package kelvin.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoftwareRenderingTest {

  private static final Map<String, String> WANTED =
      Map.of("prism.disableRegionCaching", "true", "prism.dirtyregioncount", "15");

  private Map<String, String> before = Map.of();

  @BeforeEach
  void forgetTheSettings() {
    before =
        WANTED.keySet().stream()
            .filter(name -> System.getProperty(name) != null)
            .collect(Collectors.toMap(name -> name, System::getProperty));
    WANTED.keySet().forEach(System::clearProperty);
  }

  @AfterEach
  void restoreTheSettings() {
    WANTED.keySet().forEach(System::clearProperty);
    before.forEach(System::setProperty);
  }

  @Test
  void choosesWhatWasMeasured() {
    SoftwareRendering.prepare();

    WANTED.forEach((name, value) -> assertEquals(value, System.getProperty(name), name));
  }

  @Test
  void leavesWhatTheUserChose() {
    System.setProperty("prism.dirtyregioncount", "1");

    SoftwareRendering.prepare();

    assertEquals("1", System.getProperty("prism.dirtyregioncount"));
  }
}
