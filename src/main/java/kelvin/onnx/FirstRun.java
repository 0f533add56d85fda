package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import kelvin.inference.ModelDescriptor.CacheKind;

/// What a graph does with its first three tokens, before anything is known of it.
///
/// @param kind how states were kept
/// @param rows what came, a row for each of the tokens or one for the last
/// @param oneToken whether only one token at a time went in
record FirstRun(CacheKind kind, List<float[]> rows, boolean oneToken) {

  /// How many tokens go in.
  static final int TOKENS = 3;

  /// @throws OrtException when the graph does not run at all
  static FirstRun of(GraphRunner runner, CacheModes modes, int[] ids) throws OrtException {
    var candidates = modes.candidates();
    // the runtime's own tensors are what the others are compared with
    var kind = candidates.contains(CacheKind.CHAINED) ? CacheKind.CHAINED : CacheKind.NONE;
    try {
      return of(runner, modes, ids, kind);
    } catch (OrtException e) {
      // a graph with an attention window wants room for it from the start
      if (candidates.contains(CacheKind.SHARED_BUFFER)) {
        return of(runner, modes, ids, CacheKind.SHARED_BUFFER);
      }
      throw e;
    }
  }

  private static FirstRun of(GraphRunner runner, CacheModes modes, int[] ids, CacheKind kind)
      throws OrtException {
    runner.useCache(modes.open(kind));
    var signature = runner.signature();
    if (!signature.takesOneToken()) {
      try {
        return new FirstRun(kind, runner.runOnce(new int[] {ids[0], ids[1], ids[2]}), false);
      } catch (OrtException e) {
        if (!signature.recurs()) {
          throw e;
        }
      }
    }
    return new FirstRun(kind, runner.runOnce(new int[] {ids[0]}), true);
  }

  int logitCount() {
    return rows.getFirst().length;
  }

  /// Whether only the last of several tokens gets a row.
  boolean lastRowOnly() {
    return !oneToken && rows.size() == 1;
  }

  /// Whether the rows are either all or the last one.
  boolean isUsable() {
    return rows.size() == (oneToken ? 1 : TOKENS) || lastRowOnly();
  }
}
