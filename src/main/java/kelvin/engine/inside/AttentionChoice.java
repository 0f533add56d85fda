package kelvin.engine.inside;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.inference.InferenceException;

/// The rows of attention that a reader asks for.
///
/// @param withoutStart whether the first token is left out and the others sum to 1
public record AttentionChoice(Part layer, Part head, boolean withoutStart) {

  /// Some of the layers or heads.
  public sealed interface Part {

    /// All of them.
    enum Whole implements Part {
      /// Each for itself.
      ALL,
      /// Their mean.
      MEAN
    }

    /// One of them.
    ///
    /// @param number from 1
    record One(int number) implements Part {}
  }

  /// A row, with the numbers of its layer and head; a mean has none.
  ///
  /// @param startShare the weight of the first token, also if it is left out of the row
  public record Chosen(OptionalInt layer, OptionalInt head, AttentionRow row, double startShare) {}

  /// @throws InferenceException if there is no such layer or head
  public List<Chosen> of(Attention attention) {
    return layers(attention).boxed().flatMap(layer -> heads(attention, layer)).toList();
  }

  /// 0 stands for the mean.
  private IntStream layers(Attention attention) {
    return numbers(layer, attention.layerCount(), "layer");
  }

  private Stream<Chosen> heads(Attention attention, int layerNumber) {
    int count = layerNumber == 0 ? attention.headCount() : attention.headCount(layerNumber);
    return numbers(head, count, "head").mapToObj(number -> chosen(attention, layerNumber, number));
  }

  private static IntStream numbers(Part part, int count, String word) {
    return switch (part) {
      case Part.Whole whole ->
          whole == Part.Whole.MEAN ? IntStream.of(0) : IntStream.rangeClosed(1, count);
      case Part.One(int number) -> {
        if (number > count) {
          throw new InferenceException(
              "There is no "
                  + word
                  + " "
                  + number
                  + ": the model has "
                  + word
                  + "s 1 to "
                  + count
                  + ".");
        }
        yield IntStream.of(number);
      }
    };
  }

  private Chosen chosen(Attention attention, int layerNumber, int headNumber) {
    AttentionRow row;
    if (layerNumber == 0) {
      row = headNumber == 0 ? attention.mean() : attention.meanOfHead(headNumber);
    } else {
      row = headNumber == 0 ? attention.mean(layerNumber) : attention.row(layerNumber, headNumber);
    }
    return new Chosen(
        number(layerNumber),
        number(headNumber),
        withoutStart ? row.withoutStart() : row,
        row.startShare());
  }

  private static OptionalInt number(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
