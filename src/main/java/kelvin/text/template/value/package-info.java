/// The values of templates, as Python has them. They cannot be changed, so that no template can
/// change what it was given, and are bounded in size and nesting when they are made.
package kelvin.text.template.value;
