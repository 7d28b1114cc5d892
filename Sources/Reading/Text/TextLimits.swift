/// Limits on the sizes of texts.
enum TextLimits {
  /// Maximum size of a text that is read as one document, in bytes.
  static let document = 1 << 28
}
