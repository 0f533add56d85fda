package kelvin.workspace.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private final Migrations toThree =
      new Migrations("kelvin-test", 3, List.of(MigrationsTest::renamed, MigrationsTest::doubled));

  private static Map<String, Object> renamed(Map<String, Object> one) {
    var two = new LinkedHashMap<>(one);
    two.put("tau", two.remove("temperature"));
    return two;
  }

  private static Map<String, Object> doubled(Map<String, Object> two) {
    var three = new LinkedHashMap<>(two);
    three.merge("tau", 2L, (a, b) -> (Long) a * (Long) b);
    return three;
  }

  @Test
  void anOldDocumentGoesThroughEveryStep() {
    var migrated =
        toThree.toCurrent(Map.of("format", "kelvin-test", "version", 1L, "temperature", 4L));

    assertEquals(8L, migrated.get("tau"));
  }

  @Test
  void aDocumentOfTheVersionBeforeTakesTheLastStepOnly() {
    var migrated = toThree.toCurrent(Map.of("format", "kelvin-test", "version", 2L, "tau", 4L));

    assertEquals(8L, migrated.get("tau"));
  }

  @Test
  void anotherFormatIsRefused() {
    var e =
        assertThrows(
            DamagedException.class,
            () -> toThree.toCurrent(Map.of("format", "png", "version", 1L)));

    assertTrue(e.sentence().contains("no kelvin test file"), e.sentence());
  }

  @Test
  void everyVersionNeedsItsStep() {
    assertThrows(IllegalArgumentException.class, () -> new Migrations("x", 3, List.of()));
  }
}
