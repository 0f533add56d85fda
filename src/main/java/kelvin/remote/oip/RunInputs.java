package kelvin.remote.oip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kelvin.remote.oip.ModelMetadata.Described;
import kelvin.remote.oip.OipSignature.Role;

/// Fills the inputs of one run.
final class RunInputs {

  private final OipSignature signature;

  RunInputs(OipSignature signature) {
    this.signature = signature;
  }

  /// @param past the number of tokens whose states come along
  /// @param rows the number of rows of logits that are wanted, where the graph can limit them
  List<Tensor> of(int[] ids, int past, int rows, Collection<Tensor> states) {
    var all = new ArrayList<Tensor>();
    for (var role : Role.values()) {
      signature.input(role).ifPresent(input -> all.add(fill(role, input, ids, past, rows)));
    }
    all.addAll(states);
    return all;
  }

  private static Tensor fill(Role role, Described input, int[] ids, int past, int rows) {
    int end = past + ids.length;
    return switch (role) {
      case TOKENS -> row(input, ids.length, IntStream.of(ids).asLongStream());
      case MASK -> row(input, end, LongStream.generate(() -> 1).limit(end));
      case POSITIONS -> row(input, ids.length, LongStream.range(past, end));
      case TOKEN_TYPES -> row(input, ids.length, LongStream.generate(() -> 0).limit(ids.length));
      case KEPT_LOGITS -> single(input, rows);
      case CACHE_BRANCH -> single(input, past > 0 ? 1 : 0);
    };
  }

  private static Tensor row(Described input, int length, LongStream numbers) {
    return Tensor.of(input.name(), typeOf(input), List.of(1L, (long) length), numbers);
  }

  private static Tensor single(Described input, long number) {
    var shape = input.rank() == 0 ? List.<Long>of() : List.of(1L);
    return Tensor.of(input.name(), typeOf(input), shape, LongStream.of(number));
  }

  private static TensorType typeOf(Described input) {
    return TensorType.of(input.type()).orElseThrow();
  }
}
