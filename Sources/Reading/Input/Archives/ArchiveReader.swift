import CArchive
import Literature

/// A libarchive reader over a stream; supplies the bytes of the current member.
///
/// Uses unsafe pointers because libarchive requests input through callbacks with our pointer, which
/// it does not use after this object is freed.
///
/// Against archive bombs, the output may be at most ``expansionLimit`` times the input once it
/// exceeds ``freeExpansion`` bytes.
final class ArchiveReader: ByteSource {
  // libarchive's AE_IFREG, AE_IFDIR and AE_IFLNK, which are macros with a cast.
  private static let regularFile: UInt32 = 0o100000
  private static let folder: UInt32 = 0o040000
  private static let symbolicLink: UInt32 = 0o120000

  /// The maximum ratio of output to input.
  static let expansionLimit = 250
  /// Output below this many bytes is always allowed.
  static let freeExpansion = 1 << 26

  private let handle: OpaquePointer?
  private let input: ByteStream
  private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var given = 0
  private var count = 0
  /// The error that cut off the last member, if any.
  private(set) var failure: ReadError?

  init(_ input: ByteStream) {
    self.input = input
    handle = archive_read_new()
  }

  deinit {
    archive_read_free(handle)
    block.deallocate()
  }

  /// A member of an archive.
  struct Entry {
    /// The kinds of members.
    enum Kind: Equatable {
      case file, folder
      /// Anything else, with its article: "a device".
      case other(String)
    }

    var name: String
    var kind: Kind
    var isEncrypted: Bool
  }

  /// Opens a compressed file at its contents, or an archive before its first member.
  func open(_ packing: Packing) throws(ReadError) {
    switch packing {
    case .gzip: archive_read_support_filter_gzip(handle)
    case .xz: archive_read_support_filter_xz(handle)
    case .bzip2: archive_read_support_filter_bzip2(handle)
    case .zstd: archive_read_support_filter_zstd(handle)
    case .zip: archive_read_support_format_zip(handle)
    case .tar:
      archive_read_support_format_tar(handle)
      archive_read_support_format_gnutar(handle)
    }
    if !packing.isArchive { archive_read_support_format_raw(handle) }
    let client = Unmanaged.passUnretained(self).toOpaque()
    let opened = archive_read_open(
      handle, client, nil,
      { _, client, buffer in
        guard let client else { return -1 }
        let reader = Unmanaged<ArchiveReader>.fromOpaque(client).takeUnretainedValue()
        let count = reader.input.read(into: reader.block)
        buffer?.pointee = UnsafeRawPointer(reader.block.baseAddress)
        return count
      }, nil)
    guard opened == ARCHIVE_OK else { throw error }
    if !packing.isArchive { _ = try next() }
  }

  /// Advances to the next member; `nil` at the end.
  func next() throws(ReadError) -> Entry? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry else { throw error }
    count += 1
    let name =
      (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry))
      .map { String(cString: $0) } ?? "member \(count)"
    let isLink = archive_entry_hardlink(entry) != nil
    let kind: Entry.Kind =
      switch UInt32(archive_entry_filetype(entry)) {
      case _ where isLink: .other("a link")
      case Self.regularFile, 0: .file
      case Self.folder: .folder
      case Self.symbolicLink: .other("a link")
      default: .other("a device")
      }
    return Entry(name: name, kind: kind, isEncrypted: archive_entry_is_encrypted(entry) == 1)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw fail(error) }
    if let failure = input.failure { throw fail(failure) }
    given += count
    if given > Self.freeExpansion, given / Self.expansionLimit > input.position {
      throw fail(.expandsTooMuch(times: Self.expansionLimit))
    }
    return count
  }

  private func fail(_ error: ReadError) -> ReadError {
    failure = error
    return error
  }

  private var error: ReadError {
    if let failure = input.failure { return failure }
    let message = archive_error_string(handle).map { String(cString: $0) } ?? "unknown format"
    // libarchive says so in several ways, with numbers of bytes.
    return .damaged(message.lowercased().contains("truncated") ? "it ends too early" : message)
  }
}
