package kelvin.engine.inside;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelInside;
import kelvin.inference.Tokenizer;
import kelvin.inference.inner.InnerRow;
import org.jspecify.annotations.Nullable;

/// A model of two tokens and two layers whose copies are counted: token 0 leads first, token 1 from
/// layer 1 on.
public final class LayeredModel {

  private static final long MEMORY = 7;

  private final long memory;
  private final LoadedModel loaded;
  private int opened;
  private int closed;
  private int runs;
  private float broken;
  private @Nullable String refusal;

  public LayeredModel() {
    this(MEMORY);
  }

  /// @param memory that a copy takes, in bytes
  public LayeredModel(long memory) {
    this.memory = memory;
    var inside = proxy(ModelInside.class, this::insideAnswer);
    loaded =
        new LoadedModel(
            proxy(
                LanguageModel.class,
                (name, _) -> name.equals("inside") ? Optional.of(inside) : null),
            proxy(Tokenizer.class, (_, _) -> null));
  }

  public LoadedModel loaded() {
    return loaded;
  }

  public int opened() {
    return opened;
  }

  /// The number of runs of copies that were not cancelled before.
  public int runs() {
    return runs;
  }

  public int closed() {
    return closed;
  }

  /// Makes layer 0 one without a distribution.
  public void breakALayer() {
    broken = Float.NaN;
  }

  /// Makes a model whose structure is not known.
  public void refuse(String sentence) {
    refusal = sentence;
  }

  /// The logits of each token.
  public static float[] row(int... logits) {
    var row = new float[logits.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = logits[i];
    }
    return row;
  }

  private @Nullable Object insideAnswer(String name, Object[] arguments) {
    if (name.equals("memory")) {
      return memory;
    }
    if (refusal != null) {
      throw new InferenceException(refusal);
    }
    opened++;
    return proxy(InnerRuns.class, this::runsAnswer);
  }

  private @Nullable Object runsAnswer(String name, Object[] arguments) {
    if (name.equals("close")) {
      closed++;
      return null;
    }
    ((Cancellation) arguments[1]).throwIfCancelled();
    runs++;
    var last = row(1, 2);
    return new InnerRow(List.of(new float[] {3, broken}, row(1, 4), last), last.clone());
  }

  private interface Answer {
    @Nullable Object of(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                answer.of(method.getName(), arguments == null ? new Object[0] : arguments)));
  }
}
