package kelvin.engine.path;

/// A sum of many numbers that loses none of their low digits on the way: it carries what each
/// addition rounds off (A. Neumaier, “Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen”, ZAMM 54, 1974).
public final class CompensatedSum {

  private double sum;
  private double lost;

  public void add(double number) {
    double next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
    sum = next;
  }

  public double value() {
    return sum + lost;
  }
}
