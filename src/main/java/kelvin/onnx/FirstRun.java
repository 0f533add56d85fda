package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import kelvin.inference.ModelDescriptor.CacheKind;

/// The result of running a graph with three tokens, before anything is known about it.
///
/// @param kind the way in which states were kept
/// @param rows the returned rows: one for each token, or only one for the last
/// @param oneToken whether the graph took only one token per run
record FirstRun(CacheKind kind, List<float[]> rows, boolean oneToken) {

  /// The number of tokens.
  static final int TOKENS = 3;

  /// @throws OrtException if the graph does not run at all
  static FirstRun of(GraphRunner runner, CacheModes modes, int[] ids) throws OrtException {
    var candidates = modes.candidates();
    // the other ways are compared with the runtime's own tensors
    var kind = candidates.contains(CacheKind.CHAINED) ? CacheKind.CHAINED : CacheKind.NONE;
    try {
      return of(runner, modes, ids, kind);
    } catch (OrtException e) {
      // a graph with an attention window needs buffers of that size from the start
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

  /// Returns whether only the last of several tokens has a row.
  boolean lastRowOnly() {
    return !oneToken && rows.size() == 1;
  }

  /// Returns whether the graph returned either all rows or only the last one.
  boolean isUsable() {
    return rows.size() == (oneToken ? 1 : TOKENS) || lastRowOnly();
  }
}
