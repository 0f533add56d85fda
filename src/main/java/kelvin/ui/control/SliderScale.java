package kelvin.ui.control;

/// Lays a parameter's range along a slider, so that each part that matters has room.
public interface SliderScale {

  /// From the slider's position, 0..1, to a value.
  double toValue(double position);

  double toPosition(double value);

  /// A value as dragging should give it: with the digits that make a difference.
  double rounded(double value);

  /// Temperature: greedy at the far left, 1 in the middle, 10 at the right.
  SliderScale TEMPERATURE =
      new SliderScale() {
        private static final double GREEDY = 0.03;
        private static final double LEAST = 0.05;

        @Override
        public double toValue(double position) {
          if (position < GREEDY) {
            return 0;
          }
          return position <= 0.5
              ? LEAST * Math.pow(1 / LEAST, (position - GREEDY) / (0.5 - GREEDY))
              : Math.pow(10, (position - 0.5) * 2);
        }

        @Override
        public double toPosition(double value) {
          if (value < LEAST) {
            return value == 0 ? 0 : GREEDY;
          }
          return value <= 1
              ? GREEDY + (0.5 - GREEDY) * Math.log(value / LEAST) / Math.log(1 / LEAST)
              : Math.min(1, 0.5 + Math.log10(value) / 2);
        }

        @Override
        public double rounded(double value) {
          return value < 3 ? Math.round(value * 100) / 100.0 : Math.round(value * 20) / 20.0;
        }
      };

  /// A share from 0 to 1, even.
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

  /// A share from 0 to 1 with most room for small ones.
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

  /// From one number to another, even.
  static SliderScale from(double least, double most) {
    return new SliderScale() {
      @Override
      public double toValue(double position) {
        return least + position * (most - least);
      }

      @Override
      public double toPosition(double value) {
        return Math.clamp((value - least) / (most - least), 0, 1);
      }

      @Override
      public double rounded(double value) {
        return Math.round(value * 100) / 100.0;
      }
    };
  }

  /// A whole number from 0 to `most`, with most room for small ones.
  static SliderScale upTo(int most) {
    return new SliderScale() {
      @Override
      public double toValue(double position) {
        return position * position * most;
      }

      @Override
      public double toPosition(double value) {
        return Math.sqrt(Math.clamp(value / most, 0, 1));
      }

      @Override
      public double rounded(double value) {
        return Math.round(value);
      }
    };
  }

  /// A count from 1 to `most` on a log scale; the right end is 0, which is off.
  static SliderScale count(int most) {
    double top = Math.max(2, most);
    return new SliderScale() {
      private static final double OFF = 0.985;

      @Override
      public double toValue(double position) {
        return position > OFF ? 0 : Math.pow(top, position / OFF);
      }

      @Override
      public double toPosition(double value) {
        return value == 0 ? 1 : Math.clamp(OFF * Math.log(value) / Math.log(top), 0, OFF);
      }

      @Override
      public double rounded(double value) {
        return Math.round(value);
      }
    };
  }
}
