import ArgumentParser

/// A command of the program: its arguments and its action.
///
/// Each command has a file and a line in ``Program``.
package protocol ConsoleCommand: ParsableCommand {
  /// Runs the command.
  ///
  /// - Returns: whether something was found. Errors are thrown; ``Program`` reports them.
  func run(on console: Console) throws -> ExitStatus
}

/// A command that prints results, which `--output` can send to a file.
package protocol PrintingCommand: ConsoleCommand {
  /// The options `--output`, `--quiet` and `--verbose`.
  var output: OutputOptions { get }
  /// The file that results are written to instead of standard output; `nil` if there is none.
  var outputPath: String? { get }
  /// Whether an existing file stays as it is if the command writes nothing to it.
  var keepsFile: Bool { get }
  /// Whether long output on a terminal goes to a pager.
  var isPaged: Bool { get }
}

extension PrintingCommand {
  /// The file that `--output` names.
  package var outputPath: String? { output.file }
  /// By default, a file to which nothing is written becomes empty.
  package var keepsFile: Bool { false }
  /// By default, long output goes to a pager.
  package var isPaged: Bool { true }
}
