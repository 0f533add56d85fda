package kelvin.workspace.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.display.LogitsMemory;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonNumbers;
import kelvin.workspace.file.Migrations;
import kelvin.workspace.settings.Settings.WindowPlace;

/// Reads and writes settings as JSON data.
final class SettingsFormat {

  static final int VERSION = 1;

  private static final String FORMAT = "kelvin-settings";
  private static final Migrations MIGRATIONS = new Migrations(FORMAT, VERSION, List.of());

  private SettingsFormat() {}

  static Map<String, Object> write(Settings settings) {
    var document = new LinkedHashMap<String, Object>();
    document.put("format", FORMAT);
    document.put("version", VERSION);
    document.put("theme", Fields.word(settings.theme()));
    document.put("zoom", settings.zoom());
    settings.place().ifPresent(place -> document.put("window", write(place)));
    var panels = settings.panels();
    document.put("dividers", panels.columns());
    if (!panels.others().isEmpty()) {
      document.put("otherDividers", new TreeMap<>(panels.others()));
    }
    panels.wide().ifPresent(ways -> document.put("wide", ways));
    document.put("barScale", Fields.word(settings.barScale()));
    document.put("shading", Fields.word(settings.shading()));
    settings.unit().ifPresent(unit -> document.put("informationUnit", unit.label()));
    settings.logitsMemory().ifPresent(limit -> document.put("logitsMemory", limit.label()));
    document.put("page", settings.page());
    document.put("recentFiles", settings.recentFiles().stream().map(Path::toString).toList());
    document.put("recentModels", settings.recentModels().stream().map(Path::toString).toList());
    return document;
  }

  private static Map<String, Object> write(WindowPlace place) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("x", place.x());
    fields.put("y", place.y());
    fields.put("width", place.width());
    fields.put("height", place.height());
    fields.put("maximized", place.maximized());
    return fields;
  }

  /// @throws DamagedException with a sentence for the user
  static Settings read(Map<String, ?> document) {
    var fields = Fields.of(MIGRATIONS.toCurrent(document));
    return new Settings(
        fields.known("theme", Theme.ALL),
        fields.number("zoom", 1),
        fields.optionalObject("window").map(SettingsFormat::place),
        panels(fields),
        fields.known("barScale", BarScale.ALL),
        fields.known("shading", Shading.ALL),
        fields.known("informationUnit", InformationUnit.ALL),
        fields.known("logitsMemory", LogitsMemory.ALL),
        fields.text("page", ""),
        paths(fields, "recentFiles"),
        paths(fields, "recentModels"));
  }

  private static WindowPlace place(Fields fields) {
    return new WindowPlace(
        finite(fields, "x"),
        finite(fields, "y"),
        finite(fields, "width"),
        finite(fields, "height"),
        fields.bool("maximized", false));
  }

  private static double finite(Fields fields, String name) {
    double number = fields.number(name, Double.NaN);
    if (!Double.isFinite(number)) {
      throw fields.wrong(name, "a finite number", number);
    }
    return number;
  }

  private static PanelPlaces panels(Fields fields) {
    var others = fields.object("otherDividers");
    var places = new HashMap<String, List<Double>>();
    others.map().keySet().forEach(name -> places.put(name, dividers(others, name)));
    return new PanelPlaces(
        dividers(fields, "dividers"),
        places,
        fields.has("wide") ? Optional.of(fields.texts("wide")) : Optional.empty());
  }

  private static List<Double> dividers(Fields fields, String name) {
    return fields.list(name).stream()
        .map(value -> JsonNumbers.number(fields.at(name), value))
        .peek(
            value -> {
              if (!(value >= 0 && value <= 1)) {
                throw fields.wrong(name, "numbers from 0 to 1", value);
              }
            })
        .toList();
  }

  private static List<Path> paths(Fields fields, String name) {
    return fields.texts(name).stream()
        .map(
            text -> {
              try {
                return Path.of(text);
              } catch (InvalidPathException _) {
                throw fields.wrong(name, "names of files", text);
              }
            })
        .toList();
  }
}
