package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.inside.InsidePart;
import kelvin.engine.inside.InsideSessions;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.IdsOnly;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelInside;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second session whose building is cancelled is freed, the first one plays on, and the next look
/// builds it anew. Otherwise each changed mind would keep the memory of a whole model.
final class CancelledCopyTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = {5, 80, 9};

  @TempDir Path folder;

  private final List<InnerRuns> opened = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  @Test
  void aCancelledBuildLeavesNothingAndCanBeTriedAgain() throws Exception {
    try (var loaded = cancelledWhileOpening(Models.open(ToyFolder.write(folder, TOY)))) {
      var before = Models.rows(loaded.model(), IDS, 0);
      var copy = InsideSessions.of(loaded).copy(InsidePart.LAYERS);

      assertThrows(CancelledException.class, () -> copy.open(cancellation));

      var first = opened.getFirst();
      assertThrows(RuntimeException.class, () -> first.run(IDS, new Cancellation()));
      assertEquals(0, Models.difference(before, Models.rows(loaded.model(), IDS, 0)));

      var row = copy.use(runs -> runs.run(IDS, new Cancellation()), new Cancellation());
      assertEquals(2, opened.size());
      assertArrayEquals(TOY.logits(IDS)[2], row.values().getLast(), 1e-3f);
    }
  }

  /// The model with an inside that is cancelled while it opens its first copy.
  private LoadedModel cancelledWhileOpening(LanguageModel model) {
    var real = model.inside().orElseThrow();
    var inside =
        proxy(
            ModelInside.class,
            real,
            found -> {
              opened.add((InnerRuns) found);
              cancellation.cancel();
              return found;
            });
    return new LoadedModel(
        proxy(
            LanguageModel.class,
            model,
            found -> found.equals(Optional.of(real)) ? Optional.of(inside) : found),
        new IdsOnly(TOY.vocabulary()));
  }

  private interface Change {
    Object of(Object found);
  }

  /// Passes every call on and may change what it gives.
  private static <T> T proxy(Class<T> type, T real, Change change) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                var found = method.invoke(real, arguments);
                return found == null ? null : change.of(found);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
