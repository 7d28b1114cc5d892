import Analysis
import CAnalysis
import Ranking

/// The tokens of a field.
struct AnalysedColumn {
  private(set) var tokens: [PreparedToken] = []
  /// The number of words, without joined forms and further terms of a word.
  private(set) var words = 0
  /// Positions that were skipped.
  private var skipped = 0
  /// The last position of the field, counted from its first one.
  private let lastPosition: Int

  /// - Parameter size: the number of positions of the field.
  init(size: UInt16 = FieldSpace.size) {
    lastPosition = Int(size) - 1
  }

  /// Makes room for some tokens.
  mutating func reserve(tokens count: Int) { tokens.reserveCapacity(count) }

  /// Adds a token; tokens beyond the field's space share its last position.
  @inline(__always)
  mutating func add(_ token: pl_token, base: UInt16) {
    if token.kind == UInt32(PL_TOKEN_WORD) { words += 1 }
    let offset = max(0, words - 1)
    let position = min(offset + skipped, lastPosition)
    tokens.append(
      PreparedToken(
        word: token.word, offset: UInt32(clamping: offset), position: base + UInt16(position)))
  }

  /// Leaves a gap in the positions, so that no phrase matches across it; has no effect before the
  /// first word.
  mutating func skip(_ positions: Int) {
    if words > 0 { skipped += positions }
  }

  /// The tokens of the values of a field, with gaps between them so that no phrase matches across
  /// two values.
  static func values(
    _ values: [String], base: UInt16, gap: Int, _ analyzer: Analyzer
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
        var column = AnalysedColumn(size: FieldSpace.size(of: base))
        column.reserve(tokens: tokens.count)
        var value = 0
        for token in tokens {
          while value + 1 < ends.count, Int(token.start) >= ends[value] {
            value += 1
            column.skip(gap)
          }
          column.add(token, base: base)
        }
        return column
      }
    }
  }
}
