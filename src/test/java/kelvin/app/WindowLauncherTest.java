package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

final class WindowLauncherTest {

  private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicBoolean opened = new AtomicBoolean();

  private int launch(WindowLauncher launcher) {
    var writer = new PrintWriter(err, false, StandardCharsets.UTF_8);
    return launcher.launch(() -> opened.set(true), writer);
  }

  private String message() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void opensTheWindowWhenNothingIsMissing() {
    int code = launch(new WindowLauncher("Linux", DISPLAY::get, _ -> true));

    assertEquals(ExitCode.DONE, code);
    assertTrue(opened.get());
    assertEquals("", message());
  }

  @Test
  void namesWhatWorksWithoutADisplay() {
    int code = launch(new WindowLauncher("Linux", Map.<String, String>of()::get, _ -> true));

    assertEquals(ExitCode.UNUSABLE, code);
    assertFalse(opened.get());
    assertEquals(1, message().lines().count());
    assertTrue(message().contains("kelvin render") && message().contains("kelvin next"));
  }

  @Test
  void namesXWaylandWhenThereIsOnlyWayland() {
    launch(new WindowLauncher("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")::get, _ -> true));

    assertTrue(message().contains("XWayland"));
  }

  @Test
  void namesThePackagesOfAMissingLibrary() {
    int code =
        launch(new WindowLauncher("Linux", DISPLAY::get, name -> !name.equals("libgtk-3.so.0")));

    assertEquals(ExitCode.UNUSABLE, code);
    assertFalse(opened.get());
    assertEquals(1, message().lines().count());
    assertTrue(message().contains("libgtk-3-0") && message().contains("gtk3"));
  }

  @Test
  void checksNothingOnOtherSystems() {
    int code = launch(new WindowLauncher("Mac OS X", Map.<String, String>of()::get, _ -> false));

    assertEquals(ExitCode.DONE, code);
    assertTrue(opened.get());
  }
}
