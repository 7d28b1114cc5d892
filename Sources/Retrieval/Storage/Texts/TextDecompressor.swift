import CZstd

/// Decompresses text; not for concurrent use.
package final class TextDecompressor {
  private let context = ZSTD_createDCtx()
  private var dictionaries: [UInt32: OpaquePointer] = [:]
  private let limit: Int

  /// Creates a decompressor without dictionaries.
  ///
  /// - Parameter limit: the maximum size of a decompressed text in bytes, so that a damaged header
  ///   can't claim more memory.
  package init(limit: Int = 64 << 20) {
    self.limit = limit
  }

  deinit {
    ZSTD_freeDCtx(context)
    for dictionary in dictionaries.values { ZSTD_freeDDict(dictionary) }
  }

  /// Decompresses a text; `nil` if the bytes are damaged or their dictionary is unknown.
  ///
  /// - Parameter load: returns the bytes of a dictionary with a number.
  package func decompress(
    _ packed: UnsafeRawBufferPointer, load: (UInt32) throws -> [UInt8]?
  ) rethrows -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(packed.baseAddress, packed.count)
    guard size <= limit else { return nil }
    let number = ZSTD_getDictID_fromFrame(packed.baseAddress, packed.count)
    var dictionary = dictionaries[number]
    if number != 0, dictionary == nil {
      guard let bytes = try load(number) else { return nil }
      dictionary = ZSTD_createDDict(bytes, bytes.count)
      dictionaries[number] = dictionary
    }
    var written = 0
    let text = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      written =
        dictionary.map {
          ZSTD_decompress_usingDDict(
            context, buffer.baseAddress, buffer.count, packed.baseAddress, packed.count, $0)
        }
        ?? ZSTD_decompressDCtx(
          context, buffer.baseAddress, buffer.count, packed.baseAddress, packed.count)
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    return ZSTD_isError(written) == 0 ? text : nil
  }
}
