package kelvin.huggingface;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.inference.ModelLoadException;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import kelvin.inference.folder.ModelLinks;
import org.jspecify.annotations.Nullable;

/// Finds the chat templates of a model: in `chat_template.jinja` and the files of
/// `additional_chat_templates`, in `tokenizer_config.json` as a text or as a list with names, or in
/// `chat_template.json`. Where a name stands in several, the first of these holds, as in
/// Transformers.
public final class ChatTemplateFiles {

  private static final List<String> TOKENS =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  private static final String FIELD = "chat_template";
  private static final String ENDING = ".jinja";
  private static final long LARGEST = 64L << 20;

  private final Path place;
  private final Map<String, ChatTemplate> found = new LinkedHashMap<>();

  private ChatTemplateFiles(Path place) {
    this.place = place;
  }

  /// @param folder the model's folder, or a graph in it
  /// @throws ModelLoadException if a file that holds a template cannot be read
  public static ChatTemplates read(Path folder) throws ModelLoadException {
    var place = folderOf(folder);
    var files = new ChatTemplateFiles(place);
    files.addFile(place.resolve("chat_template.jinja"), ChatTemplate.DEFAULT);
    files.addFolder(place.resolve("additional_chat_templates"));
    files.addConfig(place.resolve("tokenizer_config.json"));
    files.addConfig(place.resolve("chat_template.json"));
    return new ChatTemplates(place, List.copyOf(files.found.values()), tokens(place));
  }

  private static Path folderOf(Path given) throws ModelLoadException {
    if (!Files.exists(given)) {
      throw new ModelLoadException(
          given, "there is no such folder.", "Give the folder that holds the .onnx file.");
    }
    if (!Files.isRegularFile(given)) {
      return given;
    }
    var parent = given.resolveSibling("").toAbsolutePath().normalize();
    return parent.endsWith("onnx") ? parent.resolveSibling("") : parent;
  }

  private static Map<String, String> tokens(Path folder) throws ModelLoadException {
    var special = folder.resolve("special_tokens_map.json");
    if (Files.exists(special)) {
      ModelLinks.check(folder, special);
    }
    var settings = TokenizerSettings.read(folder);
    var tokens = new LinkedHashMap<String, String>();
    TOKENS.forEach(name -> settings.tokenText(name).ifPresent(text -> tokens.put(name, text)));
    return tokens;
  }

  private void addFolder(Path folder) throws ModelLoadException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new ModelLoadException(
          folder, "this folder cannot be read.", "Check its permissions.", e);
    }
    for (var file : files) {
      var name = file.getFileName().toString();
      addFile(file, name.substring(0, name.length() - ENDING.length()));
    }
  }

  private void addFile(Path file, String name) throws ModelLoadException {
    if (Files.exists(file)) {
      add(name, file, text(file));
    }
  }

  private void add(String name, Path file, String source) {
    found.putIfAbsent(name, new ChatTemplate(name, file, source));
  }

  private void addConfig(Path file) throws ModelLoadException {
    if (!Files.exists(file)) {
      return;
    }
    var template = object(file).get(FIELD);
    if (template instanceof JsonArray list) {
      for (var entry : list) {
        addNamed(file, entry);
      }
    } else if (template instanceof JsonObject byName) {
      byName.asMap().forEach((name, source) -> addText(name, file, source));
    } else {
      addText(ChatTemplate.DEFAULT, file, template);
    }
  }

  private void addNamed(Path file, JsonElement entry) {
    if (entry instanceof JsonObject named
        && named.get("name") != null
        && isText(named.get("name"))) {
      addText(named.get("name").getAsString(), file, named.get("template"));
    }
  }

  private void addText(String name, Path file, @Nullable JsonElement source) {
    if (source != null && isText(source)) {
      add(name, file, source.getAsString());
    }
  }

  private static boolean isText(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  private JsonObject object(Path file) throws ModelLoadException {
    try {
      if (JsonParser.parseString(text(file)) instanceof JsonObject object) {
        return object;
      }
      throw new JsonParseException("not an object");
    } catch (JsonParseException e) {
      throw new ModelLoadException(
          file, "this file is not readable JSON.", "Download or export it again.", e);
    }
  }

  private String text(Path file) throws ModelLoadException {
    ModelLinks.check(place, file);
    try {
      if (Files.size(file) > LARGEST) {
        throw new ModelLoadException(file, "this file is larger than 64 MB.", "Download it again.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ModelLoadException(file, "this file is not UTF-8 text.", "Download it again.", e);
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "this file cannot be read.", "Check that it exists and its permissions.", e);
    }
  }
}
