/// What tells, without reading a file, whether reading it again would give anything new.
///
/// Keep it beside a file's records: while it is equal, the file is unchanged. When it differs, the
/// file is read and each record's ``Document/contentHash`` decides.
public struct SourceFingerprint: Sendable, Equatable, Hashable, Codable {
  /// Size in bytes.
  public var size: Int
  /// When the file was last changed: nanoseconds since 1970.
  public var modified: Int
  /// What else bears on the documents: the readers' version and the catalogue's rows for the file,
  /// as hexadecimal digits.
  public var context: String

  /// Takes a fingerprint that was kept.
  public init(size: Int, modified: Int, context: String) {
    self.size = size
    self.modified = modified
    self.context = context
  }

  /// Raised whenever a reader gives other documents for the same bytes.
  static let readersVersion = 1

  static func context(catalogue: ContentHash?) -> String {
    "\(readersVersion)-\(catalogue?.hexadecimal ?? "")"
  }
}
