package kelvin.onnx.training;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kelvin.onnx.wire.ExternalEntry;
import kelvin.onnx.wire.ProtobufReader;

/// The places of float32 weights in a graph's file and the files beside it. Numbers are replaced
/// where they stand, so nothing else of a file changes.
public final class WeightPlaces {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int REAL_DATA = 4;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int EXTERNAL_DATA = 13;
  private static final int BLOCK_BYTES = 1 << 20;

  /// A part of a file.
  ///
  /// @param file relative to the folder of the graph
  private record Place(Path file, long offset) {}

  private final Path graph;
  private final Map<String, Place> places;

  private WeightPlaces(Path graph, Map<String, Place> places) {
    this.graph = graph;
    this.places = places;
  }

  /// @param names of the weights
  /// @throws IOException if one of them is not found as a block of numbers
  public static WeightPlaces read(Path graph, Set<String> names) throws IOException {
    var places = new HashMap<String, Place>();
    try (var reader = new ProtobufReader(graph)) {
      long end = reader.size();
      for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
        if (field == MODEL_GRAPH) {
          readGraph(reader, reader.enter(end), graph.getFileName(), places);
        } else {
          reader.skip(end);
        }
      }
    }
    for (var name : names) {
      if (!places.containsKey(name)) {
        throw new IOException("the numbers of the weight " + name + " are not in one block");
      }
    }
    return new WeightPlaces(graph, places);
  }

  private static void readGraph(
      ProtobufReader reader, long end, Path file, Map<String, Place> places) throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == GRAPH_INITIALIZER) {
        readTensor(reader, reader.enter(end), file, places);
      } else {
        reader.skip(end);
      }
    }
  }

  private static void readTensor(
      ProtobufReader reader, long end, Path file, Map<String, Place> places) throws IOException {
    var name = "";
    var entries = new HashMap<String, String>();
    long inside = -1;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      boolean packed = reader.wireType() == ProtobufReader.LENGTH_DELIMITED;
      if (field == NAME) {
        name = reader.string(end);
      } else if (field == EXTERNAL_DATA) {
        var entry = ExternalEntry.read(reader, reader.enter(end));
        entries.put(entry.key(), entry.value());
      } else if (packed && (field == RAW_DATA || field == REAL_DATA)) {
        long stop = reader.enter(end);
        inside = reader.position();
        reader.seek(stop);
      } else {
        reader.skip(end);
      }
    }
    var location = entries.get("location");
    if (location != null) {
      places.put(name, new Place(Path.of(location), offset(entries)));
    } else if (inside >= 0) {
      places.put(name, new Place(file, inside));
    }
  }

  private static long offset(Map<String, String> entries) throws IOException {
    try {
      return Long.parseLong(entries.getOrDefault("offset", "0"));
    } catch (NumberFormatException e) {
      throw new IOException("a weight has an invalid place in its file", e);
    }
  }

  /// Reads the numbers of a weight into a buffer, from its beginning to its end.
  public void read(String name, FloatBuffer into) throws IOException {
    var place = place(name);
    var block = block();
    try (var channel =
        FileChannel.open(graph.resolveSibling(place.file()), StandardOpenOption.READ)) {
      long at = place.offset();
      for (int from = 0; from < into.capacity(); ) {
        int count = Math.min(into.capacity() - from, BLOCK_BYTES / Float.BYTES);
        block.clear().limit(count * Float.BYTES);
        while (block.hasRemaining()) {
          if (channel.read(block, at + block.position()) <= 0) {
            throw new EOFException("the file with the weight " + name + " ends in the middle");
          }
        }
        into.put(from, block.flip().asFloatBuffer(), 0, count);
        at += (long) count * Float.BYTES;
        from += count;
      }
    }
  }

  /// Writes numbers in the place of a weight, into the files of a copy.
  ///
  /// @param copy the graph of the copy
  public void write(String name, FloatBuffer values, Path copy) throws IOException {
    var place = place(name);
    var block = block();
    try (var channel =
        FileChannel.open(copy.resolveSibling(place.file()), StandardOpenOption.WRITE)) {
      long at = place.offset();
      for (int from = 0; from < values.capacity(); ) {
        int count = Math.min(values.capacity() - from, BLOCK_BYTES / Float.BYTES);
        block.clear().limit(count * Float.BYTES);
        block.asFloatBuffer().put(0, values, from, count);
        while (block.hasRemaining()) {
          at += channel.write(block, at);
        }
        from += count;
      }
    }
  }

  private Place place(String name) {
    var place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(name);
    }
    return place;
  }

  private static ByteBuffer block() {
    return ByteBuffer.allocateDirect(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
