import CAnalysis

/// A word of a text and its position.
public struct Token: Sendable, Equatable {
  /// The word as written, folded.
  public let folded: String
  /// The stem, which is the term of the index.
  public let term: String
  /// Its range in the original text: half-open, in UTF-8 bytes.
  public let bytes: Range<Int>
  /// Whether this is the joined form of a hyphenated word (`peer-led` → `peerled`): it spans the
  /// whole word and has the position of its first part, which is the token before it.
  public let isJoined: Bool
  /// Whether this is a word of the text itself: not a joined form, and not another term of the word
  /// before it (`aids` beside `AIDS`), which has the same range.
  public let isWord: Bool

  init(raw: pl_token, word: CachedWord) {
    folded = word.folded
    term = word.term
    bytes = Int(raw.start)..<Int(raw.end)
    isJoined = raw.kind == UInt32(PL_TOKEN_JOINED)
    isWord = raw.kind == UInt32(PL_TOKEN_WORD)
  }
}
