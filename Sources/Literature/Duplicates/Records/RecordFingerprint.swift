/// The data by which the index recognises the content of a record: the hash of the whole record and
/// the identity of its text.
///
/// The text of a stored document is compressed, so this is how copies of it are found.
public struct RecordFingerprint: Sendable, Hashable {
  /// The fingerprint as it is stored.
  public let bytes: [UInt8]

  /// Size of the hash of a record in bytes.
  private static let hashSize = 16

  /// The fingerprint of a document with its whole text.
  public init(_ document: Document) {
    let hash = document.contentHash
    var bytes: [UInt8] = []
    for half in [hash.high, hash.low] {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: half >> (8 * UInt64(shift)))) }
    }
    self.bytes = bytes + (TextIdentity(document)?.bytes ?? [])
  }

  /// Restores a stored fingerprint.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The hash of the whole record; empty if it is unknown.
  public var hash: [UInt8] { Array(bytes.prefix(Self.hashSize)) }

  /// The identity of the text; `nil` if it has none.
  var text: TextIdentity? { TextIdentity(bytes: bytes.dropFirst(Self.hashSize)) }
}
