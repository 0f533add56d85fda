package kelvin.workspace.tuning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.experiment.tuning.Head;
import kelvin.inference.ModelLoadException;
import kelvin.inference.folder.ModelLinks;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonFile;
import kelvin.workspace.file.JsonLimits;
import kelvin.workspace.file.JsonText;
import kelvin.workspace.file.Migrations;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes `head.json`, which a model folder may have.
public final class HeadFile {

  public static final String NAME = "head.json";

  private static final Migrations VERSIONS = new Migrations("kelvin-head", 1, List.of());

  /// 200 labels of 8,192 features take 40 MB.
  private static final JsonLimits LIMITS = new JsonLimits(128L << 20, 8, 4_000_000, 40);

  private HeadFile() {}

  /// The head in a model's folder; empty if it has none.
  ///
  /// @throws WorkspaceException when there is one that cannot be read
  public static Optional<KeptHead> find(Path folder) throws WorkspaceException {
    var file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ModelLinks.check(folder, file);
    } catch (ModelLoadException e) {
      throw new WorkspaceException(file, e.reason(), e.remedy(), e);
    }
    return Optional.of(read(file));
  }

  static KeptHead read(Path file) throws WorkspaceException {
    return JsonFile.read(
        file,
        LIMITS,
        document -> kept(Fields.of(VERSIONS.toCurrent(document))),
        "Fine-tune the head again, or move the file away to use the model without it.");
  }

  private static KeptHead kept(Fields fields) {
    return new KeptHead(
        head(fields),
        fields.number("l2", Double.NaN),
        fields.text("prompt", ""),
        fields.text("startToken", "auto"),
        fields.text("base", ""),
        fields.text("data", ""));
  }

  private static Head head(Fields fields) {
    var labels = fields.texts("labels");
    var rows = fields.list("weights");
    var weights = new double[rows.size()][];
    for (int k = 0; k < weights.length; k++) {
      if (!(rows.get(k) instanceof List<?> row)) {
        throw fields.wrong("weights", "a list of lists of numbers", rows.get(k));
      }
      weights[k] = numbers(fields, "weights", row);
    }
    var biases = numbers(fields, "biases", fields.list("biases"));
    try {
      return new Head(labels, weights, biases);
    } catch (IllegalArgumentException e) {
      throw new DamagedException("the labels, the weights and the biases do not fit together.");
    }
  }

  private static double[] numbers(Fields fields, String name, List<?> list) {
    var numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(list.get(i) instanceof Number number)) {
        throw fields.wrong(name, "a list of numbers", list.get(i));
      }
      numbers[i] = number.doubleValue();
    }
    return numbers;
  }

  /// The file's content.
  public static byte[] bytes(KeptHead kept) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", VERSIONS.format());
    document.put("version", VERSIONS.current());
    document.put("base", kept.base());
    document.put("data", kept.data());
    document.put("prompt", kept.template());
    document.put("startToken", kept.startToken());
    document.put("l2", kept.l2());
    document.put("labels", kept.head().labels());
    document.put("biases", list(kept.head().biases()));
    var rows = new ArrayList<List<Double>>();
    for (var row : kept.head().weights()) {
      rows.add(list(row));
    }
    document.put("weights", rows);
    return JsonText.bytes(document);
  }

  private static List<Double> list(double[] numbers) {
    var list = new ArrayList<Double>();
    for (double number : numbers) {
      list.add(number);
    }
    return list;
  }
}
