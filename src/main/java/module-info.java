import org.jspecify.annotations.NullMarked;

/// Kelvin shows what a language model might say next. Closed: picocli looks at the command
/// classes, JavaFX at the application and at a skin.
@NullMarked
module kelvin {
  requires static transitive org.jspecify;
  requires ai.djl.tokenizers;
  requires atlantafx.base;
  requires com.google.gson;
  requires com.microsoft.onnxruntime;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires java.logging;
  requires java.net.http;
  requires java.xml;
  requires javafx.controls;
  // An explicit module: the automatic ones that need it do not pull it in.
  requires org.slf4j;

  exports kelvin.app to
      javafx.graphics;

  // The stylesheet names a skin.
  exports kelvin.ui.theme to
      javafx.controls;

  opens kelvin.cli to
      info.picocli;
  opens kelvin.cli.models to
      info.picocli;
  opens kelvin.cli.option to
      info.picocli;
  opens kelvin.cli.option.chat to
      info.picocli;
  opens kelvin.cli.option.drawing to
      info.picocli;
  opens kelvin.cli.option.tuning to
      info.picocli;
  opens kelvin.cli.option.search to
      info.picocli;
  opens kelvin.cli.replay to
      info.picocli;
}
