/// Divides a section into passages: whole sentences, about 120 to 180 words.
///
/// A shorter section is one passage. A longer one is divided evenly, so that its last passage is
/// not too short. A sentence of more than 180 words is divided at a word boundary. No passage has
/// more than 300 words or 4 KB.
package enum PassageCutter {
  /// The number of words above which a section is divided.
  package static let longest = 180
  /// The maximum number of words in a passage.
  package static let mostWords = 300
  /// The maximum size of a passage in bytes.
  package static let mostBytes = 4096

  /// The range of each passage, in order.
  ///
  /// - Parameters:
  ///   - sentences: byte ranges of the sentences, in order.
  ///   - words: byte ranges of the words, in order; every word is in some passage.
  /// - Returns: byte ranges; words outside any sentence belong to the previous sentence.
  package static func cut(sentences: [Range<Int>], words: [Range<Int>]) -> [Range<Int>] {
    let pieces = pieces(sentences: sentences, words: words)
    let total = pieces.reduce(0) { $0 + $1.words }
    let parts = max(1, (Double(total) / 150).rounded(.toNearestOrAwayFromZero))
    let target = total <= longest ? Double(total) : Double(total) / parts
    var passages: [Range<Int>] = []
    var words = 0
    var seen = 0
    var current: Range<Int>?
    for piece in pieces {
      if let open = current {
        let size = piece.bytes.upperBound - open.lowerBound
        // End the passage before a piece if that is closer to an even share than ending it after
        // the piece.
        let goal = target * Double(passages.count + 1)
        let isNearer = abs(goal - Double(seen)) < abs(goal - Double(seen + piece.words))
        if words + piece.words > mostWords || size > mostBytes || (total > longest && isNearer) {
          passages.append(open)
          current = nil
          words = 0
        }
      }
      current = (current?.lowerBound ?? piece.bytes.lowerBound)..<piece.bytes.upperBound
      words += piece.words
      seen += piece.words
    }
    if let current { passages.append(current) }
    return passages
  }

  private struct Piece {
    var bytes: Range<Int>
    var words: Int
  }

  /// Sentences with their word counts; long ones are divided at word boundaries.
  private static func pieces(sentences: [Range<Int>], words: [Range<Int>]) -> [Piece] {
    var pieces: [Piece] = []
    var word = 0
    for (index, sentence) in sentences.enumerated() {
      let next = index + 1 < sentences.count ? sentences[index + 1].lowerBound : Int.max
      var start = sentence.lowerBound
      var count = 0
      var end = sentence.upperBound
      while word < words.count, words[word].lowerBound < next {
        let isFull = count == longest || words[word].upperBound - start > mostBytes
        if isFull {
          if count > 0 {
            pieces.append(Piece(bytes: start..<words[word - 1].upperBound, words: count))
          }
          start = words[word].lowerBound
          count = 0
        }
        count += 1
        end = max(end, words[word].upperBound)
        word += 1
      }
      // Text with many bytes but no words (a line of dashes) does not get a separate passage.
      if count > 0 || pieces.isEmpty {
        let reach = min(end, start + mostBytes)
        let last = word > 0 ? words[word - 1].upperBound : reach
        pieces.append(Piece(bytes: start..<max(min(reach, end), min(last, end)), words: count))
      }
    }
    return pieces
  }
}
