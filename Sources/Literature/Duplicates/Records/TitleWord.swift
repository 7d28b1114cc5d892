/// A word of a title.
struct TitleWord: Sendable, Hashable {
  /// The word as written, folded.
  let folded: String
  /// Its stem.
  let term: String
}
