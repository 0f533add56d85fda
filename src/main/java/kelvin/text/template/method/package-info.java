/// The parts and the methods of values, which stand behind a dot or in brackets. There is no
/// reflection: a part that is not listed here does not exist.
package kelvin.text.template.method;
