package kelvin.text.template.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A value in a template. `equals` is Python's `==`: numbers are compared by their size, so that 1,
/// 1.0 and true are equal.
public sealed interface Value
    permits Value.Undefined,
        Value.None,
        Value.Bool,
        Value.Whole,
        Value.Real,
        Value.Text,
        Sequence,
        Stream,
        Mapping,
        Namespace,
        Callable {

  /// The kind of this value, in words for messages, such as `a list`.
  String kind();

  /// True if a condition takes the value for true.
  boolean isTrue();

  /// The amount to read in this value: 1, and for containers and texts more.
  default long weight() {
    return 1;
  }

  /// The largest number of containers inside each other; 0 if the value is none.
  default int depth() {
    return 0;
  }

  static Bool of(boolean flag) {
    return flag ? Bool.TRUE : Bool.FALSE;
  }

  static Whole of(long number) {
    return new Whole(BigInteger.valueOf(number));
  }

  static Text of(String text) {
    return new Text(text);
  }

  /// The value of a name that nobody defined, or of a part that is not there.
  ///
  /// @param problem says what is missing, such as `'tools' is not defined`
  record Undefined(String problem) implements Value {

    @Override
    public String kind() {
      return "undefined";
    }

    @Override
    public boolean isTrue() {
      return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Undefined;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /// Python's `None`.
  record None() implements Value {

    public static final None NONE = new None();

    @Override
    public String kind() {
      return "none";
    }

    @Override
    public boolean isTrue() {
      return false;
    }
  }

  /// A truth value. It counts as 1 or 0.
  record Bool(boolean flag) implements Value {

    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    @Override
    public String kind() {
      return "a truth value";
    }

    @Override
    public boolean isTrue() {
      return flag;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return Numbers.same(this, other);
    }

    @Override
    public int hashCode() {
      return Numbers.hash(this);
    }
  }

  /// A whole number of any size.
  record Whole(BigInteger number) implements Value {

    @Override
    public String kind() {
      return "a whole number";
    }

    @Override
    public boolean isTrue() {
      return number.signum() != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return Numbers.same(this, other);
    }

    @Override
    public int hashCode() {
      return Numbers.hash(this);
    }
  }

  /// A floating-point number.
  record Real(double number) implements Value {

    @Override
    public String kind() {
      return "a number";
    }

    @Override
    public boolean isTrue() {
      return number != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return Numbers.same(this, other);
    }

    @Override
    public int hashCode() {
      return Numbers.hash(this);
    }
  }

  /// A text.
  record Text(String text) implements Value {

    private static final int CHARACTERS_PER_WEIGHT = 16;

    public Text {
      if (text.length() > ValueLimits.CHARACTERS) {
        throw new TemplateException(
            TemplateException.Kind.LIMIT,
            "a text gets longer than " + ValueLimits.characters() + " characters");
      }
    }

    @Override
    public String kind() {
      return "text";
    }

    @Override
    public boolean isTrue() {
      return !text.isEmpty();
    }

    @Override
    public long weight() {
      return 1L + text.length() / CHARACTERS_PER_WEIGHT;
    }
  }
}
