import CArchive

/// A libarchive reader over a stream; gives the bytes of the current member.
///
/// Unsafe pointers because libarchive calls back for input with a pointer of ours, which it never
/// keeps beyond the life of this object.
final class ArchiveReader: ByteSource {
  private let handle: OpaquePointer?
  private let input: ByteStream
  private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var given = 0

  init(_ input: ByteStream) {
    self.input = input
    handle = archive_read_new()
  }

  deinit {
    archive_read_free(handle)
    block.deallocate()
  }

  /// Opens a compressed file and goes to its contents.
  func open(_ packing: Packing) throws(ReadError) {
    switch packing {
    case .gzip: archive_read_support_filter_gzip(handle)
    case .xz: archive_read_support_filter_xz(handle)
    case .bzip2: archive_read_support_filter_bzip2(handle)
    case .zstd: archive_read_support_filter_zstd(handle)
    }
    archive_read_support_format_raw(handle)
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
    var entry: OpaquePointer?
    guard archive_read_next_header(handle, &entry) == ARCHIVE_OK else { throw error }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw error }
    if let failure = input.failure { throw failure }
    given += count
    if given > Unpacking.freeExpansion, given / Unpacking.expansionLimit > input.position {
      throw .expandsTooMuch(times: Unpacking.expansionLimit)
    }
    return count
  }

  private var error: ReadError {
    if let failure = input.failure { return failure }
    return .damaged(archive_error_string(handle).map { String(cString: $0) } ?? "unknown format")
  }
}
