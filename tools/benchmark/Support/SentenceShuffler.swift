import SeededRandom

/// Makes more records from the sentences of given ones.
struct SentenceShuffler {
  /// A record with its text split into sentences once, because each is drawn from many times.
  private struct SplitRecord {
    var id: String
    var title: String
    var text: [UInt8]
    var sentences: [Range<Int>] = []

    init(_ record: Record) {
      id = record.id
      title = record.title
      text = Array(record.text.utf8)
      var start = 0
      for index in text.indices.dropLast()
      where text[index] == UInt8(ascii: ".") && text[index + 1] == UInt8(ascii: " ") {
        if index > start { sentences.append(start..<index) }
        start = index + 2
      }
      if start < text.count { sentences.append(start..<text.count) }
    }
  }

  private var records: [SplitRecord] = []
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// Adds a record to draw from.
  mutating func remember(_ record: Record) {
    records.append(SplitRecord(record))
  }

  /// A record as long as one of those added, with each sentence taken from a random record.
  ///
  /// - Returns: `nil` if no record was added.
  mutating func next(number: Int) -> Record? {
    guard let model = records.randomElement(using: &generator) else { return nil }
    var text: [UInt8] = []
    for own in model.sentences {
      if !text.isEmpty { text += Array(". ".utf8) }
      let other = records.randomElement(using: &generator) ?? model
      if let sentence = other.sentences.randomElement(using: &generator) {
        text += other.text[sentence]
      } else {
        text += model.text[own]
      }
    }
    return Record(
      id: "\(model.id)-\(number)", title: model.title, text: String(decoding: text, as: UTF8.self))
  }
}
