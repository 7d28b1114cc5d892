import Foundation

/// Bytes for tests.
enum Bytes {
  /// The bytes of a file; `nil` if it can't be read.
  static func ofFile(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// Decodes bytes from Base64.
  static func base64(_ text: String) -> [UInt8] {
    Data(base64Encoded: text).map(Array.init) ?? []
  }
}
