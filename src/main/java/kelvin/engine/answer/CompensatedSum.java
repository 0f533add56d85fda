package kelvin.engine.answer;

/// A sum of many numbers that loses none of their low digits on the way: it carries what each
/// addition rounds off (A. Neumaier, “Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen”, ZAMM 54, 1974).
final class CompensatedSum {

  private double sum;
  private double lost;

  void add(double number) {
    double next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
    sum = next;
  }

  double value() {
    return sum + lost;
  }
}
