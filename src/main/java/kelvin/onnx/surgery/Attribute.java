package kelvin.onnx.surgery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// A setting of a node. Only the kinds that Kelvin needs are kept.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
///
/// @param kind ONNX's number of the kind
/// @param integers one number, or a list of them
/// @param reads the values that the nodes of an inner graph read
public record Attribute(
    int kind,
    List<Long> integers,
    float real,
    String text,
    Optional<Tensor> tensor,
    List<String> reads) {

  private static final int GRAPH_NODE = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NAME = 1;
  private static final int REAL = 2;
  private static final int INTEGER = 3;
  private static final int TEXT = 4;
  private static final int TENSOR = 5;
  private static final int GRAPH = 6;
  private static final int INTEGERS = 8;
  private static final int KIND = 20;
  private static final int KIND_REAL = 1;
  private static final int KIND_INTEGER = 2;
  private static final int KIND_TEXT = 3;
  private static final int KIND_GRAPH = 5;
  private static final int KIND_INTEGERS = 7;
  private static final int MAX_TEXT_BYTES = 4096;

  public static Attribute of(long integer) {
    return new Attribute(KIND_INTEGER, List.of(integer), 0, "", Optional.empty(), List.of());
  }

  public static Attribute ofReal(float real) {
    return new Attribute(KIND_REAL, List.of(), real, "", Optional.empty(), List.of());
  }

  public static Attribute of(List<Long> integers) {
    return new Attribute(KIND_INTEGERS, integers, 0, "", Optional.empty(), List.of());
  }

  public static Attribute of(String text) {
    return new Attribute(KIND_TEXT, List.of(), 0, text, Optional.empty(), List.of());
  }

  long integer() {
    return integers.isEmpty() ? 0 : integers.getFirst();
  }

  boolean isGraph() {
    return kind == KIND_GRAPH;
  }

  /// Reads the attribute that ends at `end`.
  static Map.Entry<String, Attribute> read(ProtobufReader reader, long end) throws IOException {
    var name = "";
    var text = "";
    int kind = 0;
    float real = 0;
    var integers = new ArrayList<Long>();
    var reads = new ArrayList<String>();
    Optional<Tensor> tensor = Optional.empty();
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case NAME -> name = reader.string(end);
        case REAL -> real = reader.real();
        case INTEGER -> integers.add(reader.varint());
        case INTEGERS -> Tensor.readNumbers(reader, end, integers);
        case TEXT -> text = text(reader, reader.enter(end));
        case TENSOR -> tensor = Optional.of(Tensor.read(reader, reader.enter(end)));
        case KIND -> kind = (int) reader.varint();
        case GRAPH -> {
          kind = KIND_GRAPH;
          collectReads(reader, reader.enter(end), reads);
        }
        default -> reader.skip(end);
      }
    }
    return Map.entry(
        name, new Attribute(kind, List.copyOf(integers), real, text, tensor, List.copyOf(reads)));
  }

  /// Collects what the nodes of an inner graph read, from inside it or from around it.
  private static void collectReads(ProtobufReader reader, long end, List<String> reads)
      throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field != GRAPH_NODE) {
        reader.skip(end);
        continue;
      }
      long stop = reader.enter(end);
      for (int part = reader.nextField(stop); part != 0; part = reader.nextField(stop)) {
        switch (part) {
          case NODE_INPUT -> reads.add(reader.string(stop));
          case NODE_ATTRIBUTE -> reads.addAll(read(reader, reader.enter(stop)).getValue().reads());
          default -> reader.skip(stop);
        }
      }
    }
  }

  /// Some exporters keep whole files in an attribute; those are passed over.
  private static String text(ProtobufReader reader, long stop) throws IOException {
    if (stop - reader.position() > MAX_TEXT_BYTES) {
      reader.seek(stop);
      return "";
    }
    return new String(reader.copy(reader.position(), stop), StandardCharsets.UTF_8);
  }

  /// The message of an attribute without a tensor or a graph.
  ProtobufWriter write(String name) {
    var out = new ProtobufWriter().text(NAME, name);
    switch (kind) {
      case KIND_REAL -> out.real(REAL, real);
      case KIND_INTEGER -> out.number(INTEGER, integer());
      case KIND_TEXT -> out.text(TEXT, text);
      default -> integers.forEach(integer -> out.number(INTEGERS, integer));
    }
    return out.number(KIND, kind);
  }
}
