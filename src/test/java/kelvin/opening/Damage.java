package kelvin.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kelvin.app.AppAccess;
import kelvin.huggingface.DamagedTokenizers;

/// Ways to damage a model folder.
///
/// @param name for the message when something goes wrong
record Damage(String name, Change change) {

  private static final String LFS =
      "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 1234\n";

  /// Damages a complete folder.
  @FunctionalInterface
  interface Change {
    void apply(Path folder, Random random) throws IOException;
  }

  static List<Damage> all() {
    var all = new ArrayList<Damage>();
    ofGraph(all);
    ofWeights(all);
    ofConfiguration(all);
    ofTokenizer(all);
    return all;
  }

  private static void ofGraph(List<Damage> all) {
    for (int i = 0; i < 3; i++) {
      all.add(new Damage("graph cut off", (f, random) -> cut(graph(f), random)));
      all.add(new Damage("a bit of the graph flipped", (f, random) -> flip(graph(f), 1, random)));
    }
    all.add(new Damage("many bits of the graph flipped", (f, r) -> flip(graph(f), 40, r)));
    all.add(new Damage("graph empty", (f, _) -> Files.write(graph(f), new byte[0])));
    all.add(new Damage("graph a pointer", (f, _) -> Files.writeString(graph(f), LFS)));
    all.add(new Damage("graph is noise", (f, random) -> noise(graph(f), random)));
    all.add(new Damage("graph a folder", (f, _) -> replaceByFolder(graph(f))));
    all.add(new Damage("graph leads nowhere", (f, _) -> replaceByLink(graph(f), "gone.onnx")));
    all.add(new Damage("graph leads to itself", (f, _) -> replaceByLink(graph(f), "model.onnx")));
    all.add(new Damage("graph may not be read", (f, _) -> lock(graph(f))));
  }

  /// Of the one graph that has its weights beside it; of the others a file too many.
  private static void ofWeights(List<Damage> all) {
    all.add(new Damage("weights missing", (f, _) -> Files.deleteIfExists(weights(f))));
    all.add(new Damage("weights cut off", (f, random) -> cut(weights(f), random)));
    all.add(new Damage("weights empty", (f, _) -> Files.write(weights(f), new byte[0])));
    all.add(
        new Damage(
            "weights lead out of the folder",
            (f, _) -> replaceByLink(weights(f), "/etc/hostname")));
  }

  private static void ofConfiguration(List<Damage> all) {
    for (var json :
        List.of(
            "{",
            "[]",
            "{\"vocab_size\": 3, \"max_position_embeddings\": 96}",
            "{\"vocab_size\": 2000000000, \"head_dim\": 2000000000}",
            "{\"num_attention_heads\": 7, \"hidden_size\": 3}",
            "{\"num_key_value_heads\": 5, \"head_dim\": 1, \"eos_token_id\": [-5, 99999999]}",
            "{\"max_position_embeddings\": 1}",
            "{\"n_head\": 0, \"n_embd\": -4, \"vocab_size\": 1e400}")) {
      all.add(new Damage("config.json " + json, (f, _) -> Files.writeString(config(f), json)));
    }
    all.add(new Damage("config.json flipped", (f, random) -> flip(config(f), 3, random)));
    all.add(
        new Damage(
            "genai_config.json leads out",
            (f, _) ->
                Files.writeString(
                    f.resolve("genai_config.json"),
                    "{\"model\": {\"decoder\": {\"filename\": \"../../x.onnx\"}}}")));
  }

  private static void ofTokenizer(List<Damage> all) {
    all.add(new Damage("tokenizer cut off", (f, random) -> cut(tokenizer(f), random)));
    all.add(new Damage("tokenizer flipped", (f, random) -> flip(tokenizer(f), 1, random)));
    all.add(new Damage("tokenizer much flipped", (f, random) -> flip(tokenizer(f), 30, random)));
    for (int i = 0; i < 12; i++) {
      all.add(
          new Damage(
              "tokenizer with wrong settings",
              (f, random) -> {
                // As bytes, since damage may leave half a pair of surrogates.
                var settings = DamagedTokenizers.damaged(random);
                Files.write(tokenizer(f), settings.getBytes(StandardCharsets.UTF_8));
              }));
    }
    all.add(new Damage("tokenizer missing", (f, _) -> Files.delete(tokenizer(f))));
    all.add(
        new Damage("tokenizer leads nowhere", (f, _) -> replaceByLink(tokenizer(f), "gone.json")));
    all.add(
        new Damage(
            "tokenizer of another model",
            (f, _) ->
                Files.copy(
                    AppAccess.bundledModel().resolve("tokenizer.json"),
                    tokenizer(f),
                    StandardCopyOption.REPLACE_EXISTING)));
  }

  private static Path graph(Path folder) {
    return Stream.of("onnx/model.onnx", "model.onnx", "decoder_model.onnx")
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private static Path weights(Path folder) {
    return graph(folder).resolveSibling("model.onnx_data");
  }

  private static Path config(Path folder) {
    return folder.resolve("config.json");
  }

  private static Path tokenizer(Path folder) {
    return folder.resolve("tokenizer.json");
  }

  private static void cut(Path file, Random random) throws IOException {
    if (Files.exists(file)) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
  }

  /// Half of the flips are near the ends, where the structure is; most between is weights.
  private static void flip(Path file, int bits, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bits; i++) {
      int at =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(Math.min(400, bytes.length));
            case 1 -> bytes.length - 1 - random.nextInt(Math.min(1500, bytes.length));
            default -> random.nextInt(bytes.length);
          };
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    Files.write(file, bytes);
  }

  private static void noise(Path file, Random random) throws IOException {
    byte[] bytes = new byte[5000];
    random.nextBytes(bytes);
    Files.write(file, bytes);
  }

  private static void replaceByFolder(Path file) throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
  }

  private static void replaceByLink(Path file, String target) throws IOException {
    Files.deleteIfExists(file);
    Files.createSymbolicLink(file, Path.of(target));
  }

  /// Whoever runs the tests as root may read it nevertheless, and then it opens.
  private static void lock(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    }
  }
}
