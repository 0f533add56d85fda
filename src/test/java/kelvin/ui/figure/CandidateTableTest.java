package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplingParameters;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateTableTest {

  @Test
  void everyTokenIsARowInRankOrderAndQuotesSurvive(@TempDir Path folder) throws Exception {
    var vocabulary = vocabulary("a", "\"", ",\n");
    var distribution =
        TruncatedDistribution.of(
            Logits.owning(new float[] {0, 2, 1}), new SamplingParameters(1, 2, 1, 0));
    var file = folder.resolve("numbers.csv");

    new CandidateTable(distribution, vocabulary).write(file);

    var rows = Files.readString(file).split("\r\n", 4);
    assertTrue(rows[0].startsWith("rank,id,token,logit,probability,scaledProbability"));
    assertTrue(rows[1].startsWith("1,1,\"\"\"\",2.0,0.665240955"), rows[1]);
    assertTrue(rows[2].startsWith("2,2,\",\n\",1.0,"), rows[2]);
    assertTrue(rows[3].startsWith("3,0,\"a\",0.0,") && rows[3].endsWith(",0.0,top-k\r\n"), rows[3]);
    assertEquals(4, rows.length);
  }

  private static Vocabulary vocabulary(String... texts) {
    var pieces = new byte[texts.length][];
    for (int id = 0; id < texts.length; id++) {
      pieces[id] = texts[id].getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }
}
