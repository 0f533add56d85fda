package kelvin.remote.place;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The protocols by which a server can tell of a distribution.
public enum ServerKind {
  /// The Open Inference Protocol with an ONNX graph: Triton, KServe.
  OIP("oip", "oip+http://host:8000/v2/models/NAME"),
  /// vLLM.
  VLLM("vllm", "vllm+http://host:8000"),
  /// The server of llama.cpp.
  LLAMA_CPP("llama.cpp", "llama.cpp+http://host:8080"),
  /// Completions with log-probabilities as OpenAI documents them: the most probable tokens only.
  OPENAI("openai", "openai+http://host:8000/v1/models/NAME");

  private final String word;
  private final String example;

  ServerKind(String word, String example) {
    this.word = word;
    this.example = example;
  }

  /// The word before the plus sign of an address.
  public String word() {
    return word;
  }

  /// An address of this kind.
  public String example() {
    return example;
  }

  /// The forms of all addresses, for messages.
  static String forms() {
    return Arrays.stream(values()).map(ServerKind::example).collect(Collectors.joining(", "));
  }
}
