package kelvin.remote.oip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.run.ContextRuns;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerException;

/// Runs tokens on the server. The states come back with the logits and go there again with the next
/// tokens, so the server keeps nothing and any number of users can share it.
final class OipEngine implements ContextRuns.Engine {

  /// A row of logits is no longer than this; for answers before its length is known.
  private static final int MAX_LOGITS = 1 << 20;

  /// The room for the JSON of an answer beside its numbers.
  private static final long SLACK = 1 << 20;

  /// A number takes at most so many bytes in JSON for each in binary.
  private static final int JSON_FACTOR = 16;

  private final ServerConnection server;
  private final String path;
  private final OipSignature signature;
  private final boolean binary;
  private final RunInputs inputs;
  private List<Tensor> states;
  private int cachedLength;
  private boolean keepsStates;
  private OptionalInt logitCount = OptionalInt.empty();

  /// @param path of the model on the server
  /// @param binary whether the server takes numbers as bytes
  OipEngine(ServerConnection server, String path, OipSignature signature, boolean binary) {
    this.server = server;
    this.path = path;
    this.signature = signature;
    this.binary = binary;
    inputs = new RunInputs(signature);
    keepsStates = !signature.states().isEmpty();
    states = empty();
  }

  private List<Tensor> empty() {
    return signature.states().stream().map(StateInput::empty).toList();
  }

  /// Says whether states are kept between runs; they are if the graph has some, until this.
  void keepStates(boolean kept) {
    crop(0);
    keepsStates = kept;
  }

  /// Fixes the width of a row of logits for all further runs.
  void expect(int width) {
    logitCount = OptionalInt.of(width);
  }

  @Override
  public int cachedLength() {
    return cachedLength;
  }

  @Override
  public void crop(int keep) {
    if (keep >= cachedLength) {
      return;
    }
    cachedLength = keep;
    if (keep == 0) {
      states = empty();
      return;
    }
    var cut = new ArrayList<Tensor>();
    for (int i = 0; i < states.size(); i++) {
      cut.add(states.get(i).cut(signature.states().get(i).axis(), keep));
    }
    states = List.copyOf(cut);
  }

  @Override
  public ContextRuns.Rows run(int[] newIds, int rows, Cancellation cancellation) {
    var answer = ask(newIds, rows, cancellation);
    var found = logits(answer, logitCount.orElseThrow());
    if (found.count() != rows) {
      throw Answers.notOfTheProtocol(
          server.host(), "it sends " + found.count() + " rows of logits in place of " + rows);
    }
    found.refuseNoNumbers(server.host());
    keep(answer, newIds.length);
    return found::row;
  }

  /// Runs tokens without any before them, whatever number of rows comes back. Keeps nothing.
  LogitsRows first(int[] ids, Cancellation cancellation) {
    crop(0);
    var answer = ask(ids, ids.length, cancellation);
    var shape = logits(answer).shape();
    long width = shape.getLast();
    if (width < 2 || width > MAX_LOGITS) {
      throw Answers.notOfTheProtocol(server.host(), "its logits have the shape " + shape);
    }
    var found = logits(answer, (int) width);
    found.refuseNoNumbers(server.host());
    return found;
  }

  private Map<String, Tensor> ask(int[] newIds, int rows, Cancellation cancellation) {
    var wanted = new ArrayList<String>();
    wanted.add(signature.logits().name());
    if (keepsStates) {
      signature.states().forEach(state -> wanted.add(state.present()));
    }
    var request = InferRequest.of(inputs.of(newIds, cachedLength, rows, states), wanted, binary);
    var reply =
        server.post(
            path + "/infer", request.headers(), request.body(), limit(newIds.length), cancellation);
    return InferReply.read(reply, server.host());
  }

  private long limit(int newTokens) {
    long width = logitCount.orElse(signature.stated().orElse(MAX_LOGITS));
    long bytes = newTokens * width * Float.BYTES;
    if (keepsStates) {
      long position = signature.states().stream().mapToLong(StateInput::bytesOfPosition).sum();
      bytes += (cachedLength + newTokens) * position;
    }
    return (binary ? bytes : bytes * JSON_FACTOR) + SLACK;
  }

  private Tensor logits(Map<String, Tensor> answer) {
    var found = answer.get(signature.logits().name());
    if (found == null || found.shape().size() != 3 || found.shape().getFirst() != 1) {
      throw Answers.notOfTheProtocol(
          server.host(),
          found == null
              ? "its answer has no output " + signature.logits().name()
              : "its logits have the shape " + found.shape());
    }
    return found;
  }

  private LogitsRows logits(Map<String, Tensor> answer, int width) {
    var found = logits(answer);
    if (found.shape().getLast() != width) {
      throw Answers.notOfTheProtocol(
          server.host(), "it sends " + found.shape().getLast() + " logits in place of " + width);
    }
    return new LogitsRows(found, width);
  }

  private void keep(Map<String, Tensor> answer, int added) {
    if (!keepsStates) {
      return;
    }
    var kept = new ArrayList<Tensor>();
    for (var state : signature.states()) {
      var present = answer.get(state.present());
      if (present == null
          || present.type() != state.type()
          || !present.shape().equals(state.shapeOf(cachedLength + added))) {
        throw wrongState(state, present == null ? "missing" : "of shape " + present.shape());
      }
      kept.add(present.named(state.past()));
    }
    states = List.copyOf(kept);
    cachedLength += added;
  }

  private ServerException wrongState(StateInput state, String found) {
    return Answers.notOfTheProtocol(
        server.host(), "the state " + state.present() + " in its answer is " + found);
  }
}
