/// Makes further records of the sentences of given ones.
struct SentenceShuffler {
  private var records: [Record] = []
  private var generator: Generator

  init(seed: UInt64) {
    generator = Generator(state: seed)
  }

  /// Keeps a record to make others of.
  mutating func remember(_ record: Record) {
    records.append(record)
  }

  /// A record as long as one of those kept, each of its sentences from a record at random.
  ///
  /// - Returns: `nil` if none was kept.
  mutating func next(number: Int) -> Record? {
    guard let model = records.randomElement(using: &generator) else { return nil }
    var sentences: [Substring] = []
    for own in Self.sentences(of: model.text) {
      let other = records.randomElement(using: &generator) ?? model
      sentences.append(Self.sentences(of: other.text).randomElement(using: &generator) ?? own)
    }
    return Record(
      id: "\(model.id)-\(number)", title: model.title, text: sentences.joined(separator: ". "))
  }

  private static func sentences(of text: String) -> [Substring] {
    text.split(separator: ". ")
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64 (Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
