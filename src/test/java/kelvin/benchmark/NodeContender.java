package kelvin.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Runs the same loop in JavaScript with `onnxruntime-node`, in a separate process.
final class NodeContender implements Contender {

  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  /// @param place the folder with the script and its package
  NodeContender(Path place, Path folder, int threads) throws IOException {
    process =
        new ProcessBuilder("node", "decode.js")
            .directory(place.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    out = process.inputReader(StandardCharsets.UTF_8);
    ask("open " + folder.resolve("model.onnx").toAbsolutePath() + " " + threads + " float32");
  }

  /// Copies the script and installs its package with npm, once.
  ///
  /// @return whether Node is available
  static boolean install(Path sources, Path place) throws IOException, InterruptedException {
    if (Files.isDirectory(place.resolve("node_modules"))) {
      return true;
    }
    Files.createDirectories(place);
    for (var name : List.of("package.json", "decode.js")) {
      Files.copy(sources.resolve(name), place.resolve(name));
    }
    try {
      return new ProcessBuilder("npm", "install", "--ignore-scripts", "--no-package-lock")
              .directory(place.toFile())
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      System.out.println("No npm here: " + e.getMessage());
      return false;
    }
  }

  private double ask(String command) throws IOException {
    in.println(command);
    var answer = out.readLine();
    if (answer == null) {
      throw new IOException("node ended at: " + command);
    }
    return Double.parseDouble(answer.replaceFirst(" .*", ""));
  }

  private static String joined(int... ids) {
    return Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  @Override
  public String name() {
    return "onnxruntime-node";
  }

  @Override
  public void prefill(int... ids) throws IOException {
    ask("prefill " + joined(ids));
  }

  @Override
  public double steps(int... ids) throws IOException {
    return ask("steps " + joined(ids));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
