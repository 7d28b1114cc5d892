/// Another program that shares the terminal of this one.
package struct StartedProgram {
  /// Writes to its standard input.
  ///
  /// - Throws: ``Console/ReaderLeft`` if it no longer reads.
  package let write: ([UInt8]) throws -> Void
  /// Closes its standard input and waits until it ends; returns its exit status.
  package let end: () -> Int32

  /// Describes a running program.
  package init(write: @escaping ([UInt8]) throws -> Void, end: @escaping () -> Int32) {
    self.write = write
    self.end = end
  }
}
