/// A whole number in a text, in digits or words.
struct Numeral {
  /// Its value, at most ``Numeral/limit``.
  var value: Int
  /// Its words.
  var words: Range<Int>
  /// Whether the number is written in words.
  var isSpelled: Bool

  /// Larger numbers are reduced to this; no study has as many participants.
  static let limit = 1_000_000_000

  /// Reads the number that begins at a word, if one does: "1,016", "1 016", "25 thousand",
  /// "Hundred and forty-three", "three hundred and two".
  init?(at start: Int, in text: ScannedText, document: ScannedDocument, end: Int) {
    let words = text.words
    let first = words[start]
    func number(_ at: Int) -> Int32 { document.number(at, in: text) }
    /// Whether only a space or a hyphen separates a word from the previous one.
    func follows(_ at: Int) -> Bool {
      at < end && words[at].gap.subtracting([.space, .hyphen, .newline]).isEmpty
    }
    if first.isNumber {
      var value = Int(first.value)
      var next = start + 1
      if first.length <= 3, !first.shape.contains(.decimal), first.value > 0 {
        while follows(next), words[next].gap == .space, words[next].isNumber,
          words[next].length == 3,
          !words[next].shape.contains(.grouped), !words[next].shape.contains(.decimal)
        {
          value = min(value * 1000 + Int(words[next].value), Self.limit)
          next += 1
        }
      }
      if first.shape.contains(.decimal), !first.shape.contains(.pointed) { return nil }
      if follows(next), number(next) >= 1000 {
        value = min(value * Int(number(next)), Self.limit)
        next += 1
      }
      self.init(value: value, words: start..<next, isSpelled: false)
      return
    }
    guard number(start) >= 0 else { return nil }
    var total = 0
    var current = 0
    var at = start
    var last = 0
    while at < end, at == start || follows(at) {
      var value = Int(number(at))
      if value < 0 {
        // "two hundred and thirty", but not "twenty and thirty".
        guard at + 1 < end, follows(at + 1), current >= 100 || total > 0,
          document.classes(text, at).contains(.stop), words[at].length == 3,
          number(at + 1) >= 0, number(at + 1) < 100
        else { break }
        at += 1
        value = Int(number(at))
      }
      if value >= 1000 {
        total = min(total + max(current, 1) * value, Self.limit)
        current = 0
      } else if value == 100 || value == 12 && last > 0 && last < 10 {
        current = min(max(current, 1) * value, Self.limit)
      } else if value < 10, last >= 20, last < 100 {
        current += value
      } else if at > start, last < 100 {
        break  // two numbers side by side
      } else {
        current = min(current + value, Self.limit)
      }
      last = value
      at += 1
    }
    self.init(value: min(total + current, Self.limit), words: start..<at, isSpelled: true)
  }

  init(value: Int, words: Range<Int>, isSpelled: Bool) {
    self.value = value
    self.words = words
    self.isSpelled = isSpelled
  }
}
