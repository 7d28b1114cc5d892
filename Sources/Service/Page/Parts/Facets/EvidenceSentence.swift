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

  /// The maximum length of a sentence on either side of the words, in Unicode scalars.
  private static let reach = 400

  /// Finds the sentence.
  package init(
    _ evidence: Evidence, title: String, text: ArraySlice<Unicode.Scalar>
  ) {
    let all = evidence.field == .title ? Array(title.unicodeScalars)[...] : text
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
  }

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
      before: isCutLeft ? "… " + Self.withoutFirstWord(before) : before,
      words: words,
      after: isCutRight ? String(Self.withoutLastWord(after)) + " …" : after)
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
