package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A spreadsheet that opens an export runs a token as a formula, or a program stops at a NUL.
class NumberTableTest {

  private static final NumberTable TABLE =
      new NumberTable(
          List.of("token", "logit"),
          () ->
              Stream.of(
                  List.of("=1+1", -0.5),
                  List.of("+a", 1),
                  List.of("-", Double.NEGATIVE_INFINITY),
                  List.of("@x", NumberTable.NONE),
                  List.of("\t=a", 1),
                  List.of("\ra", 1),
                  List.of("a\0b", 1),
                  List.of("a=b", 1),
                  List.of("'a", 1)));

  @Test
  void textsThatLookLikeFormulasGetAnApostropheAndNumbersStay() throws Exception {
    var out = new StringWriter();

    TABLE.writeCsv(out);

    assertEquals(
        List.of(
            "token,logit",
            "\"'=1+1\",-0.5",
            "\"'+a\",1",
            "\"'-\",-inf",
            "\"'@x\",",
            "\"'\t=a\",1",
            "\"'\ra\",1",
            "\"a␀b\",1",
            "\"a=b\",1",
            "\"'a\",1"),
        List.of(out.toString().split("\r\n")));
  }

  @Test
  void theClipboardGetsThemToo() throws Exception {
    var out = new StringWriter();

    TABLE.writeTsv(out);

    assertEquals("\"'=1+1\"\t-0.5", out.toString().lines().toList().get(1));
  }
}
