package kelvin.remote.oip;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.GraphTensor;
import kelvin.inference.run.ContextRuns;
import kelvin.remote.http.Reply;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerException;
import kelvin.remote.oip.ModelMetadata.Described;
import kelvin.remote.setup.ContextModel;
import kelvin.remote.setup.RemoteDescription;
import kelvin.remote.setup.RemoteSetup;

/// Opens a graph on a server of the Open Inference Protocol: asks for its description, finds the
/// use of its inputs and outputs, and tries it with a few small runs.
public final class OipOpening {

  private static final long MAX_DESCRIPTION = 4 << 20;
  private static final String MODELS = "/models/";

  /// The extension by which numbers travel as bytes.
  private static final String BINARY = "binary_tensor_data";

  private final ServerConnection server;
  private final RemoteSetup setup;

  public OipOpening(ServerConnection server, RemoteSetup setup) {
    this.server = server;
    this.setup = setup;
  }

  /// Opens the model, which then owns the connection.
  ///
  /// @throws ServerException if it cannot be used
  public LanguageModel open(Cancellation cancellation) {
    var path = setup.address().path();
    int models = path.lastIndexOf(MODELS);
    if (models < 0) {
      throw ServerException.lasting(
          "The address names no model.",
          "Give one such as " + setup.address().kind().example() + ".");
    }
    boolean binary = speaksBinary(path.substring(0, models), cancellation);
    var metadata = ModelMetadata.of(server.get(path, MAX_DESCRIPTION, cancellation), server.host());
    var signature = OipSignature.of(metadata, server.host());
    if (!binary && signature.hasHalves()) {
      throw Answers.unusable(
          metadata.name(),
          server.host(),
          "its logits or states have half precision, which needs the binary tensor extension");
    }
    var engine = new OipEngine(server, path, signature, binary);
    var found = new OipProbes(engine, setup.probes(), cancellation).run(signature, server.host());
    if (!found.isCausal()) {
      throw Answers.unusable(
          metadata.name(), server.host(), "its earlier logits depend on later tokens");
    }
    var descriptor =
        RemoteDescription.of(
            told(metadata, signature, found, binary), setup, warnings(signature, found));
    return new ContextModel(server, new ContextRuns(engine, found.plan()), descriptor);
  }

  private boolean speaksBinary(String root, Cancellation cancellation) {
    Reply reply = server.get(root, MAX_DESCRIPTION, cancellation);
    try {
      var extensions =
          JsonParser.parseReader(reply.reader()).getAsJsonObject().getAsJsonArray("extensions");
      return extensions != null
          && extensions.asList().stream().anyMatch(each -> each.getAsString().equals(BINARY));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw Answers.notOfTheProtocol(server.host(), "its description of itself cannot be read");
    }
  }

  private static List<String> warnings(OipSignature signature, OipProbes.Found found) {
    var warnings = new ArrayList<String>();
    if (found.plan().lastRowOnly()) {
      warnings.add(
          "The graph returns logits only for the last position, so scoring a whole prompt takes a"
              + " run for each token.");
    }
    if (!found.plan().caches()) {
      warnings.add(
          signature.states().isEmpty()
              ? "The graph has no states, so every prompt is computed from the start."
              : "The graph's states are not used, so every prompt is computed from the start: its"
                  + " logits differ from those of the whole context.");
    }
    return warnings;
  }

  private static RemoteDescription.Told told(
      ModelMetadata metadata, OipSignature signature, OipProbes.Found found, boolean binary) {
    var precision =
        signature.logits().type().toLowerCase(Locale.ROOT)
            + " logits, sent as "
            + (binary ? "bytes" : "JSON");
    return new RemoteDescription.Told(
        metadata.name(),
        precision,
        metadata.inputs().stream().map(each -> tensor(each, roleOf(each, signature))).toList(),
        metadata.outputs().stream().map(each -> tensor(each, useOf(each, signature))).toList(),
        found.plan().caches() ? CacheKind.CHAINED : CacheKind.NONE,
        found.logitCount(),
        found.outcomes());
  }

  private static String roleOf(Described input, OipSignature signature) {
    return signature.inputs().entrySet().stream()
        .filter(entry -> entry.getValue().equals(input))
        .map(entry -> entry.getKey().label())
        .findFirst()
        .orElse("cache");
  }

  private static String useOf(Described output, OipSignature signature) {
    if (output.equals(signature.logits())) {
      return "logits";
    }
    boolean isState =
        signature.states().stream().anyMatch(state -> state.present().equals(output.name()));
    return isState ? "cache" : "unused";
  }

  private static GraphTensor tensor(Described described, String role) {
    return new GraphTensor(
        described.name(),
        described.type().toLowerCase(Locale.ROOT),
        described.shape().toString(),
        role);
  }
}
