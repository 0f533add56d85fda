import org.jspecify.annotations.NullMarked;

/// Kelvin shows what a language model might say next. Closed: only picocli looks inside, and only
/// at the command classes.
@NullMarked
module kelvin {
  requires static transitive org.jspecify;
  requires ai.djl.tokenizers;
  requires atlantafx.base;
  requires com.google.gson;
  requires com.microsoft.onnxruntime;
  requires de.siegmar.fastcsv;
  requires info.picocli;
  requires java.desktop;
  requires java.logging;
  requires javafx.controls;
  requires org.controlsfx.controls;
  // An explicit module: the automatic ones that need it do not pull it in.
  requires org.slf4j;

  exports kelvin.app to
      javafx.graphics;

  opens kelvin.cli to
      info.picocli;
}
