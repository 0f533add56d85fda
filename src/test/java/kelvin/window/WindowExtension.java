package kelvin.window;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Opens the window for a test whose constructor asks for it, and closes it after that test.
///
/// Belongs into a static field, since it must be there before the test is constructed.
public final class WindowExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(WindowExtension.class);
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final String prompt;

  private WindowExtension(String prompt) {
    this.prompt = prompt;
  }

  /// The window stands on the bundled model and has answered this prompt.
  public static WindowExtension showing(String prompt) {
    return new WindowExtension(prompt);
  }

  /// Makes the window an affair of the one test, also when a constructor takes it.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OpenWindow.class;
  }

  /// The store closes what it holds when the test and what runs after it have ended.
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(OpenWindow.class, _ -> open(), OpenWindow.class);
  }

  private OpenWindow open() {
    try {
      var window = OpenWindow.onBundledModel(prompt, WIDTH, HEIGHT);
      window.waitForAnswer();
      return window;
    } catch (Exception e) {
      throw new ParameterResolutionException("the window does not open", e);
    }
  }
}
