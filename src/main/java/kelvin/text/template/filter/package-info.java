/// The filters of templates: what `value | filter(…)` gives.
package kelvin.text.template.filter;
