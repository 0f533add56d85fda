package kelvin.prompt.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DamagedTablesTest {

  private static final List<String> WHOLE =
      List.of(
          "x,y\n\"a, b\",1\nc,2\n\"d\"\"e\",3\n",
          "mot\tWort\nété\tSommer\ngarçon\tJunge\n",
          "{\"x\": \"a\", \"y\": 1}\n{\"x\": \"b\", \"y\": 2}\n");

  @Test
  void damagedTablesAreReadOrRefusedInWords() {
    var random = new Random(5);
    int refused = 0;
    for (int round = 0; round < 700; round++) {
      var bytes = WHOLE.get(round % WHOLE.size()).getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(4); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
      try {
        var table = TableReader.read(Arrays.copyOf(bytes, length), TableOptions.AUTOMATIC);
        int columns = table.columns().size();
        assertTrue(table.rows().stream().allMatch(row -> row.cells().size() == columns));
        var imported = table.examples(table.suggestedInput(), table.suggestedOutput());
        assertEquals(
            table.rows().size() + table.problems().size(),
            imported.examples().size() + imported.leftOut().size(),
            "no row is lost in silence");
      } catch (TableException e) {
        refused++;
        assertFalse(String.valueOf(e.getMessage()).contains("Exception"), e.getMessage());
      }
    }
    assertTrue(refused > 50, refused + " refused");
  }
}
