package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.inference.ModelLoadException;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, an instruct model is asked without its template, or with the wrong one.
class ChatTemplateFilesTest {

  @TempDir Path folder;

  private void write(String name, String content) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Map<String, String> sources() throws ModelLoadException {
    return ChatTemplateFiles.read(folder).templates().stream()
        .collect(Collectors.toMap(ChatTemplate::name, ChatTemplate::source));
  }

  @Test
  void aTextInTheConfigurationIsTheDefault() throws Exception {
    write(
        "tokenizer_config.json",
        "{\"chat_template\": \"a\", \"bos_token\": {\"content\": \"<s>\"}, \"eos_token\": \"</s>\","
            + " \"pad_token\": null}");
    assertEquals(Map.of("default", "a"), sources());
    assertEquals(
        Map.of("bos_token", "<s>", "eos_token", "</s>"), ChatTemplateFiles.read(folder).tokens());
  }

  @Test
  void severalTemplatesHaveNames() throws Exception {
    write(
        "tokenizer_config.json",
        "{\"chat_template\": [{\"name\": \"default\", \"template\": \"a\"},"
            + " {\"name\": \"tool_use\", \"template\": \"b\"}, 5, {\"name\": 1}]}");
    assertEquals(Map.of("default", "a", "tool_use", "b"), sources());
    var templates = ChatTemplateFiles.read(folder);
    assertEquals("a", templates.choose(Optional.empty(), false).source());
    assertEquals("b", templates.choose(Optional.empty(), true).source());
    assertEquals("b", templates.choose(Optional.of("tool_use"), false).source());
    var unknown =
        assertThrows(ChatException.class, () -> templates.choose(Optional.of("rag"), false));
    assertTrue(String.valueOf(unknown.getMessage()).endsWith("name one of: default, tool_use."));
  }

  @Test
  void aFileOfItsOwnComesFirst() throws Exception {
    write("tokenizer_config.json", "{\"chat_template\": \"old\"}");
    write("chat_template.jinja", "new\n");
    write("chat_template.json", "{\"chat_template\": \"oldest\"}");
    write("additional_chat_templates/rag.jinja", "documents");
    assertEquals(Map.of("default", "new\n", "rag", "documents"), sources());
  }

  @Test
  void theFileOfAProcessorIsReadToo() throws Exception {
    write("chat_template.json", "{\"chat_template\": \"p\"}");
    assertEquals(Map.of("default", "p"), sources());
  }

  @Test
  void aGraphStandsForItsFolder() throws Exception {
    write("chat_template.jinja", "a");
    write("onnx/model.onnx", "");
    assertEquals(1, ChatTemplateFiles.read(folder.resolve("onnx/model.onnx")).templates().size());
  }

  @Test
  void aModelWithoutATemplateSaysSo() throws Exception {
    var templates = ChatTemplateFiles.read(folder);
    var failure =
        assertThrows(ChatException.class, () -> templates.choose(Optional.empty(), false));
    assertTrue(String.valueOf(failure.getMessage()).contains("this model has no chat template"));
  }

  @Test
  void aLinkThatLeadsOutIsNotRead(@TempDir Path elsewhere) throws Exception {
    var secret = Files.writeString(elsewhere.resolve("secret"), "{}");
    for (var name :
        List.of(
            "chat_template.jinja",
            "additional_chat_templates/x.jinja",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "chat_template.json")) {
      var link = folder.resolve(name);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, secret);

      var refusal = assertThrows(ModelLoadException.class, () -> ChatTemplateFiles.read(folder));

      assertEquals(
          "this is a link to " + secret.toRealPath() + ", outside the model's folder.",
          refusal.reason());
      Files.delete(link);
    }
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    write("tokenizer_config.json", "{");
    var failure = assertThrows(ModelLoadException.class, () -> ChatTemplateFiles.read(folder));
    assertEquals("this file is not readable JSON.", failure.reason());
    var missing = folder.resolve("missing");
    assertThrows(ModelLoadException.class, () -> ChatTemplateFiles.read(missing));
  }
}
