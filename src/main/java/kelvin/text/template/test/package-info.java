/// The tests of templates: what `value is test(…)` says.
package kelvin.text.template.test;
