import Foundation

/// Output could not be written: a full disk, a missing folder, a closed terminal.
package struct OutputError: Error, CustomStringConvertible {
  /// The problem, then the fix.
  package let description: String

  /// Describes a failure to write to a file, by its error number.
  init(_ path: String, _ code: Int32) {
    let reason = String(cString: strerror(code))
    description = "Can't write to \(TerminalText.escaped(path)): \(reason)."
  }

  /// Describes a failure to write to standard output, by its error number.
  init(standardOutput code: Int32) {
    description = "Can't write the output: \(String(cString: strerror(code)))."
  }

  /// Describes a failure that is known only by its message.
  init(_ path: String, message: String) {
    description = "Can't write to \(TerminalText.escaped(path)): \(message)"
  }
}
