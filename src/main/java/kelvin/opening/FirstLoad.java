package kelvin.opening;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ModelLoader;

/// Loads and probes an unknown model in a process of its own, so that a crash of native code, a
/// hang or excessive memory use ends only the attempt.
public final class FirstLoad {

  /// The first argument of the process.
  public static final String ARGUMENT = "--first-load";

  /// Exit codes of the process: the model opened, or the reason is on standard output.
  private static final int OPENED = 0;

  private static final int REFUSED = 3;

  private static final Logger LOG = System.getLogger(FirstLoad.class.getName());
  private static final String TRY_ANOTHER =
      "Export the model again, or take another version of it.";

  /// In UTF-16 units, each of up to three bytes.
  private static final int MAX_DETAILS = 600;

  private static final String SEPARATOR = "\0";
  private static final int MAX_ANSWER_BYTES = 1 << 16;

  private final List<String> command;
  private final Path cacheFolder;

  /// @param command starts a program that takes `ARGUMENT`, a model's folder and `cacheFolder`
  /// @param cacheFolder keeps the records about models
  public FirstLoad(List<String> command, Path cacheFolder) {
    this.command = List.copyOf(command);
    this.cacheFolder = cacheFolder;
  }

  /// Runs in the process: loads the model and prints the reason if that fails.
  ///
  /// @return the exit code
  public static int answer(ModelLoader loader, Path folder, PrintStream out) {
    try {
      loader.load(folder, new Cancellation()).close();
      return OPENED;
    } catch (ModelLoadException e) {
      var parts = List.of(e.file().toString(), e.reason(), e.remedy(), cut(e.details()));
      out.print(String.join(SEPARATOR, parts));
      out.flush();
      return REFUSED;
    }
  }

  /// Leaves room for the rest of the answer, which must fit into a pipe of 4 KB.
  private static String cut(String details) {
    return details.length() <= MAX_DETAILS ? details : details.substring(0, MAX_DETAILS) + " …";
  }

  /// @param folder as the user gave it
  /// @throws ModelLoadException when the model cannot be used, with the reason from the process or
  ///     the way it ended
  /// @throws kelvin.inference.CancelledException when cancelled; the process has ended by then
  void check(Path folder, FirstLoadLimits limits, Cancellation cancellation)
      throws ModelLoadException {
    try {
      var arguments = new ArrayList<>(command);
      arguments.add(ARGUMENT);
      arguments.add(folder.toAbsolutePath().toString());
      arguments.add(cacheFolder.toAbsolutePath().toString());
      // The pipe to the process stays open. When this program dies, the other side sees its end.
      var process =
          new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      check(folder, limits, cancellation, process);
    } catch (IOException e) {
      // If no process can start, loading is no riskier than without this check.
      LOG.log(Level.WARNING, "first load not tried in a process of its own", e);
    }
  }

  private static void check(
      Path folder, FirstLoadLimits limits, Cancellation cancellation, Process process)
      throws IOException, ModelLoadException {
    try (var _ = cancellation.onCancel(process::destroyForcibly)) {
      await(process, folder, limits);
      cancellation.throwIfCancelled();
      judge(process, folder);
    } finally {
      process.destroyForcibly();
    }
  }

  /// The answer is short and fits into the pipe, so it can be read after the end.
  private static void judge(Process process, Path folder) throws IOException, ModelLoadException {
    int code = process.exitValue();
    if (code == REFUSED) {
      var answer = process.getInputStream().readNBytes(MAX_ANSWER_BYTES);
      throw refusal(folder, new String(answer, StandardCharsets.UTF_8));
    }
    if (code != OPENED) {
      throw new ModelLoadException(
          folder,
          "opening it crashes ONNX Runtime or the tokenizer; that was tried in a process of its"
              + " own, which ended with code "
              + code
              + ".",
          TRY_ANOTHER);
    }
  }

  private static void await(Process process, Path folder, FirstLoadLimits limits)
      throws ModelLoadException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.waiting());
    try {
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > end) {
          throw new ModelLoadException(
              folder, "it does not open within " + limits.waiting() + " seconds.", TRY_ANOTHER);
        }
        if (computing(process).toSeconds() >= limits.computing()) {
          throw new ModelLoadException(
              folder,
              "it does not open within " + limits.computing() + " seconds of computing.",
              TRY_ANOTHER);
        }
        if (ProcessMemory.residentBytes(process.pid()) > limits.memoryBytes()) {
          throw new ModelLoadException(
              folder,
              "opening it takes more than " + (limits.memoryBytes() >> 20) + " MB of memory.",
              TRY_ANOTHER);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private static Duration computing(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static ModelLoadException refusal(Path folder, String answer) {
    var parts = answer.split(SEPARATOR, 4);
    return parts.length == 4
        ? ModelLoadException.withDetails(Path.of(parts[0]), parts[1], parts[2], parts[3])
        : new ModelLoadException(folder, "it does not open.", TRY_ANOTHER);
  }
}
