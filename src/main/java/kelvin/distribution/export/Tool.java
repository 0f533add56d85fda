package kelvin.distribution.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;

/// The tools for which a chain can be exported.
///
/// The names of arguments come from Transformers 5.18 `GenerationConfig`, llama.cpp
/// `common/arg.cpp` and vLLM `SamplingParams`.
public enum Tool {
  TRANSFORMERS("transformers", SamplerPreset.HUGGING_FACE) {
    @Override
    ToolSettings write(SamplerChain chain, List<String> differences) {
      return TransformersSettings.of(chain, differences);
    }
  },
  LLAMA_CPP("llama.cpp", SamplerPreset.LLAMA_CPP) {
    @Override
    ToolSettings write(SamplerChain chain, List<String> differences) {
      return LlamaCppSettings.of(chain, differences);
    }
  },
  VLLM("vllm", SamplerPreset.VLLM) {
    @Override
    ToolSettings write(SamplerChain chain, List<String> differences) {
      return VllmSettings.of(chain, differences);
    }
  };

  private final String label;
  private final SamplerPreset preset;

  Tool(String label, SamplerPreset preset) {
    this.label = label;
    this.preset = preset;
  }

  /// The name on the command line.
  public String label() {
    return label;
  }

  /// @throws IllegalArgumentException if there is no such tool; the message lists all
  public static Tool of(String label) {
    return Arrays.stream(values())
        .filter(tool -> tool.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no tool '"
                        + label
                        + "'; use one of: "
                        + Arrays.stream(values())
                            .map(Tool::label)
                            .collect(Collectors.joining(", "))));
  }

  public ToolSettings settings(SamplerChain chain) {
    var differences = new ArrayList<String>();
    for (var stage : chain.active()) {
      if (stage.settings().get("least") instanceof Integer minKept && minKept > 1) {
        differences.add(
            label
                + " has no setting here for the number of tokens that "
                + stage.name()
                + " always keeps: "
                + minKept
                + ".");
      }
    }
    return write(chain, differences);
  }

  abstract ToolSettings write(SamplerChain chain, List<String> differences);

  /// Adds a difference if the tool's fixed order is not the chain's.
  void compareOrder(SamplerChain chain, List<String> differences) {
    var fixed = preset.chain().entries().stream().map(entry -> entry.stage().kind()).toList();
    var ours = chain.active().stream().map(SamplerStage::kind).filter(fixed::contains).toList();
    var theirs = fixed.stream().filter(ours::contains).toList();
    if (!ours.equals(theirs)) {
      differences.add(
          label
              + " always runs these stages in the order "
              + names(theirs)
              + "; this chain has "
              + names(ours)
              + ".");
    }
  }

  private static String names(List<StageKind> kinds) {
    return kinds.stream().map(StageKind::label).collect(Collectors.joining(", "));
  }

  /// A sentence about a stage that the tool does not have.
  String missingStage(SamplerStage stage) {
    return label + " has no " + stage.name() + ": it is left out.";
  }
}
