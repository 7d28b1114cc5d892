/// The exit status of the program.
package enum ExitStatus: Int32, Sendable {
  /// Success; something was found.
  case found = 0
  /// Nothing was found.
  case nothing = 1
  /// A problem with the index, a file or the system.
  case trouble = 2
  /// Invalid arguments.
  case usage = 64
}
