package kelvin.ui.control;

/// Maps the range of a parameter to positions of a slider, so that every useful part has room.
public interface SliderScale {

  /// Converts a position of the slider, 0..1, to a value.
  double toValue(double position);

  double toPosition(double value);

  /// Rounds a value to the digits that make a difference, for dragging.
  double rounded(double value);

  /// Temperature: greedy at the left end, 1 in the middle, 10 at the right end.
  SliderScale TEMPERATURE =
      new SliderScale() {
        private static final double GREEDY = 0.03;
        private static final double MIN_TEMPERATURE = 0.05;

        @Override
        public double toValue(double position) {
          if (position < GREEDY) {
            return 0;
          }
          return position <= 0.5
              ? MIN_TEMPERATURE
                  * Math.pow(1 / MIN_TEMPERATURE, (position - GREEDY) / (0.5 - GREEDY))
              : Math.pow(10, (position - 0.5) * 2);
        }

        @Override
        public double toPosition(double value) {
          if (value < MIN_TEMPERATURE) {
            return value == 0 ? 0 : GREEDY;
          }
          return value <= 1
              ? GREEDY
                  + (0.5 - GREEDY)
                      * Math.log(value / MIN_TEMPERATURE)
                      / Math.log(1 / MIN_TEMPERATURE)
              : Math.min(1, 0.5 + Math.log10(value) / 2);
        }

        @Override
        public double rounded(double value) {
          return value < 3 ? Math.round(value * 100) / 100.0 : Math.round(value * 20) / 20.0;
        }
      };

  /// A share from 0 to 1, linear.
  SliderScale SHARE =
      new SliderScale() {
        @Override
        public double toValue(double position) {
          return position;
        }

        @Override
        public double toPosition(double value) {
          return Math.clamp(value, 0, 1);
        }

        @Override
        public double rounded(double value) {
          return Math.round(value * 1000) / 1000.0;
        }
      };

  /// A share from 0 to 1, with most room for small values.
  SliderScale SMALL_SHARE =
      new SliderScale() {
        @Override
        public double toValue(double position) {
          return position * position * position;
        }

        @Override
        public double toPosition(double value) {
          return Math.cbrt(Math.clamp(value, 0, 1));
        }

        @Override
        public double rounded(double value) {
          return Math.round(value * 1000) / 1000.0;
        }
      };

  /// A linear scale between two numbers.
  static SliderScale from(double min, double max) {
    return new SliderScale() {
      @Override
      public double toValue(double position) {
        return min + position * (max - min);
      }

      @Override
      public double toPosition(double value) {
        return Math.clamp((value - min) / (max - min), 0, 1);
      }

      @Override
      public double rounded(double value) {
        return Math.round(value * 100) / 100.0;
      }
    };
  }

  /// A whole number from 0 to `max`, with most room for small values.
  static SliderScale upTo(int max) {
    return new SliderScale() {
      @Override
      public double toValue(double position) {
        return position * position * max;
      }

      @Override
      public double toPosition(double value) {
        return Math.sqrt(Math.clamp(value / max, 0, 1));
      }

      @Override
      public double rounded(double value) {
        return Math.round(value);
      }
    };
  }

  /// A count from 1 to `max` on a log scale; the right end is 0, which means off.
  static SliderScale count(int max) {
    double right = Math.max(2, max);
    return new SliderScale() {
      private static final double OFF = 0.985;

      @Override
      public double toValue(double position) {
        return position > OFF ? 0 : Math.pow(right, position / OFF);
      }

      @Override
      public double toPosition(double value) {
        return value == 0 ? 1 : Math.clamp(OFF * Math.log(value) / Math.log(right), 0, OFF);
      }

      @Override
      public double rounded(double value) {
        return Math.round(value);
      }
    };
  }
}
