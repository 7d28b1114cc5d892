import Foundation

/// A copy of a stream in a file, for programs that need a file; deleted with this object.
final class TemporaryFile {
  /// Its path.
  let path: String

  /// Copies the rest of a stream.
  ///
  /// - Parameter suffix: the end of the file's name, for programs that depend on it.
  init(_ stream: ByteStream, suffix: String = "") throws(ReadError) {
    var template = Array("/tmp/peerlit-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { throw .lastSystemError("make a temporary file") }
    path = template.withUnsafeBufferPointer { name in
      String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = block.withUnsafeMutableBytes { stream.read(into: $0) }
      if count == 0 { break }
      var written = 0
      while written < count {
        let step = block[written..<count].withUnsafeBytes {
          write(descriptor, $0.baseAddress, $0.count)
        }
        guard step > 0 else { throw .lastSystemError("write a temporary file") }
        written += step
      }
    }
  }

  deinit {
    unlink(path)
  }
}
