package kelvin.distribution.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.MirostatTwo;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.PresencePenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.Xtc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToolTest {

  private static final SamplerChain CHAIN =
      SamplerChain.of(new Temperature(0.7), new TopK(40, TopK.Ties.KEEP), new TopP(0.9));

  @Test
  void transformersTakesAGenerationConfig() {
    var settings = Tool.TRANSFORMERS.settings(CHAIN);

    assertEquals(
        """
        GenerationConfig(
            do_sample=True,
            temperature=0.7,
            top_k=40,
            top_p=0.9,
        )""",
        settings.code());
    assertEquals(List.of(), settings.differences());
  }

  @Test
  void transformersGetsTopKZeroWithoutATopKStage() {
    var settings = Tool.TRANSFORMERS.settings(SamplerChain.of(new Temperature(1)));

    assertTrue(settings.code().contains("top_k=0"));
  }

  @Test
  void transformersIsGreedyByNotSampling() {
    var settings = Tool.TRANSFORMERS.settings(SamplerChain.of(new Temperature(0)));

    assertTrue(settings.code().contains("do_sample=False"));
    assertFalse(settings.code().contains("temperature"));
  }

  @Test
  void llamaCppTakesAnyOrder() {
    var settings =
        Tool.LLAMA_CPP.settings(
            SamplerChain.of(
                new LogitBias(List.of(new LogitBias.Bias(List.of(7), Double.NEGATIVE_INFINITY))),
                new TopP(0.9),
                new Temperature(0.7)));

    assertEquals(
        "llama-cli --samplers 'top_p;temperature' --logit-bias 7-inf --top-p 0.9 --temp 0.7",
        settings.code());
    assertEquals(List.of(), settings.differences());
  }

  @Test
  void vllmTakesSamplingParams() {
    var settings =
        Tool.VLLM.settings(
            SamplerChain.of(
                new PresencePenalty(0.5, PenaltyScope.OUTPUT),
                new Temperature(0.7),
                new MinP(0.1)));

    assertEquals(
        """
        SamplingParams(
            presence_penalty=0.5,
            temperature=0.7,
            min_p=0.1,
        )""",
        settings.code());
    assertEquals(List.of(), settings.differences());
  }

  @Test
  void listsWhatAToolCannotExpress() {
    var chain =
        SamplerChain.of(
            new TopP(0.9), new Temperature(0.7), new Xtc(0.5, 0.1), new MirostatTwo(5, 0.1));

    var differences = Tool.TRANSFORMERS.settings(chain).differences();

    assertEquals(
        List.of(
            "transformers has no xtc: it is left out.",
            "transformers has no mirostat-2: it is left out.",
            "transformers always runs these stages in the order temperature, top-p; "
                + "this chain has top-p,"
                + " temperature."),
        differences);
  }

  @Test
  void listsDifferentTieRules() {
    assertEquals(1, Tool.LLAMA_CPP.settings(CHAIN).differences().size());
    assertEquals(
        1, Tool.VLLM.settings(SamplerChain.of(new TopK(5, TopK.Ties.EXACT))).differences().size());
  }

  @ParameterizedTest
  @CsvSource({"TRANSFORMERS, HUGGING_FACE", "LLAMA_CPP, LLAMA_CPP", "VLLM, VLLM"})
  void aToolExpressesAllOfItsOwnPreset(Tool tool, SamplerPreset preset) {
    assertEquals(List.of(), tool.settings(preset.chain()).differences());
  }

  @ParameterizedTest
  @EnumSource(StageKind.class)
  void everyStageIsWrittenOrReportedAsLeftOut(StageKind kind) {
    for (var tool : Tool.values()) {
      var empty = tool.settings(SamplerChain.NEUTRAL);
      var settings = tool.settings(SamplerChain.of(kind.standard()));
      boolean nothingToSay = kind == StageKind.LOGIT_BIAS || kind == StageKind.SUPPRESSED_TOKENS;
      assertTrue(
          nothingToSay
              || !settings.code().equals(empty.code())
              || !settings.differences().isEmpty(),
          tool + " " + kind);
    }
  }

  @Test
  void anUnknownToolIsRefusedWithTheKnownOnes() {
    assertEquals(Tool.VLLM, Tool.of("vllm"));
    var e = assertThrows(IllegalArgumentException.class, () -> Tool.of("ollama"));
    assertTrue(String.valueOf(e.getMessage()).contains("transformers, llama.cpp, vllm"));
  }
}
