import Ranking

/// The terms of term vectors, document by document: how often each occurs there,
/// and where.
///
/// A hot file: see ``TermVectors``, whose memory this is.
struct TermVectorEntries {
  /// Numbers of the terms, ascending in each document, with a place left free after it.
  var terms: UnsafeMutablePointer<UInt32>
  /// Where the places of each term begin, counted in places of its document, and where those of
  /// its last term end.
  var starts: UnsafeMutablePointer<UInt32>
  /// How often each term occurs in the title.
  var titles: UnsafeMutablePointer<UInt32>
  /// The rows that the places are in.
  var bytes: UnsafeMutableRawPointer

  /// How often the term of an entry occurs in the fields of its document.
  @inline(__always)
  func counts(_ entry: Int) -> FieldCounts {
    let title = titles[entry]
    return FieldCounts(
      body: Float(starts[entry + 1] &- starts[entry] &- title), title: Float(title))
  }

  /// The places of an entry's term, as indices for ``place(_:of:)``.
  func places(_ entry: Int) -> Range<Int> { Int(starts[entry])..<Int(starts[entry + 1]) }

  /// A place of a term, counted in words from the beginning of the document.
  func place(_ index: Int, of document: TermVector) -> Int {
    let bit = index * document.width
    let word = bytes.loadUnaligned(
      fromByteOffset: document.placesAt + bit >> 3, as: UInt64.self)
    return Int(UInt64(littleEndian: word) >> UInt64(bit & 7) & (1 << UInt64(document.width) - 1))
  }

  /// Whether one of some places, which ascend, is at `place`.
  func holds(_ place: Int, in places: Range<Int>, of document: TermVector) -> Bool {
    var low = places.lowerBound
    var high = places.upperBound
    while low < high {
      let middle = (low + high) / 2
      if self.place(middle, of: document) < place { low = middle + 1 } else { high = middle }
    }
    return low < places.upperBound && self.place(low, of: document) == place
  }

  /// The entry of a term in a document; `nil` when it does not hold it.
  func entry(of term: UInt32, in document: TermVector) -> Int? {
    // Halving without branches: half of them would be guessed wrong.
    var low = document.entries.lowerBound
    var length = document.entries.count
    while length > 1 {
      let half = length &>> 1
      low = terms[low &+ half] <= term ? low &+ half : low
      length &-= half
    }
    return length == 1 && terms[low] == term ? low : nil
  }
}

/// The term vector of one document.
struct TermVector {
  /// Its terms, by index in ``TermVectors``.
  var entries: Range<Int>
  /// How many words it has, and how many of them, the first, are the title's.
  var words: Int
  var titleWords: Int
  /// Its passages, by index in ``TermVectors``.
  var passages: Range<Int>
  /// Where the places of its terms begin, in bytes, and the bits of each.
  let placesAt: Int
  let width: Int

  /// How many words its fields have.
  var lengths: FieldCounts {
    FieldCounts(body: Float(words - titleWords), title: Float(titleWords))
  }

  init(entries: Range<Int>, words: Int, titleWords: Int, passages: Range<Int>, placesAt: Int) {
    self.entries = entries
    self.words = words
    self.titleWords = titleWords
    self.passages = passages
    self.placesAt = placesAt
    width = TermVectorRow.width(words: words)
  }
}
