package kelvin.remote.oip;

import kelvin.remote.http.ServerException;

/// Makes the sentences about answers that the protocol does not allow.
final class Answers {

  private Answers() {}

  /// @param what what is wrong, without a full stop
  static ServerException notOfTheProtocol(String host, String what) {
    return ServerException.lasting(
        "The server "
            + host
            + " does not answer as the Open Inference Protocol says: "
            + what
            + ".",
        "Check the address, and that the server speaks version 2 of the protocol.");
  }

  /// A model that is there but is not a causal language model that Kelvin can run.
  ///
  /// @param what what is wrong, without a full stop
  static ServerException unusable(String model, String host, String what) {
    return ServerException.lasting(
        "The model " + model + " on " + host + " cannot be used: " + what + ".",
        "Serve an ONNX export of a causal language model, as docs/engines.md says.");
  }
}
