package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.inside.InsideSessions.Part;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelInside;
import kelvin.inference.Tokenizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A copy of the model is made once, when it is first looked at, and is freed with the model or
/// when nobody waits for it any more. Without this, looking inside could fill the memory.
final class InsideSessionsTest {

  private final List<String> events = new ArrayList<>();
  private Runnable whileOpening = () -> {};

  /// A model whose copies note that they are opened and closed.
  private LoadedModel model() {
    var runs =
        proxy(
            InnerRuns.class,
            (name, _) -> {
              events.add(name);
              return null;
            });
    var inside =
        proxy(
            ModelInside.class,
            (name, _) -> {
              if (name.equals("memory")) {
                return 7L;
              }
              events.add(name);
              whileOpening.run();
              return runs;
            });
    return loaded(Optional.of(inside));
  }

  private static LoadedModel loaded(Optional<ModelInside> inside) {
    return new LoadedModel(
        proxy(LanguageModel.class, (_, _) -> inside), proxy(Tokenizer.class, (_, _) -> null));
  }

  private interface Answer {
    @Nullable Object of(String name, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> answer.of(method.getName(), arguments)));
  }

  @Test
  void aCopyIsOpenedAtTheFirstLookAndKept() {
    try (var sessions = new InsideSessions(model())) {
      assertEquals(List.of(), events);
      assertFalse(sessions.isOpen(Part.LAYERS));

      var first = sessions.layers(new Cancellation());
      var second = sessions.layers(new Cancellation());

      assertSame(first, second);
      assertEquals(List.of("openLayers"), events);
      assertTrue(sessions.isOpen(Part.LAYERS));
      assertFalse(sessions.isOpen(Part.FEATURES));
    }
    assertEquals(List.of("openLayers", "close"), events);
  }

  @Test
  void aCopyThatNobodyWaitsForIsClosedWhenItIsReady() {
    var cancellation = new Cancellation();
    whileOpening = cancellation::cancel;
    try (var sessions = new InsideSessions(model())) {
      assertThrows(CancelledException.class, () -> sessions.layers(cancellation));

      assertEquals(List.of("openLayers", "close"), events);
      assertFalse(sessions.isOpen(Part.LAYERS));
    }
    assertEquals(List.of("openLayers", "close"), events);
  }

  @Test
  void itsMemoryIsKnownBefore() {
    assertEquals(7, CopyMemory.of(model()).bytes());
    assertEquals(0, CopyMemory.of(loaded(Optional.empty())).bytes());
    assertEquals(List.of(), events);
  }

  @Test
  void aModelThatShowsNothingIsRefused() {
    try (var sessions = new InsideSessions(loaded(Optional.empty()))) {
      assertThrows(InferenceException.class, () -> sessions.features(new Cancellation()));
    }
  }
}
