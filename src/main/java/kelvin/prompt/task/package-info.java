/// Reads and writes task files and lists the tasks that come with Kelvin.
package kelvin.prompt.task;
