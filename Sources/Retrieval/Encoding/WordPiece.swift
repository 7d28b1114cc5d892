import Foundation

/// Cuts text into the pieces of a vocabulary, as BERT's tokenizer for English without capitals
/// does.
///
/// Words and punctuation marks are lower-cased and lose their diacritics. A word that is not in the
/// vocabulary is cut into the longest pieces that are; pieces after the first begin with `##`.
///
/// Based on Wu et al., *Google's neural machine translation system* (2016), and Devlin et al.,
/// *BERT* (NAACL 2019).
struct WordPiece {
  /// Longer words are unknown.
  private static let longestWord = 100

  private let pieces: [String: UInt32]
  private let start: UInt32
  private let end: UInt32
  private let unknown: UInt32

  /// Creates a tokenizer; `nil` if the vocabulary lacks the special pieces.
  ///
  /// - Parameter vocabulary: the pieces by number.
  init?(vocabulary: [String]) {
    pieces = Dictionary(
      vocabulary.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    guard let start = pieces["[CLS]"], let end = pieces["[SEP]"], let unknown = pieces["[UNK]"]
    else { return nil }
    (self.start, self.end, self.unknown) = (start, end, unknown)
  }

  /// The numbers of a text's pieces, with those for its start and end.
  ///
  /// - Parameter limit: the maximum number of numbers, at least 2; the rest of the text is ignored.
  func tokens(_ text: String, limit: Int) -> [UInt32] {
    var tokens = [start]
    for word in Self.words(text) {
      tokens += cut(word)
      if tokens.count >= limit { break }
    }
    return tokens.prefix(limit - 1) + [end]
  }

  private func cut(_ word: String) -> [UInt32] {
    if let whole = pieces[word] { return [whole] }
    let scalars = Array(word.unicodeScalars)
    guard scalars.count <= Self.longestWord else { return [unknown] }
    var found: [UInt32] = []
    var first = 0
    while first < scalars.count {
      var piece = String.UnicodeScalarView(first > 0 ? "##".unicodeScalars : "".unicodeScalars)
      piece.append(contentsOf: scalars[first...])
      var last = scalars.count
      while last > first, pieces[String(piece)] == nil {
        piece.removeLast()
        last -= 1
      }
      guard last > first, let number = pieces[String(piece)] else { return [unknown] }
      found.append(number)
      first = last
    }
    return found
  }

  /// The words and punctuation marks of a text, in lower case and without diacritics.
  static func words(_ text: String) -> [String] {
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    let plain = isASCII ? text : text.decomposedStringWithCanonicalMapping
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func endWord() {
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll()
    }
    for scalar in plain.unicodeScalars {
      switch kind(scalar) {
      case .letter: word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      case .space: endWord()
      case .single:
        endWord()
        words.append(scalar.properties.lowercaseMapping)
      case .ignored: continue
      }
    }
    endWord()
    return words
  }

  private enum Kind {
    case letter, space, ignored
    /// A word of one character: punctuation and Chinese characters.
    case single
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20: return .space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x21...0x7E: return .single
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2CEAF,
      0x2F800...0x2FA1F:
      return .single
    case 0xFFFD: return .ignored
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark: return .ignored
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .single
    default: return .letter
    }
  }
}
