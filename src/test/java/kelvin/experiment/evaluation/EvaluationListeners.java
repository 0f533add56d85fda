package kelvin.experiment.evaluation;

/// Listeners of evaluations for tests.
public final class EvaluationListeners {

  /// Hears progress in silence, and takes a failure for one of the test.
  public static final EvaluationListener STRICT =
      new EvaluationListener() {
        @Override
        public void measured(EvaluationProgress progress) {}

        @Override
        public void failed(String reason) {
          throw new AssertionError(reason);
        }
      };

  private EvaluationListeners() {}
}
