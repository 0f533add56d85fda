package kelvin.remote.scores;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kelvin.inference.Cancellation;
import kelvin.remote.http.Reply;
import kelvin.remote.http.ServerConnection;

/// A server that takes and gives JSON.
record JsonServer(ServerConnection connection) {

  /// The largest answer: the scores of some hundred thousand tokens at some positions.
  static final long MAX_BYTES = 512L << 20;

  private static final long MAX_SHORT = 4 << 20;

  String host() {
    return connection.host();
  }

  Reply get(String path, Cancellation cancellation) {
    return connection.get(path, MAX_SHORT, cancellation);
  }

  Reply post(String path, JsonObject body, Cancellation cancellation) {
    return connection.post(
        path,
        Map.of("Content-Type", "application/json"),
        body.toString().getBytes(StandardCharsets.UTF_8),
        MAX_BYTES,
        cancellation);
  }
}
