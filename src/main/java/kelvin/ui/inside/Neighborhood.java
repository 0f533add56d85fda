package kelvin.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.engine.inside.Neighbor;
import kelvin.engine.inside.Similarity;
import kelvin.engine.inside.TokenSpace;
import kelvin.engine.inside.TokenSum;
import kelvin.text.Vocabulary;

/// A token or a sum of tokens with its nearest tokens by both measures.
///
/// @param title in visible characters
/// @param facts its id and the length of its vector
record Neighborhood(
    TokenSum sum, String title, String facts, List<Near> byCosine, List<Near> byProduct) {

  /// The number of neighbours by each measure.
  private static final int COUNT = 30;

  /// A near token.
  ///
  /// @param text in visible characters
  record Near(int id, String text, double similarity) {

    String number() {
      return String.format(Locale.ROOT, "%.3f", similarity);
    }
  }

  Neighborhood {
    byCosine = List.copyOf(byCosine);
    byProduct = List.copyOf(byProduct);
  }

  static Neighborhood of(TokenSum sum, TokenSpace space, Vocabulary vocabulary) {
    var terms = sum.terms();
    boolean isToken = terms.size() == 1;
    return new Neighborhood(
        sum,
        sum.text(vocabulary),
        String.format(
            Locale.ROOT,
            "%slength %.2f",
            isToken ? "id " + terms.getFirst().id() + "  ·  " : "sum  ·  ",
            space.norm(sum)),
        near(space.neighbors(sum, Similarity.COSINE, COUNT), vocabulary),
        near(space.neighbors(sum, Similarity.DOT, COUNT), vocabulary));
  }

  private static List<Near> near(List<Neighbor> neighbors, Vocabulary vocabulary) {
    return neighbors.stream()
        .map(each -> new Near(each.id(), vocabulary.visibleText(each.id()), each.similarity()))
        .toList();
  }

  /// A table with tabs for the clipboard.
  String table() {
    return "token\tid\tcosine\n" + rows(byCosine) + "\ntoken\tid\tdot product\n" + rows(byProduct);
  }

  private static String rows(List<Near> all) {
    return all.stream()
        .map(near -> near.text() + "\t" + near.id() + "\t" + near.similarity() + "\n")
        .collect(Collectors.joining());
  }
}
