/// A word or a number of a text, and the marks before it.
struct ScannedWord {
  /// First byte.
  var start: UInt32
  /// The end, exclusive.
  var end: UInt32
  /// Index of the word in the ``WordCache``; numbers in digits have ``WordCache/numberEntry``.
  var entry: UInt32
  /// The marks between the previous word and this one.
  var gap: Gap
  /// Its form as written.
  var shape: Shape
  /// The value of a number in digits; for a word, see ``known``.
  var value: UInt32

  /// The marks between two words, in addition to white space.
  struct Gap: OptionSet {
    let rawValue: UInt16
    static let comma = Gap(rawValue: 1 << 0)
    static let open = Gap(rawValue: 1 << 1)
    static let close = Gap(rawValue: 1 << 2)
    static let period = Gap(rawValue: 1 << 3)
    static let question = Gap(rawValue: 1 << 4)
    static let colon = Gap(rawValue: 1 << 5)
    static let semicolon = Gap(rawValue: 1 << 6)
    static let hyphen = Gap(rawValue: 1 << 7)
    static let equals = Gap(rawValue: 1 << 8)
    static let slash = Gap(rawValue: 1 << 9)
    static let newline = Gap(rawValue: 1 << 10)
    static let paragraph = Gap(rawValue: 1 << 11)
    static let at = Gap(rawValue: 1 << 12)
    /// A sign of comparison, an operator, a currency, a bullet: anything not listed above.
    static let sign = Gap(rawValue: 1 << 13)
    static let space = Gap(rawValue: 1 << 14)
    static let percent = Gap(rawValue: 1 << 15)

    /// Marks that a phrase may not cross.
    static var breaks: Gap {
      [
        .comma, .open, .close, .period, .question, .colon, .semicolon, .equals, .paragraph, .at,
        .sign, .percent,
      ]
    }
    /// Marks that end a clause.
    static var stops: Gap { [.semicolon, .colon, .period] }
  }

  /// The form of a word as written.
  struct Shape: OptionSet {
    let rawValue: UInt16
    static let number = Shape(rawValue: 1 << 0)
    /// With a decimal point.
    static let decimal = Shape(rawValue: 1 << 1)
    static let percent = Shape(rawValue: 1 << 2)
    static let capital = Shape(rawValue: 1 << 3)
    static let allCapitals = Shape(rawValue: 1 << 4)
    /// With a thousands separator.
    static let grouped = Shape(rawValue: 1 << 5)
    /// The first word of a sentence.
    static let first = Shape(rawValue: 1 << 6)
    /// Ends in an s.
    static let plural = Shape(rawValue: 1 << 7)
    /// A decimal that may use a point as thousands separator, as in other languages: "1.016", with
    /// the value 1016.
    static let pointed = Shape(rawValue: 1 << 8)
    /// Begins with two capitals: "HIV", "PSWs".
    static let acronym = Shape(rawValue: 1 << 9)
  }

  /// A word of capitals is an acronym only if it is shorter than this, in bytes.
  static let acronymLimit = 9

  /// The length in bytes.
  var length: Int { Int(end - start) }

  var isNumber: Bool { shape.contains(.number) }

  /// One more than the row of a word in the ``BagTable``; 0 for a number or an unknown word.
  var known: Int { isNumber ? 0 : Int(value) }
}
