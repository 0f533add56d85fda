package kelvin.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.image.Image;
import kelvin.ui.figure.PngFile;

/// Keeps the pictures that tests take in `target/pictures`, for a person to look at.
public final class PictureFile {

  private static final Path FOLDER = Path.of("target", "pictures");

  private PictureFile() {}

  /// @param name of the file, without its ending; it is written in small letters
  public static void save(Image picture, String name) throws Exception {
    var file = name.toLowerCase(Locale.ROOT) + ".png";
    PngFile.write(picture, Files.createDirectories(FOLDER).resolve(file));
  }
}
