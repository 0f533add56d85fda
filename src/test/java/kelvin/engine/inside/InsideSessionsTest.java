package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
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
import org.junit.jupiter.api.io.TempDir;

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
              if (name.equals("memoryOfGradients")) {
                return 14L;
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

  private static InsideCopy<InnerRuns> layers(LoadedModel model) {
    return InsideSessions.of(model).copy(InsidePart.LAYERS);
  }

  @Test
  void aCopyIsOpenedAtTheFirstUseAndKept() {
    try (var model = model()) {
      var copy = layers(model);
      assertEquals(List.of(), events);

      var first = copy.use(runs -> runs, new Cancellation());
      var second = copy.use(runs -> runs, new Cancellation());

      assertSame(first, second);
      assertEquals(List.of("openLayers"), events);
    }
    assertEquals(List.of("openLayers", "close"), events);
  }

  @Test
  void whoeverLooksGetsTheSameCopyAndEachPartHasItsOwn() {
    try (var model = model()) {
      assertSame(layers(model), layers(model));

      layers(model).open(new Cancellation());
      layers(model).open(new Cancellation());
      InsideSessions.of(model).copy(InsidePart.ATTENTION).open(new Cancellation());

      assertEquals(List.of("openLayers", "openAttention"), events);
    }
  }

  @Test
  void aCopyThatNobodyWaitsForIsClosedWhenItIsReady() {
    var cancellation = new Cancellation();
    whileOpening = cancellation::cancel;
    try (var model = model()) {
      assertThrows(CancelledException.class, () -> layers(model).open(cancellation));

      assertEquals(List.of("openLayers", "close"), events);
    }
    assertEquals(List.of("openLayers", "close"), events);
  }

  @Test
  void aModelThatClosesDoesNotWaitForACopyWhichIsClosedWhenItIsReady() {
    var model = model();
    whileOpening = model::close;

    assertThrows(CancelledException.class, () -> layers(model).open(new Cancellation()));

    assertEquals(List.of("openLayers", "close"), events);
  }

  @Test
  void aCopyIsNotClosedDuringARun() {
    var model = model();
    var copy = layers(model);
    copy.use(
        _ -> {
          // Another thread closes the model, as when the user opens another one.
          var closing = Thread.ofPlatform().start(model::close);
          assertDoesNotThrow(() -> closing.join());
          assertEquals(List.of("openLayers"), events);
          return true;
        },
        new Cancellation());

    assertEquals(List.of("openLayers", "close"), events);
    assertThrows(CancelledException.class, () -> copy.open(new Cancellation()));
  }

  @Test
  void itsMemoryIsKnownBefore() {
    assertEquals(7, CopyMemory.of(model(), InsidePart.LAYERS).bytes());
    assertEquals(14, CopyMemory.of(model(), InsidePart.GRADIENTS).bytes());
    assertEquals(0, CopyMemory.of(loaded(Optional.empty()), InsidePart.LAYERS).bytes());
    assertEquals(List.of(), events);
  }

  @Test
  void whereLessIsFreeThatIsSaidAndTheUserIsAsked(@TempDir Path folder) throws Exception {
    var meminfo = folder.resolve("meminfo");
    Files.writeString(meminfo, "MemTotal:  4000000 kB\nMemAvailable:  100000 kB\n");
    var free = FreeMemory.in(meminfo);

    var fits = new CopyMemory(100_000_000, free);
    var tooMuch = new CopyMemory(200_000_000, free);

    assertFalse(fits.isLarge());
    assertEquals("", fits.warning());
    assertTrue(tooMuch.isLarge());
    assertTrue(tooMuch.warning().startsWith(" Only about 102 MB are free"), tooMuch.warning());
    assertEquals("", new CopyMemory(1L << 40, OptionalLong.empty()).warning());
    assertTrue(FreeMemory.in(folder.resolve("none")).isEmpty());
  }

  @Test
  void aModelThatShowsNothingIsRefused() {
    try (var model = new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken())) {
      var copy = InsideSessions.of(model).copy(InsidePart.FEATURES);
      assertThrows(InferenceException.class, () -> copy.open(new Cancellation()));
    }
  }
}
