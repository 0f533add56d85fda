package kelvin.text.template;

import java.time.Clock;
import java.time.ZoneId;

/// The settings of a rendering.
///
/// @param clock the time that `strftime_now` tells, with its time zone
/// @param check runs now and then; it throws what shall end the rendering
public record Rendering(Clock clock, Runnable check, RenderLimits limits) {

  /// With the time of the system, the usual limits and nothing that ends it.
  public static Rendering usual() {
    return new Rendering(Clock.system(ZoneId.systemDefault()), () -> {}, RenderLimits.USUAL);
  }

  public Rendering withClock(Clock other) {
    return new Rendering(other, check, limits);
  }

  public Rendering withCheck(Runnable other) {
    return new Rendering(clock, other, limits);
  }
}
