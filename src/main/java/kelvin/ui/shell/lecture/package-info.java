/// Shows plots alone and large, for a lecture.
package kelvin.ui.shell.lecture;
