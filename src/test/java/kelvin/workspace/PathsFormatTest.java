package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import kelvin.KeptFiles;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.JsonTree;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.paths.Paths;
import kelvin.workspace.paths.StepSettings;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import org.junit.jupiter.api.Test;

/// If these tests fail, a session loses paths, or a damaged one takes the window down.
class PathsFormatTest {

  /// A tree with random partings, whose steps have one of two settings.
  private static Paths random(RandomGenerator random) {
    var paths = Paths.NONE;
    for (int i = 0; i < 12; i++) {
      var prompt = "p" + random.nextInt(2);
      var tree = paths.find(prompt, Optional.empty()).orElse(PathTree.of(prompt, Optional.empty()));
      var tokens = new ArrayList<GeneratedToken>();
      for (int at = 1 + random.nextInt(5); at > 0; at--) {
        tokens.add(token(random.nextInt(3), tokens.size()));
      }
      var made =
          new StepSettings(
              SamplerChain.of(new Temperature(random.nextBoolean() ? 0.5 : 1.5)),
              DrawMode.GUMBEL,
              random.nextInt(2));
      paths =
          paths
              .grow(
                  tree,
                  tree.root(),
                  tokens,
                  random.nextBoolean() ? Optional.of(made) : Optional.empty())
              .paths();
    }
    return paths;
  }

  private static GeneratedToken token(int id, int position) {
    return new GeneratedToken(
        new GeneratedStep(position, id, 0.5, 0.25, 2, Double.NaN, 1, 9),
        "t" + id,
        position,
        new TokenScore(-1.5, 2, 1),
        true);
  }

  private static Map<String, Object> written(Paths paths) {
    var document = new LinkedHashMap<String, Object>();
    PathsFormat.write(paths, document);
    return document;
  }

  private static Paths read(Map<String, Object> document) throws IOException {
    return PathsFormat.read(Fields.of(throughJson(document)));
  }

  private static Map<String, Object> throughJson(Map<String, Object> document) throws IOException {
    return JsonTree.read(new ByteArrayInputStream(JsonText.bytes(document)), JsonLimits.SESSION);
  }

  @Test
  void pathsAreReadAsTheyWereWritten() throws Exception {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 50; i++) {
      var paths = random(random);

      var again = read(written(paths));

      assertTrue(paths.isSameAs(Continuation.NONE, again, Continuation.NONE));
      assertEquals(written(paths), written(again));
    }
  }

  @Test
  void aTokenThatPathsShareStandsOnce() {
    var tree = PathTree.of("p", Optional.empty());
    var one =
        Paths.NONE.grow(tree, tree.root(), List.of(token(1, 0), token(2, 1)), Optional.empty());
    var both =
        one.paths()
            .grow(
                one.tree(), one.tree().root(), List.of(token(1, 0), token(3, 1)), Optional.empty())
            .paths();

    assertEquals(
        3, Fields.of(written(both)).objects("paths", each -> each).getFirst().list("steps").size());
  }

  @Test
  void aSessionOfBeforeHasNoPathsYet() throws Exception {
    var session = SessionFile.read(KeptFiles.file("session-2-text.kelvin"));

    assertEquals(Paths.NONE, session.work().paths());
  }

  /// Anything may stand in the place of a number or a list; the answer is paths or a sentence.
  @Test
  void damagedTreesAreRefusedWithASentence() throws Exception {
    var random = new SplittableRandom(11);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      var document = written(random(random));
      var damaged = damage(document, random);
      try {
        read(damaged).trees().forEach(PathTree::size);
      } catch (DamagedException e) {
        refused++;
        assertTrue(e.sentence().endsWith("."), e.sentence());
      } catch (IllegalArgumentException e) {
        // A record refused its values; the session's reader makes a sentence of it.
        refused++;
      }
    }
    assertTrue(refused > 400, "only " + refused);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> damage(Map<String, Object> document, RandomGenerator random) {
    var tree =
        new HashMap<>(
            (Map<String, Object>)
                ((List<?>) Objects.requireNonNull(document.get("paths"))).getFirst());
    var list = random.nextBoolean() ? "steps" : "branches";
    var elements = new ArrayList<>((List<Object>) tree.get(list));
    int at = random.nextInt(elements.size());
    var element = new HashMap<>((Map<String, Object>) elements.get(at));
    var keys = element.keySet().stream().sorted().toList();
    element.put(
        keys.get(random.nextInt(keys.size())), random.nextBoolean() ? random.nextInt(-3, 99) : "x");
    elements.set(at, element);
    tree.put(list, elements);
    return Map.of("paths", List.of(tree));
  }
}
