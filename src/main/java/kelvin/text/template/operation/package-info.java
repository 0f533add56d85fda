/// The operators of templates, with Python's results: arithmetic, comparison, slices, formatting.
package kelvin.text.template.operation;
