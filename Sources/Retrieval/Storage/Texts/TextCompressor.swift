import CZstd

/// Compresses text with zstd; not for concurrent use.
///
/// Short texts compress poorly on their own, so a dictionary trained on earlier texts is used; each
/// compressed text contains the number of its dictionary.
package final class TextCompressor {
  private let context: OpaquePointer?
  private let dictionary: OpaquePointer?
  private var output: [UInt8] = []

  /// - Parameter dictionary: the bytes of a trained dictionary, if there is one.
  package init(dictionary bytes: [UInt8]?) {
    context = ZSTD_createCCtx()
    dictionary = bytes.flatMap { ZSTD_createCDict($0, $0.count, 3) }
  }

  deinit {
    ZSTD_freeCCtx(context)
    ZSTD_freeCDict(dictionary)
  }

  /// The compressed text.
  package func compress(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    let bound = ZSTD_compressBound(text.count)
    if output.count < bound { output = [UInt8](repeating: 0, count: bound) }
    let size =
      dictionary.map {
        ZSTD_compress_usingCDict(context, &output, output.count, text.baseAddress, text.count, $0)
      } ?? ZSTD_compressCCtx(context, &output, output.count, text.baseAddress, text.count, 3)
    return Array(output[..<Int(size)])
  }

  /// Trains a dictionary; `nil` if there are too few samples.
  ///
  /// Compressed texts refer to the dictionary by a number derived from its contents.
  package static func train(_ samples: [[UInt8]]) -> [UInt8]? {
    guard samples.count >= 32 else { return nil }
    var dictionary = [UInt8](repeating: 0, count: 64 * 1024)
    let joined = Array(samples.joined())
    let size = ZDICT_trainFromBuffer(
      &dictionary, dictionary.count, joined, samples.map(\.count), UInt32(samples.count))
    guard ZDICT_isError(size) == 0, size > 0 else { return nil }
    return Array(dictionary[..<size])
  }

  /// The number of a trained dictionary.
  package static func number(of dictionary: [UInt8]) -> UInt32 {
    ZDICT_getDictID(dictionary, dictionary.count)
  }
}
