/// What the program tells the shell.
package enum ExitStatus: Int32, Sendable {
  /// Something was found, or done.
  case found = 0
  /// Nothing was found.
  case nothing = 1
  /// Something went wrong with the index, a file or the machine.
  case trouble = 2
  /// The arguments can't be meant.
  case usage = 64
}
