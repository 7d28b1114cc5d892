import Foundation

/// Buffered standard output, with one JSON object per line.
final class BufferedOutput {
  private var buffer = Data()
  private let encoder = JSONEncoder()

  /// Adds a line.
  func write(_ value: some Encodable) throws {
    buffer.append(try encoder.encode(value))
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 20 { flush() }
  }

  /// Writes the buffer.
  func flush() {
    FileHandle.standardOutput.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
