package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.CraftedGraphs;
import kelvin.onnx.fixture.ProtoMessage;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small file that stands for an enormous graph is refused by its file alone. The runtime would
/// write the graph out and take minutes and gigabytes before anything could be said.
final class GraphLimitsTest {

  @TempDir Path folder;

  private void check(byte[] graph) throws IOException, ModelLoadException {
    GraphLimits.check(Files.write(folder.resolve("test.onnx"), graph));
  }

  private String refusal(byte[] graph) {
    var refusal = assertThrows(ModelLoadException.class, () -> check(graph));
    assertEquals(folder.resolve("test.onnx"), refusal.file());
    return refusal.reason();
  }

  @Test
  void functionsThatDoubleManyTimesAreRefused() throws Exception {
    assertTrue(
        refusal(CraftedGraphs.doublingFunctions(28))
            .contains("more than a million operators when its functions are inserted"));
    assertTrue(refusal(CraftedGraphs.doublingFunctions(20)).contains("more than a million"));
    check(CraftedGraphs.doublingFunctions(10));
  }

  @Test
  void functionsThatCallThemselvesAreRefused() {
    assertTrue(refusal(CraftedGraphs.circularFunctions()).contains("functions call themselves"));
  }

  @Test
  void functionsInALongChainAreRefused() {
    // Each calls only the next one, so the number of operators stays small.
    var model = new ProtoMessage().message(7, new ProtoMessage().message(1, call(0)));
    for (int i = 0; i < 3000; i++) {
      model.message(25, new ProtoMessage().text(1, "F" + i).message(7, call(i + 1)));
    }

    assertTrue(refusal(model.toByteArray()).contains("each other too deeply"));
  }

  private static ProtoMessage call(int function) {
    return new ProtoMessage().text(4, "F" + function);
  }

  @Test
  void graphsInsideOfGraphsAreRefused() throws Exception {
    check(nested(15));

    assertTrue(refusal(nested(40)).contains("graphs inside of graphs, more than 16 deep"));
  }

  private static byte[] nested(int depth) {
    var graph = new ProtoMessage();
    for (int i = 0; i < depth; i++) {
      var attribute = new ProtoMessage().message(i % 2 == 0 ? 6 : 11, graph);
      graph = new ProtoMessage().message(1, new ProtoMessage().message(5, attribute));
    }
    return new ProtoMessage().message(7, graph).toByteArray();
  }

  @Test
  void nestedOperatorsCount() {
    var many = new ProtoMessage();
    for (int i = 0; i <= GraphLimits.MAX_NODES; i++) {
      many.message(1, new ProtoMessage());
    }
    var node = new ProtoMessage().message(5, new ProtoMessage().message(6, many));
    var graph = new ProtoMessage().message(1, node);

    assertTrue(
        refusal(new ProtoMessage().message(7, graph).toByteArray())
            .contains("a million operators"));
  }

  @Test
  void soundGraphsPass() throws Exception {
    ToyFolder.write(folder, ToyModel.small(6), ToyFeature.CACHE, ToyFeature.MERGED);

    GraphLimits.check(folder.resolve("model.onnx"));
    GraphLimits.check(Models.bundled().resolve("model.onnx"));
  }
}
