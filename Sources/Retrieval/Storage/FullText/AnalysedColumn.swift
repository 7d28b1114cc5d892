import Analysis
import CAnalysis
import Ranking

/// The tokens of a field, and their analysed form for FTS5; see `canalysis.h`.
struct AnalysedColumn {
  private(set) var tokens: [PreparedToken] = []
  private(set) var bytes: [UInt8] = []
  /// Whether FTS5 needs the bytes.
  private let hasBytes: Bool
  /// The number of words, without joined forms and further terms of a word.
  private(set) var words = 0
  /// Positions that were skipped.
  private var skipped = 0
  /// The last position of the field, counted from its first one.
  private let lastPosition: Int

  /// - Parameter size: the number of positions of the field.
  init(hasBytes: Bool, size: UInt16 = FieldSpace.size) {
    self.hasBytes = hasBytes
    lastPosition = Int(size) - 1
  }

  /// Makes room for some tokens.
  ///
  /// - Parameter textBytes: the size of their text, to which the analysed form is similar.
  mutating func reserve(tokens count: Int, textBytes: Int) {
    guard count > 0 else { return }
    tokens.reserveCapacity(count)
    if hasBytes { bytes.reserveCapacity(textBytes + textBytes / 8) }
  }

  /// Adds a token; tokens beyond the field's space share its last position.
  @inline(__always)
  mutating func add(_ token: pl_token, base: UInt16, _ analyzer: Analyzer) {
    let isWord = token.kind == UInt32(PL_TOKEN_WORD)
    if isWord { words += 1 }
    if hasBytes {
      if bytes.isEmpty { bytes.append(0x01) }
      if !isWord { bytes.append(0x02) }
      analyzer.appendTerm(token.word, to: &bytes)
      bytes.append(0x1F)
    }
    let position = min(max(0, words - 1) + skipped, lastPosition)
    tokens.append(PreparedToken(word: token.word, position: base + UInt16(position)))
  }

  /// Leaves a gap in the positions, so that no phrase matches across it; has no effect before the
  /// first word.
  mutating func skip(_ positions: Int) {
    if words > 0 { skipped += positions }
  }

  /// The tokens of the values of a field, with gaps between them so that no phrase matches across
  /// two values.
  static func values(
    _ values: [String], base: UInt16, gap: Int, _ analyzer: Analyzer, hasBytes: Bool = false
  ) -> AnalysedColumn {
    var ends: [Int] = []
    var text = ""
    for value in values {
      text += value
      text += "\n"
      ends.append(text.utf8.count)
    }
    return text.withUTF8 { bytes in
      analyzer.withTokens(in: bytes) { tokens in
        var column = AnalysedColumn(hasBytes: hasBytes, size: FieldSpace.size(of: base))
        column.reserve(tokens: tokens.count, textBytes: bytes.count)
        var value = 0
        for token in tokens {
          while value + 1 < ends.count, Int(token.start) >= ends[value] {
            value += 1
            column.skip(gap)
          }
          column.add(token, base: base, analyzer)
        }
        return column
      }
    }
  }
}
