package kelvin.onnx.batch;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;

/// Runs several texts after one beginning. The states of the beginning are copied for each text.
///
/// Shorter texts are filled up at their end, on the right: a causal model does not see later
/// tokens, so no mask, no position and no state of the wanted rows changes, in whatever way the
/// graph finds its positions.
public final class GraphBatches implements BatchRuns, AutoCloseable {

  /// The most memory for the states of a batch.
  public static final long MAX_STATE_BYTES = 256L << 20;

  /// The most memory for the logits of a batch.
  public static final long MAX_LOGITS_BYTES = 64L << 20;

  /// Above this, a batch is no faster. A proof compares batches up to here.
  public static final int MAX_TEXTS = 32;

  private final BatchedGraph graph;
  private final RunTimes times;
  private final List<Room> stateRooms = new ArrayList<>();
  private final Room logitsRoom = new Room();
  private final float[] row;

  /// The tokens of the copied states.
  private int[] beginning = new int[0];

  /// The number of copies of the states.
  private int copies;

  /// The positions of the largest batch since the memory was made. A larger one first makes more of
  /// it, which takes several times as long as the batch, so its time is not measured.
  private int largest;

  public GraphBatches(BatchedGraph graph, RunTimes times) {
    this.graph = graph;
    this.times = times;
    row = new float[graph.logits().width()];
    graph.states().forEach(_ -> stateRooms.add(new Room()));
  }

  @Override
  public boolean sharesBeginning() {
    return graph.holdsStates();
  }

  @Override
  public int maxTexts(int beginningLength, int longest) {
    long states = 0;
    for (var state : graph.states()) {
      states += state.bytesOfPosition() * beginningLength;
    }
    long rows = (long) longest * graph.logits().width() * graph.logits().type().size;
    long fitting = Math.min(MAX_STATE_BYTES / Math.max(1, states), MAX_LOGITS_BYTES / rows);
    return (int) Math.min(MAX_TEXTS, fitting);
  }

  @Override
  public double secondsOfRun(int tokens) {
    return times.of(tokens);
  }

  @Override
  public double secondsOfBatch(int beginningLength, int texts, int longest) {
    return times.ofBatch(texts * longest, texts * (beginningLength + longest));
  }

  @Override
  public void run(int[] shared, List<Tail> tails, Sink sink, Cancellation cancellation) {
    tails.forEach(tail -> graph.check(joined(shared, tail.ids())));
    if (tails.isEmpty() || (shared.length > 0 && !sharesBeginning())) {
      throw new IllegalArgumentException(tails.size() + " texts after " + shared.length);
    }
    int longest = tails.stream().mapToInt(tail -> tail.ids().length).max().orElseThrow();
    int first = tails.stream().mapToInt(Tail::from).min().orElseThrow();
    int unread = graph.limitsRows() ? Math.min(first, longest - 1) : 0;
    var size = new Size(longest, longest - unread);
    try {
      long start = System.nanoTime();
      if (!isCopied(shared, tails.size())) {
        int held = shared.length == 0 ? 0 : graph.hold(shared, cancellation);
        start = System.nanoTime();
        copyStates(shared, held, tails.size());
      }
      runAll(shared.length, tails, size, cancellation);
      int count = tails.size() * longest;
      int positions = count + tails.size() * shared.length;
      if (positions <= largest) {
        times.addBatch(count, positions, (System.nanoTime() - start) / 1e9);
      }
      largest = Math.max(largest, positions);
    } catch (OrtException e) {
      throw new InferenceException(graph.reasonOf(e), e);
    }
    for (int t = 0; t < tails.size(); t++) {
      for (int i = tails.get(t).from(); i < tails.get(t).ids().length; i++) {
        sink.accept(t, i, row((long) t * size.rows() + i - unread));
      }
    }
  }

  /// The size of each text of a batch.
  ///
  /// @param tokens the number of its tokens after the beginning
  /// @param rows the number of its last rows that come back
  private record Size(int tokens, int rows) {}

