/// A fast 128-bit hash to detect changes (XXH3; not secure against attackers).
public struct ContentHash: Sendable, Equatable, Hashable {
  /// The upper half.
  public let high: UInt64
  /// The lower half.
  public let low: UInt64

  /// Restores a stored hash.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Half of the hash, as the index stores it.
  public var digest: Int64 { Int64(bitPattern: low) }

  /// The hash as 32 hexadecimal digits.
  public var hexadecimal: String {
    [high, low].map { $0.zeroPadded(to: 16, radix: 16) }.joined()
  }
}
