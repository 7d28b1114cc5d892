import Analysis
import Literature

/// The sentence that contains the words of evidence.
package struct EvidenceSentence: Sendable, Equatable {
  /// The text before the words.
  package var before: String
  /// The words that support a facet value.
  package var words: String
  /// The text after the words.
  package var after: String
  /// The sentence without ellipses, in Unicode scalars of its field; `nil` if the evidence is in no
  /// text.
  var range: Range<Int>?
  /// Whether the sentence begins before the text that is shown.
  var isCutLeft = false
  /// Whether the sentence ends after the text that is shown.
  var isCutRight = false

  /// The maximum length of a sentence on either side of the words, in Unicode scalars.
  private static let reach = 400

  /// Finds the sentence.
  package init(
    _ evidence: Evidence, title: ArraySlice<Unicode.Scalar>, text: ArraySlice<Unicode.Scalar>
  ) {
    let all = evidence.field == .title ? title : text
    let range = evidence.range
    guard evidence.field != .record, all.indices.contains(range.lowerBound),
      range.upperBound <= all.endIndex
    else {
      self.init(before: "", words: evidence.text, after: "")
      return
    }
    let window =
      max(
        all.startIndex, range.lowerBound - Self.reach)..<min(
        all.endIndex, range.upperBound + Self.reach)
    let left = String(scalars: all[window.lowerBound..<range.lowerBound])
    let words = String(scalars: all[range])
    let right = String(scalars: all[range.upperBound..<window.upperBound])
    self.init(
      left: left, words: words, right: right,
      isCut: (window.lowerBound > all.startIndex, window.upperBound < all.endIndex))
    let shown = (
      left: before.unicodeScalars.count - (isCutLeft ? Self.ellipsis.count + 1 : 0),
      right: after.unicodeScalars.count - (isCutRight ? Self.ellipsis.count + 1 : 0)
    )
    self.range = range.lowerBound - shown.left..<range.upperBound + shown.right
  }

  /// The mark of a cut, which a space separates from the text.
  private static let ellipsis = "…"

  private init(before: String, words: String, after: String) {
    self.before = before
    self.words = words
    self.after = after
  }

  private init(
    left: String, words: String, right: String, isCut: (left: Bool, right: Bool)
  ) {
    let text = left + words + right
    let bytes = left.utf8.count..<left.utf8.count + words.utf8.count
    let sentences = SentenceFinder.shared.sentences(in: text)
      .filter { $0.upperBound > bytes.lowerBound && $0.lowerBound < bytes.upperBound }
    let start = min(sentences.first?.lowerBound ?? bytes.lowerBound, bytes.lowerBound)
    let end = max(sentences.last?.upperBound ?? bytes.upperBound, bytes.upperBound)
    let utf8 = Array(text.utf8)
    // A sentence at the edge of the window continues beyond it.
    let isCutLeft = isCut.left && start == 0
    let isCutRight = isCut.right && end == utf8.count
    let before = String(decoding: utf8[start..<bytes.lowerBound], as: UTF8.self)
    let after = String(decoding: utf8[bytes.upperBound..<end], as: UTF8.self)
    self.init(
      before: isCutLeft ? "\(Self.ellipsis) \(Self.withoutFirstWord(before))" : before,
      words: words,
      after: isCutRight ? "\(Self.withoutLastWord(after)) \(Self.ellipsis)" : after)
    self.isCutLeft = isCutLeft
    self.isCutRight = isCutRight
  }

  /// A text that may begin inside a word, from the next word on.
  private static func withoutFirstWord(_ text: String) -> Substring {
    guard let space = text.firstIndex(where: \.isWhitespace) else { return text[...] }
    return text[space...].drop(while: \.isWhitespace)
  }

  /// A text that may end inside a word, up to the word before.
  private static func withoutLastWord(_ text: String) -> Substring {
    guard let space = text.lastIndex(where: \.isWhitespace) else { return text[...] }
    return text[..<space]
  }

  /// The sentence with the words in bold.
  var html: HTML { "\(before)<b>\(words)</b>\(after)" }
}
