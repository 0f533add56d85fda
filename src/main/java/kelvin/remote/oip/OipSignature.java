package kelvin.remote.oip;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.remote.http.ServerException;
import kelvin.remote.oip.ModelMetadata.Described;

/// The uses of a graph's inputs and outputs, found by name, type and rank.
///
/// @param inputs the inputs that each run fills anew
/// @param states in the order of the graph
record OipSignature(Map<Role, Described> inputs, List<StateInput> states, Described logits) {

  OipSignature {
    inputs = Map.copyOf(inputs);
    states = List.copyOf(states);
  }

  /// The use of an input that each run fills anew.
  enum Role {
    TOKENS("input_ids|input", 2, 2),
    MASK("attention_mask", 2, 2),
    POSITIONS("position_ids", 2, 2),
    KEPT_LOGITS("(num_)?logits_to_keep", 0, 1),
    TOKEN_TYPES("token_type_ids", 2, 2),
    CACHE_BRANCH("use_cache_branch", 0, 1);

    private final String name;
    private final int minRank;
    private final int maxRank;

    Role(String name, int minRank, int maxRank) {
      this.name = name;
      this.minRank = minRank;
      this.maxRank = maxRank;
    }

    /// The word for display.
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean fits(Described input) {
      boolean typed = this == CACHE_BRANCH ? input.type().equals("BOOL") : input.isInteger();
      return typed
          && input.name().matches(name)
          && input.rank() >= minRank
          && input.rank() <= maxRank;
    }
  }

  /// The parts of state names in inputs, with those that exporters use in outputs.
  private static final List<List<String>> RENAMES =
      List.of(
          List.of("past_key_values", "present"),
          List.of("past_key_values", "present_key_values"),
          List.of("past", "present"));

  /// @throws ServerException if it is not a causal language model that Kelvin can fill
  static OipSignature of(ModelMetadata model, String host) {
    var inputs = new EnumMap<Role, Described>(Role.class);
    var states = new ArrayList<StateInput>();
    for (var input : model.inputs()) {
      var role = roleOf(input);
      if (role.isPresent()) {
        inputs.put(role.get(), input);
      } else {
        states.add(
            state(input, model)
                .orElseThrow(
                    () ->
                        Answers.unusable(
                            model.name(),
                            host,
                            "it needs the input %s (%s, shape %s), which Kelvin cannot fill"
                                .formatted(input.name(), input.type(), input.shape()))));
      }
    }
    var tokens = inputs.get(Role.TOKENS);
    if (tokens == null) {
      throw Answers.unusable(
          model.name(), host, "it has no input of token ids (input_ids, INT64 or INT32, rank 2)");
    }
    if (tokens.shape().get(0) > 1 || tokens.shape().get(1) > 0) {
      throw Answers.unusable(
          model.name(), host, "its input_ids have the fixed shape " + tokens.shape());
    }
    return new OipSignature(inputs, states, logits(model, states, host));
  }

  private static Optional<Role> roleOf(Described input) {
    for (var role : Role.values()) {
      if (role.fits(input)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  private static Optional<StateInput> state(Described input, ModelMetadata model) {
    if (!input.isReal() || input.rank() < 3) {
      return Optional.empty();
    }
    int axis = -1;
    var shape = new ArrayList<>(input.shape());
    shape.set(0, 1L);
    for (int i = 1; i < shape.size(); i++) {
      if (shape.get(i) < 0) {
        if (axis > 0) {
          return Optional.empty();
        }
        axis = i;
      }
    }
    var present = presentOf(input, model);
    if (axis < 0 || present.isEmpty()) {
      return Optional.empty();
    }
    var type = TensorType.of(input.type()).orElseThrow();
    return Optional.of(new StateInput(input.name(), present.get(), type, shape, axis));
  }

  private static Optional<String> presentOf(Described past, ModelMetadata model) {
    for (var rename : RENAMES) {
      var name = past.name().replace(rename.get(0), rename.get(1));
      for (var output : model.outputs()) {
        if (!name.equals(past.name())
            && output.name().equals(name)
            && output.type().equals(past.type())) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  private static Described logits(ModelMetadata model, List<StateInput> states, String host) {
    var found = new ArrayList<Described>();
    for (var output : model.outputs()) {
      boolean isState = states.stream().anyMatch(state -> state.present().equals(output.name()));
      if (output.isReal() && output.rank() == 3 && !isState) {
        found.add(output);
      }
    }
    return found.stream()
        .filter(output -> output.name().equals("logits"))
        .findFirst()
        .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty())
        .orElseThrow(
            () ->
                Answers.unusable(
                    model.name(),
                    host,
                    "it has no output of logits (FP32 or FP16, rank 3: texts, tokens,"
                        + " vocabulary)"));
  }

  Optional<Described> input(Role role) {
    return Optional.ofNullable(inputs.get(role));
  }

  /// The width of a row of logits, if the description fixes it.
  OptionalInt stated() {
    long last = logits.shape().getLast();
    return last > 0 && last <= Integer.MAX_VALUE ? OptionalInt.of((int) last) : OptionalInt.empty();
  }

  /// True if some numbers that travel have half precision.
  boolean hasHalves() {
    return logits.type().equals("FP16")
        || states.stream().anyMatch(state -> state.type() == TensorType.FP16);
  }
}
