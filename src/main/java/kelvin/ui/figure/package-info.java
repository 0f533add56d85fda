/// Exports figures as PNG and SVG, and their numbers as CSV and JSON.
package kelvin.ui.figure;
