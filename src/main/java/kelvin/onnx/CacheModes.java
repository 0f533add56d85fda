package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.onnx.CacheTensor.Growth;

/// Lists the ways to keep a graph's states, from the fastest to the one that always works. Probes
/// choose one.
final class CacheModes {

  private static final String SHARING_OPERATOR = "com.microsoft.GroupQueryAttention";
  private static final int FIRST_CAPACITY = 256;

  private final OrtEnvironment environment;
  private final GraphSignature signature;
  private final Set<CacheKind> rejected;
  private final boolean shares;
  private final int capacity;

  /// @param rejected the ways that failed before and are not tried again
  CacheModes(
      OrtEnvironment environment,
      GraphSignature signature,
      GraphFacts facts,
      Set<CacheKind> rejected) {
    this.environment = environment;
    this.signature = signature;
    this.rejected = Set.copyOf(rejected);
    shares = facts.operators().contains(SHARING_OPERATOR);
    // so no layer ever forgets a position, however short its window is
    capacity = Math.max(FIRST_CAPACITY, facts.attentionWindow());
  }

  /// The ways to try.
  List<CacheKind> candidates() {
    var kinds = new ArrayList<CacheKind>();
    if (!signature.cache().isEmpty() && signature.lost().isEmpty()) {
      var attention = attention();
      boolean grow = attention.stream().allMatch(tensor -> tensor.growth() == Growth.GROWS);
      boolean fill = attention.stream().allMatch(tensor -> tensor.growth() == Growth.FILLS);
      if (shares && !attention.isEmpty() && (grow || fill)) {
        kinds.add(CacheKind.SHARED_BUFFER);
      }
      if (grow && !attention.isEmpty()) {
        kinds.add(CacheKind.PING_PONG);
      }
      kinds.add(CacheKind.CHAINED);
    }
    kinds.add(CacheKind.NONE);
    kinds.removeAll(rejected);
    return kinds;
  }

  KeyValueCache open(CacheKind kind) throws OrtException {
    if (kind == CacheKind.NONE) {
      return new NoCache(environment, signature.cache());
    }
    var recurrent =
        signature.cache().stream()
            .filter(tensor -> tensor.growth() == Growth.CHANGES)
            .collect(Collectors.toList());
    var attention = openAttention(kind);
    return recurrent.isEmpty()
        ? attention
        : new HybridCache(attention, new RecurrentCache(environment, recurrent));
  }

  private KeyValueCache openAttention(CacheKind kind) throws OrtException {
    return switch (kind) {
      case SHARED_BUFFER -> new SharedBufferCache(environment, attention(), capacity);
      case PING_PONG -> new PingPongCache(environment, attention());
      default -> new ChainedCache(environment, attention());
    };
  }

  private List<CacheTensor> attention() {
    return signature.cache().stream().filter(tensor -> tensor.growth() != Growth.CHANGES).toList();
  }
}
