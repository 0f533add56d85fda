/// What stands behind a dot or in brackets after a value: its parts and its methods. There is no
/// reflection: what is not listed here does not exist.
package kelvin.text.template.method;
