import CArchive

/// How a file is packed, told by its first bytes.
enum Packing: Equatable {
  case gzip, xz, bzip2, zstd

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .xz
    } else if bytes.starts(with: [0x42, 0x5A, 0x68]) {
      self = .bzip2
    } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else {
      return nil
    }
  }
}

/// Unpacks a stream with libarchive, member by member, in flat memory.
///
/// Limits against bombs: what comes out may be ``expansionLimit`` times what went in, once it is
/// more than ``freeExpansion`` bytes.
struct Unpacking {
  /// A member of a packed file.
  enum Member {
    /// The contents of a file that is compressed, not an archive.
    case whole(ByteStream)
    /// A member that can't be read, or the rest of the file (`nil`).
    case failed(String?, ReadError)
  }

  /// How many times its size a file may grow.
  static let expansionLimit = 250
  /// Expansion below this many bytes is never suspect.
  static let freeExpansion = 1 << 26

  private let packing: Packing
  private let stream: ByteStream

  /// Unpacks what is left of a stream.
  init(_ packing: Packing, _ stream: ByteStream) {
    self.packing = packing
    self.stream = stream
  }

  /// Visits the members; the stream of each is valid inside `visit` only.
  func members<Stop: Error>(_ visit: (Member) throws(Stop) -> Void) throws(Stop) {
    let archive = ArchiveReader(stream)
    do throws(ReadError) {
      try archive.open(packing)
    } catch {
      try visit(.failed(nil, error))
      return
    }
    try visit(.whole(ByteStream(archive)))
  }
}
