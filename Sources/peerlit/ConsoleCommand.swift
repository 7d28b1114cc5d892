import ArgumentParser

/// A command of the program: its arguments, and what it does with them.
///
/// Each command is a file in `Commands` and a line in ``Program``.
package protocol ConsoleCommand: ParsableCommand {
  /// Does the work, writing to a console.
  ///
  /// - Returns: whether something was found. What goes wrong is thrown; ``Program`` says it.
  func run(on console: Console) throws -> ExitStatus
}
