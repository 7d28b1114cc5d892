import Foundation

/// A file with the weights of a ``SentenceEncoder``, which is opened only if there is something to
/// encode.
package struct EncoderFile: Sendable {
  /// The path of the file.
  package let path: String
  /// The name of the encoder, as the file states it.
  package let name: String

  /// Reads the beginning of a file; `nil` if it can't be read or does not contain weights.
  package init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let header = try? file.read(upToCount: 16), header.count == 16,
      header.starts(with: "PLENCOD1".utf8)
    else { return nil }
    self.path = path
    let checksum = header.dropFirst(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    name = String(checksum, radix: 16)
  }

  /// Opens the encoder; `nil` if the file is damaged.
  package func open() -> SentenceEncoder? {
    SentenceEncoder(path: path).flatMap { $0.name == name ? $0 : nil }
  }
}
