import CZlib

/// Compresses bytes with gzip, piece by piece.
///
/// zlib keeps the address of its state, so the state has a pointer: Swift may move a value.
final class GzipStream {
  private let stream: UnsafeMutablePointer<z_stream>

  /// Size of the pieces in which compressed bytes are collected.
  private static let piece = 1 << 16

  /// Begins a text; `nil` if zlib runs out of memory.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Adding 16 to the window size selects the gzip format.
    let opened = deflateInit2_(
      stream, 3, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else {
      stream.deallocate()
      return nil
    }
    self.stream = stream
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The next compressed bytes; none while zlib collects its input.
  ///
  /// - Parameter isLast: whether these are the last bytes.
  func add(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var input = bytes
    var output = [UInt8](repeating: 0, count: Self.piece)
    var packed: [UInt8] = []
    input.withUnsafeMutableBufferPointer { source in
      stream.pointee.next_in = source.baseAddress
      stream.pointee.avail_in = UInt32(source.count)
      repeat {
        output.withUnsafeMutableBufferPointer { target in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(target.count)
          _ = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        }
        packed += output.prefix(Self.piece - Int(stream.pointee.avail_out))
      } while stream.pointee.avail_out == 0
    }
    return packed
  }
}
