import CXXHash

/// Computes a ``ContentHash`` of values fed to it one by one; each is fed with its length, so that
/// different sequences are distinct.
public struct ContentHasher: ~Copyable {
  private let state = XXH3_createState()

  /// Creates a hasher without values.
  public init() {
    XXH3_128bits_reset(state)
  }

  deinit {
    XXH3_freeState(state)
  }

  /// Feeds a string.
  public mutating func feed(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      feed(bytes.count)
      XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }
  }

  /// Feeds a number.
  public mutating func feed(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes in
      _ = XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }
  }

  /// Feeds a list of strings.
  public mutating func feed(_ texts: [String]) {
    feed(texts.count)
    for text in texts { feed(text) }
  }

  /// The hash of the values.
  public func finish() -> ContentHash {
    let hash = XXH3_128bits_digest(state)
    return ContentHash(high: hash.high64, low: hash.low64)
  }
}