  private static int[] joined(int[] shared, int[] tail) {
    var whole = Arrays.copyOf(shared, shared.length + tail.length);
    System.arraycopy(tail, 0, whole, shared.length, tail.length);
    return whole;
  }

  /// Returns whether the states are there from an earlier batch. They depend on their tokens only.
  private boolean isCopied(int[] shared, int texts) {
    boolean first = graph.states().stream().allMatch(state -> state.batchAxis() == 0);
    return Arrays.equals(shared, beginning) && (first ? texts <= copies : texts == copies);
  }

  private void copyStates(int[] shared, int held, int texts) {
    copies = 0;
    for (int i = 0; i < stateRooms.size(); i++) {
      var state = graph.states().get(i);
      long bytes = state.bytesOfPosition() * shared.length * texts;
      if (bytes > 0) {
        var memory = stateRooms.get(i).of(bytes);
        state.repeat(graph.held(state), held, memory, texts, shared.length);
      }
    }
    beginning = shared.clone();
    copies = texts;
  }

  private void runAll(int past, List<Tail> tails, Size size, Cancellation cancellation)
      throws OrtException {
    var open = new ArrayList<OnnxTensor>();
    try {
      var inputs = inputs(past, tails, size, open);
      var logits = graph.logits();
      long[] shape = {tails.size(), size.rows(), logits.width()};
      long bytes = (long) tails.size() * size.rows() * logits.width() * logits.type().size;
      var target = tensor(logitsRoom.of(bytes), bytes, shape, logits.type());
      open.add(target);
      graph.run(inputs, target, cancellation);
    } finally {
      open.forEach(OnnxTensor::close);
    }
  }

  /// @param open receives the tensors to close
  private Map<String, OnnxTensor> inputs(
      int past, List<Tail> tails, Size size, List<OnnxTensor> open) throws OrtException {
    var inputs = new HashMap<String, OnnxTensor>();
    var texts = new ArrayList<List<TextInput>>();
    for (var tail : tails) {
      texts.add(graph.inputs(filled(tail.ids(), size.tokens()), past, size.rows()));
    }
    for (int i = 0; i < texts.getFirst().size(); i++) {
      int index = i;
      var each = texts.stream().map(text -> text.get(index)).toList();
      var tensor = TextInput.join(graph.environment(), each);
      open.add(tensor);
      inputs.put(each.getFirst().name(), tensor);
    }
    for (int i = 0; i < stateRooms.size(); i++) {
      var state = graph.states().get(i);
      long bytes = state.bytesOfPosition() * past * tails.size();
      // A tensor without elements needs memory, too.
      var memory = stateRooms.get(i).of(Math.max(bytes, Long.BYTES));
      var tensor = tensor(memory, bytes, state.shapeOf(tails.size(), past), state.type());
      open.add(tensor);
      inputs.put(state.name(), tensor);
    }
    return inputs;
  }

  /// Repeats the last token, which is an ordinary one.
  private static int[] filled(int[] ids, int length) {
    var all = Arrays.copyOf(ids, length);
    Arrays.fill(all, ids.length, length, ids[ids.length - 1]);
    return all;
  }

  private OnnxTensor tensor(MemorySegment memory, long bytes, long[] shape, OnnxJavaType type)
      throws OrtException {
    var window = memory.asSlice(0, bytes).asByteBuffer().order(ByteOrder.nativeOrder());
    return OnnxTensor.createTensor(graph.environment(), window, shape, type);
  }

  private float[] row(long index) {
    var type = graph.logits().type();
    long size = (long) row.length * type.size;
    var bytes = logitsRoom.of(0).asSlice(index * size, size).asByteBuffer();
    bytes.order(ByteOrder.nativeOrder());
    if (type == OnnxJavaType.FLOAT16) {
      var halves = bytes.asShortBuffer();
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.float16ToFloat(halves.get(i));
      }
    } else {
      bytes.asFloatBuffer().get(row);
    }
    return row;
  }

  @Override
  public void release() {
    stateRooms.forEach(Room::close);
    logitsRoom.close();
    beginning = new int[0];
    copies = 0;
    largest = 0;
  }

  @Override
  public void close() {
    release();
  }
}
