package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.stream.JsonReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Starts processes of [SavingProgram], a few ahead of the one that saves.
///
/// Most of such a short process is the start of its JVM. So they read their classes, parsed
/// already, from a shared archive, which the JVM makes only of jars.
final class SavingProcesses implements AutoCloseable {

  private static final int AHEAD = 2;

  private final Path file;
  private final Path jar;
  private final Path archive;
  private final Queue<Process> waiting = new ArrayDeque<>();

  /// @param file what the processes save
  /// @param folder for the jar and the archive
  SavingProcesses(Path file, Path folder)
      throws IOException, InterruptedException, URISyntaxException {
    this.file = file;
    this.jar = writeJar(folder.resolve("classes.jar"));
    this.archive = folder.resolve("classes.jsa");
    var rehearsal =
        new ProcessBuilder(
                command(
                    "-XX:ArchiveClassesAtExit=" + archive,
                    folder.resolve("rehearsal").toString(),
                    "5"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    begin(rehearsal);
    assertEquals(0, rehearsal.waitFor());
    startAhead();
  }

  private void startAhead() throws IOException, URISyntaxException {
    while (waiting.size() < AHEAD) {
      waiting.add(
          new ProcessBuilder(command("-XX:SharedArchiveFile=" + archive, file.toString()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
  }

  /// A process that begins to save now.
  Process next() throws IOException, URISyntaxException {
    var process = waiting.remove();
    begin(process);
    startAhead();
    return process;
  }

  private static void begin(Process process) throws IOException {
    try (var in = process.getOutputStream()) {
      in.write('\n');
    }
  }

  private List<String> command(String archiveOption, String... arguments)
      throws URISyntaxException {
    var gson =
        Path.of(JsonReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx256m"));
    command.add(archiveOption);
    command.add("--class-path=" + jar + File.pathSeparator + gson);
    command.add(SavingProgram.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /// Packs all classes but those of the window, which no save needs.
  private static Path writeJar(Path jar) throws IOException {
    var target = Path.of(System.getProperty("kelvin.home", ""), "target");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(0);
      for (var name : List.of("classes", "test-classes")) {
        var root = target.resolve(name);
        try (var files = Files.walk(root.resolve("kelvin"))) {
          files
              .filter(path -> path.toString().endsWith(".class"))
              .filter(path -> !path.startsWith(root.resolve("kelvin").resolve("ui")))
              .forEach(path -> add(out, path, root));
        }
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, Path path, Path root) {
    try {
      out.putNextEntry(new JarEntry(root.relativize(path).toString().replace('\\', '/')));
      Files.copy(path, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    waiting.forEach(Process::destroyForcibly);
  }
}
