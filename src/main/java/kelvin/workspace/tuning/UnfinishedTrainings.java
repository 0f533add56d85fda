package kelvin.workspace.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kelvin.engine.tuning.Checkpoint;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Sha256;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.Migrations;
import kelvin.workspace.file.SafeFile;
import kelvin.workspace.file.WorkspaceException;

/// Keeps the states of trainings that have no folder yet, so that they survive a kill. The state is
/// the file that `kelvin finetune` keeps beside its target; beside it is what the form said.
///
/// All methods read or write files.
///
/// @param folder may be deleted at any time
public record UnfinishedTrainings(Path folder) {

  /// The most states that are kept: each has four numbers for every one that is trained.
  private static final int MOST = 3;

  private static final long ROOM = 1 << 20;

  /// Four numbers for each one that is trained, and the file before that is replaced.
  private static final int BYTES = 2 * 4 * Float.BYTES;

  private static final Migrations VERSIONS =
      new Migrations("kelvin-unfinished-training", 1, List.of());

  /// Stands for a model and a data set with its prompt and split; other settings may differ.
  public static String key(ModelDescriptor base, EvaluationPlan plan) {
    var hash = new Sha256();
    add(hash, base.folder().toAbsolutePath().normalize().toString());
    for (var file : base.files()) {
      add(hash, file.path().getFileName() + " " + file.size());
    }
    add(hash, plan.setup().template());
    add(hash, plan.setup().scoring().startToken().label());
    plan.setup().labels().names().forEach(name -> add(hash, name));
    for (var part : List.of(plan.data().train(), plan.data().test())) {
      add(hash, Integer.toString(part.size()));
      for (Pair pair : part) {
        add(hash, pair.input());
        add(hash, pair.label());
      }
    }
    return hash.hex();
  }

  private static void add(Sha256 hash, String words) {
    hash.add((words + "\0").getBytes(StandardCharsets.UTF_8));
  }

  private Path state(String key) {
    return folder.resolve(key + ".training");
  }

  private Path form(String key) {
    return folder.resolve(key + ".json");
  }

  /// The training of this model on these data; empty if there is none, or if its files are damaged.
  public Optional<UnfinishedTraining> find(String key) {
    try {
      var epoch = Checkpoint.epoch(state(key));
      if (epoch.isEmpty()) {
        return Optional.empty();
      }
      var form = JsonFile.read(form(key), JsonLimits.SETTINGS, UnfinishedTrainings::read, "");
      return Optional.of(new UnfinishedTraining(key, epoch.getAsInt(), form));
    } catch (WorkspaceException _) {
      return Optional.empty();
    }
  }

  private static Map<String, String> read(Map<String, ?> document) {
    var fields = Fields.of(VERSIONS.toCurrent(document)).object("form");
    var form = new LinkedHashMap<String, String>();
    fields.map().keySet().forEach(name -> form.put(name, fields.text(name, "")));
    return form;
  }

  /// Makes room for the state of a training.
  ///
  /// @param goesOn whether the state that is there is wanted; else it is removed
  /// @param form what the form says
  /// @param numbers the number of the numbers that may be trained
  /// @return the file for the state; empty if the disk has no room, so that none is kept
  public Optional<Path> begin(String key, boolean goesOn, Map<String, String> form, long numbers) {
    try {
      Files.createDirectories(folder);
      if (!goesOn) {
        remove(key);
      }
      removeOldest(key);
      if (Files.getFileStore(folder).getUsableSpace() < (double) BYTES * numbers + ROOM) {
        return Optional.empty();
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("format", VERSIONS.format());
      document.put("version", VERSIONS.current());
      document.put("form", new TreeMap<>(form));
      new SafeFile().replace(form(key), JsonText.bytes(document));
      return Optional.of(state(key));
    } catch (IOException | WorkspaceException _) {
      return Optional.empty();
    }
  }

  private void removeOldest(String key) throws IOException {
    List<Path> others;
    try (var files = Files.list(folder)) {
      others =
          files
              .filter(file -> file.toString().endsWith(".training") && !file.equals(state(key)))
              .sorted(Comparator.comparing(UnfinishedTrainings::changed).reversed())
              .toList();
    }
    for (var old : others.subList(Math.min(MOST - 1, others.size()), others.size())) {
      var name = String.valueOf(old.getFileName());
      remove(name.substring(0, name.lastIndexOf('.')));
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  /// Removes a training, because its result is safe or not wanted. Does nothing if there is none.
  public void remove(String key) {
    try {
      Files.deleteIfExists(state(key));
      Files.deleteIfExists(form(key));
    } catch (IOException _) {
      // It takes space in a folder that may be deleted, and is offered again.
    }
  }
}
