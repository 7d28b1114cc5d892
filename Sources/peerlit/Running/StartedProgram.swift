/// Another program that runs with the terminal of this one.
package struct StartedProgram {
  /// Writes to its standard input.
  ///
  /// - Throws: ``Console/ReaderLeft`` when it no longer reads.
  package let write: ([UInt8]) throws -> Void
  /// Closes its standard input and waits until it ends; returns its exit status.
  package let end: () -> Int32

  /// Describes a program that runs.
  package init(write: @escaping ([UInt8]) throws -> Void, end: @escaping () -> Int32) {
    self.write = write
    self.end = end
  }
}

/// No program was found to open a file or an address with.
struct UnopenableError: Error, CustomStringConvertible {
  let target: String

  var description: String {
    "No program to open \(TerminalText.escaped(target)) with. “--print” prints it."
  }
}
