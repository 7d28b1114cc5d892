import Literature

/// A fingerprint that shows, without reading a file, whether reading it again would give anything
/// new.
///
/// Store it with a file's records: as long as it is equal, the file is unchanged. If it differs,
/// the file is read, and the ``Document/contentHash`` of each record shows what changed.
public struct SourceFingerprint: Sendable, Equatable, Hashable, Codable {
  /// Size in bytes.
  public var size: Int
  /// Time of the last change to the file: nanoseconds since 1970.
  public var modified: Int
  /// Everything else that the documents depend on: the version of the readers, the formats that are
  /// read, ``ReadingOptions/context``, the catalogue's rows for the file and the record that links
  /// to it.
  public var context: String

  /// Restores a stored fingerprint.
  public init(size: Int, modified: Int, context: String) {
    self.size = size
    self.modified = modified
    self.context = context
  }

  /// The version of the readers; increase it whenever a reader gives different documents for the
  /// same bytes.
  ///
  /// A new reader needs no new version: the names of all formats are part of the context.
  static let readersVersion = 32

  private static let readers: String = {
    var hasher = ContentHasher()
    hasher.feed(readersVersion)
    hasher.feed(Formats.all.map { $0.format })
    return String(hasher.finish().hexadecimal.prefix(16))
  }()

  static func context(
    _ context: String = "", catalogue: ContentHash?, record: ContentHash? = nil
  ) -> String {
    ([readers] + (context.isEmpty ? [] : [context])
      + [catalogue, record].compactMap { $0?.hexadecimal }).joined(separator: "-")
  }
}
