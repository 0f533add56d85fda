/// Reports what is known about a model, for both faces.
package kelvin.inference.report;
