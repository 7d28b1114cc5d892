import Literature

/// Unpacks a stream with libarchive, member by member, in constant memory.
///
/// Against archive bombs, the output is limited (``ArchiveReader``), and an archive may have at
/// most ``memberLimit`` members.
struct Unpacking {
  /// A member of a packed file.
  enum Member {
    /// The contents of a file that is compressed, not an archive.
    case whole(ByteStream)
    /// A file in an archive and its contents.
    case file(String, ByteStream)
    /// A skipped member, and the reason.
    case skipped(String, String)
    /// A member that can't be read; `nil` for the rest of the archive.
    case failed(String?, ReadError)
  }

  /// Maximum number of members of an archive.
  static let memberLimit = 1_000_000

  private let packing: Packing
  private let stream: ByteStream

  /// Unpacks the rest of a stream.
  init(_ packing: Packing, _ stream: ByteStream) {
    self.packing = packing
    self.stream = stream
  }

  /// Visits the members; the stream of each is valid only inside `visit`.
  func members<Stop: Error>(_ visit: (Member) throws(Stop) -> Void) throws(Stop) {
    let archive = ArchiveReader(stream)
    do throws(ReadError) {
      try archive.open(packing)
    } catch {
      try visit(.failed(nil, error))
      return
    }
    if !packing.isArchive {
      try visit(.whole(ByteStream(archive)))
      return
    }
    var count = 0
    while true {
      let member: Member
      do throws(ReadError) {
        guard let entry = try archive.next() else { return }
        count += 1
        if count > Self.memberLimit { throw .tooManyMembers(limit: Self.memberLimit) }
        guard let found = self.member(entry, archive) else { continue }
        member = found
      } catch {
        try visit(.failed(nil, error))
        return
      }
      try visit(member)
      if case .expandsTooMuch = archive.failure { return }
    }
  }

  /// The kind of a member; `nil` for a folder.
  private func member(_ entry: ArchiveReader.Entry, _ archive: ArchiveReader) -> Member? {
    let parts = entry.name.split(separator: "/")
    if entry.name.hasPrefix("/") || parts.contains("..") {
      return .failed(entry.name, .damaged("its name points outside the archive"))
    }
    if entry.isEncrypted { return .failed(entry.name, .damaged("it is encrypted")) }
    switch entry.kind {
    case .folder: return nil
    case .other(let kind): return .skipped(entry.name, "is \(kind) in an archive")
    case .file:
      if let reason = parts.lazy.compactMap({ SystemFile.reason($0) }).first {
        return .skipped(entry.name, reason)
      }
      if parts.contains(where: { $0.hasPrefix(".") }) { return .skipped(entry.name, "is hidden") }
      return .file(entry.name, ByteStream(archive))
    }
  }
}
