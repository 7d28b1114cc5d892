/// The words of several documents, one after the other, in memory that is kept between queries.
///
/// A hot file: a hundred documents are decoded for a query and passed over twice, through plain
/// memory, since a check at every word would cost as much as the work. Every place is below
/// ``count``, every term below ``termLimit``.
final class ForwardWords {
  /// Numbers of the terms in the order of the words, title first; 0 for a stop word.
  private(set) var terms: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private(set) var documents: [ForwardDocument] = []
  /// Where passages begin, for all documents.
  private(set) var passages: [Int] = []
  /// One more than the highest number of a term.
  private(set) var termLimit = 1

  private var capacity = 1 << 16
  /// Numbers from here on are no term's: the row is damaged.
  private static let highestTerm: UInt32 = 1 << 28

  init() {
    terms = .allocate(capacity: capacity)
  }

  deinit {
    terms.deallocate()
  }

  /// Forgets all documents.
  func removeAll() {
    count = 0
    documents.removeAll(keepingCapacity: true)
    passages.removeAll(keepingCapacity: true)
  }

  /// Decodes a row of the forward index.
  func append(_ bytes: UnsafeRawBufferPointer) {
    // A byte is three words at most, and three are written at once.
    let atOnce = Int(ForwardIndexWriter.mostStopWords)
    reserve(count + (bytes.count + 1) * atOnce)
    let start = count
    let firstPassage = passages.count
    let terms = terms
    var next = count
    var highest: UInt32 = 0
    var offset = 0
    while offset < bytes.count {
      var value: UInt32
      let word =
        offset &+ 4 <= bytes.count
        ? UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) : ~0
      // The lowest bit that says that a byte is the last of its number.
      let last = (~word & 0x8080_8080).trailingZeroBitCount
      if last < UInt32.bitWidth {
        // Lengths alternate without order, so that a branch for each would be guessed wrong.
        let kept = word & (~0 &>> UInt32(31 &- last))
        value = kept & 0x7F | kept &>> 1 & 0x3F80 | kept &>> 2 & 0x1F_C000 | kept &>> 3 & 0xFE0_0000
        offset &+= (last &+ 1) &>> 3
      } else {
        value = 0
        var shift: UInt32 = 0
        while offset < bytes.count {
          let byte = bytes[offset]
          offset &+= 1
          value |= UInt32(byte & 0x7F) &<< shift
          if byte < 0x80 { break }
          shift &+= 7
        }
      }
      if value == ForwardIndexWriter.passage {
        passages.append(next)
        continue
      }
      // Stop words side by side are one number; what is written too much is written over.
      let isTerm = value > ForwardIndexWriter.mostStopWords
      var term = isTerm ? value &- ForwardIndexWriter.mostStopWords : 0
      if term >= Self.highestTerm { term = 0 }
      highest = max(highest, term)
      terms[next] = term
      terms[next &+ 1] = 0
      terms[next &+ 2] = 0
      next &+= isTerm ? 1 : Int(value)
    }
    count = next
    termLimit = max(termLimit, Int(highest) + 1)
    documents.append(
      ForwardDocument(
        words: start..<next,
        titleEnd: firstPassage < passages.count ? passages[firstPassage] : next,
        passages: firstPassage..<passages.count))
  }

  /// The words of a passage of a document.
  func passage(_ index: Int, of document: ForwardDocument) -> Range<Int> {
    let isLast = index + 1 == document.passages.upperBound
    return passages[index]..<(isLast ? document.words.upperBound : passages[index + 1])
  }

  private func reserve(_ size: Int) {
    guard size > capacity else { return }
    let larger = max(size, capacity * 2)
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    moved.update(from: terms, count: count)
    terms.deallocate()
    terms = moved
    capacity = larger
  }
}

/// A document as the forward index has it, by places in ``ForwardWords``.
struct ForwardDocument {
  var words: Range<Int>
  /// One past the words of the title, with which the document begins.
  var titleEnd: Int
  /// Its passages, by index.
  var passages: Range<Int>

  var title: Range<Int> { words.lowerBound..<titleEnd }
  var body: Range<Int> { titleEnd..<words.upperBound }
}
