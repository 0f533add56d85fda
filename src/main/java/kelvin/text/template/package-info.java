/// Renders chat templates: an interpreter of the part of Jinja2 that they use, with the settings of
/// Transformers. A template sees only the values that it is given, and ends within bounds.
package kelvin.text.template;
