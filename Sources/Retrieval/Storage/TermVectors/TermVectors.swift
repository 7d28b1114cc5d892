import Embeddings
import Ranking

/// The terms of several documents, with their frequencies and positions, in memory that is kept
/// between queries.
///
/// On the hot path: for a query, the rows of a hundred documents are decoded and their terms
/// scanned twice. This uses plain memory, because a bounds check at every term would cost as much
/// as the work. Every term is below ``termLimit``, and all positions are inside their row: if a
/// damaged row violates this, the document is empty.
final class TermVectors {
  /// The entries, valid until the next document is appended.
  private(set) var entries: TermVectorEntries
  private var count = 0
  private(set) var documents: [TermVector] = []
  /// The starts of passages, as positions in their documents, for all documents.
  private(set) var passages: [Int] = []
  /// One more than the highest term number read so far.
  private(set) var termLimit = 1

  private var capacity = 1 << 14
  private var byteCount = 0
  private var byteCapacity = 1 << 17
  /// An upper limit on the words of a document.
  private static let mostWords = 1 << 24
  /// The number of bytes that may be read beyond a row.
  private static let padding = 8

  init() {
    entries = TermVectorEntries(
      terms: .allocate(capacity: capacity), starts: .allocate(capacity: capacity),
      titles: .allocate(capacity: capacity),
      bytes: .allocate(byteCount: byteCapacity, alignment: 8))
  }

  deinit {
    entries.terms.deallocate()
    entries.starts.deallocate()
    entries.titles.deallocate()
    entries.bytes.deallocate()
  }

  /// Clears all documents.
  func removeAll() {
    count = 0
    byteCount = 0
    documents.removeAll(keepingCapacity: true)
    passages.removeAll(keepingCapacity: true)
  }

  /// Decodes a row; a damaged row gives a document without words.
  func append(_ row: UnsafeRawBufferPointer) {
    let firstPassage = passages.count
    reserveBytes(row.count)
    let begin = byteCount
    let bytes = entries.bytes
    if let source = row.baseAddress {
      (bytes + begin).copyMemory(from: source, byteCount: row.count)
    }
    byteCount += row.count
    (bytes + byteCount).storeBytes(of: 0, as: UInt64.self)
    if !decode(begin..<byteCount) {
      passages.removeSubrange(firstPassage...)
      documents.append(
        TermVector(
          entries: count..<count, words: 0, titleWords: 0, passages: firstPassage..<firstPassage,
          positionsAt: begin, embeddingAt: nil,
          isEncoded: false))
    }
  }

  /// Appends the contents of a row; false if it is damaged.
  private func decode(_ row: Range<Int>) -> Bool {
    let bytes = entries.bytes
    var offset = row.lowerBound
    @inline(__always)
    func number() -> Int? {
      VariableByte.read {
        guard offset < row.upperBound else { return nil }
        defer { offset += 1 }
        return bytes.load(fromByteOffset: offset, as: UInt8.self)
      }.map { Int($0) }
    }
    guard let flag = number(), flag <= TermVectorRow.embeddingOfEncoder else { return false }
    var embeddingAt: Int?
    if flag != TermVectorRow.noEmbedding {
      embeddingAt = offset
      offset += Embedding.dimensions
      guard offset <= row.upperBound else { return false }
    }
    guard let words = number(), words <= Self.mostWords, let titleWords = number(),
      titleWords <= words,
      let passageCount = number(), passageCount <= row.count
    else { return false }
    let firstPassage = passages.count
    var start = titleWords
    for _ in 0..<passageCount {
      guard let length = number() else { return false }
      passages.append(start)
      start += length
    }
    guard start == words, let size = number(), size <= row.count, let apart = number()
    else { return false }
    var offsetApart = offset
    for _ in 0..<min(apart, row.count) * 2 where number() == nil { return false }
    guard offset + size <= row.upperBound else { return false }
    swap(&offset, &offsetApart)

    reserve(count + size + 1)
    let terms = entries.terms + count
    let starts = entries.starts + count
    let titles = entries.titles + count
    let controls = bytes + offsetApart
    var difference = offsetApart + size
    // If sums do not wrap around, they ascend, and the last is the highest.
    var term: UInt64 = 0
    var positionCount = 0
    var isWhole = true
    for index in 0..<size {
      let control = controls.load(fromByteOffset: index, as: UInt8.self)
      guard difference < row.upperBound else { return false }
      let width = UInt32(control & 3)
      let wide = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: difference, as: UInt32.self))
      term &+= UInt64(wide & (~0 &>> (24 &- 8 &* width)))
      difference &+= Int(width) &+ 1
      terms[index] = UInt32(truncatingIfNeeded: term)
      starts[index] = UInt32(truncatingIfNeeded: positionCount)
      if control & TermVectorRow.escape != TermVectorRow.escape {
        titles[index] = UInt32(control &>> 2 & 3)
        positionCount &+= Int(control &>> 4) &+ 1
        isWhole = isWhole && control &>> 2 & 3 <= control &>> 4 &+ 1
      } else {
        guard let total = number(), let inTitle = number(), inTitle <= total, total <= words
        else { return false }
        titles[index] = UInt32(inTitle)
        positionCount &+= total
      }
    }
    guard term < PostingKey.mostTerms, positionCount <= words, isWhole,
      difference * 8 + positionCount * TermVectorRow.width(words: words) <= row.upperBound * 8
    else { return false }
    // After the last term: the end of its positions.
    starts[size] = UInt32(positionCount)
    documents.append(
      TermVector(
        entries: count..<count + size, words: words, titleWords: titleWords,
        passages: firstPassage..<passages.count, positionsAt: difference, embeddingAt: embeddingAt,
        isEncoded: flag == TermVectorRow.embeddingOfEncoder))
    count += size + 1
    termLimit = max(termLimit, Int(term) + 1)
    return true
  }

  // MARK: Embeddings

  /// The embedding of a document, valid until the next document is appended; `nil` if it has none.
  func embedding(of document: TermVector) -> UnsafePointer<Int8>? {
    document.embeddingAt.map {
      UnsafePointer((entries.bytes + $0).assumingMemoryBound(to: Int8.self))
    }
  }

  /// A copy of the embedding of the first document; `nil` if it has none.
  var firstEmbedding: Embedding? {
    documents.first.flatMap { embedding(of: $0) }.map { stored in
      Embedding(UnsafeBufferPointer(start: stored, count: Embedding.dimensions))
    }
  }

  // MARK: Passages

  /// The words of a passage of a document, by position.
  func passage(_ index: Int, of document: TermVector) -> Range<Int> {
    let isLast = index + 1 == document.passages.upperBound
    return passages[index]..<(isLast ? document.words : passages[index + 1])
  }

  // MARK: Memory

  private func reserve(_ size: Int) {
    guard size > capacity else { return }
    let larger = max(size, capacity * 2)
    func grow(_ old: UnsafeMutablePointer<UInt32>) -> UnsafeMutablePointer<UInt32> {
      let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
      moved.update(from: old, count: count)
      old.deallocate()
      return moved
    }
    entries.terms = grow(entries.terms)
    entries.starts = grow(entries.starts)
    entries.titles = grow(entries.titles)
    capacity = larger
  }

  private func reserveBytes(_ added: Int) {
    let size = byteCount + added + Self.padding
    guard size > byteCapacity else { return }
    let larger = max(size, byteCapacity * 2)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
    moved.copyMemory(from: entries.bytes, byteCount: byteCount)
    entries.bytes.deallocate()
    entries.bytes = moved
    byteCapacity = larger
  }
}
