/// Numbers that do not count people.
extension CountContext {
  // The sizes of numbers.

  /// A smaller number directly after a sign is a measurement: "<100", "£500".
  private static let leastAfterSign = 1000
  /// A smaller number before a sign is an age or a measurement: "18+", "45 ± 3".
  private static let leastBeforeSign = 100
  /// A smaller number after a word such as "groups" or "study" may be a part of a name: "study 2".
  private static let leastUnnamed = 10
  /// Maximum number of digits that are compared with a value, which has 32 bits.
  private static let mostDigits = 9
  /// A single word for a smaller number is a count: "twelve", but not "hundred".
  private static let leastVague = 100
  /// A number this large is a population if nothing says that these people took part.
  private static let leastPopulation = 100_000
  /// Numbers that may be years.
  private static let years = 1900...2060

  // How far to look, in words.

  /// The name of a group is nearer to its size than this: "a 25-person support group".
  private static let groupReach = 7
  /// The bracket around a number opens nearer to it than this.
  private static let bracketReach = 15
  /// The number of words that are examined for the things that are counted.
  private static let countedReach = 3

  /// Whether the number is part of something else: a percentage, a measurement, a date, an age
  /// range, a label.
  var isMeasured: Bool {
    let word = text.words[first]
    if isName { return true }
    if word.shape.contains(.percent) { return true }
    // "1.016 patients" is not a decimal fraction, because people are whole.
    if word.shape.contains(.decimal), !word.shape.contains(.pointed) || head != next { return true }
    if word.gap.contains(.sign) && !word.gap.contains(.open) && numeral.value < Self.leastAfterSign
      && !word.gap.contains(.space)
    {
      return true
    }
    if word.gap.contains(.slash) && !word.gap.contains(.space) { return true }
    // "2020's" is a year; the scanner drops the possessive.
    if isYear, next < text.words.count, text.words[next].gap == .space,
      text.words[next].start == word.end + 3
    {
      return true
    }
    if first > sentence.words.lowerBound, word.gap.contains(.hyphen), isNumber(first - 1),
      !isRangeEnd
    {
      return true
    }
    // "12-week", "18-65 years": a number joined to the next word.
    if next < text.words.count, next < sentence.words.upperBound {
      let after = text.words[next]
      if after.gap == .hyphen,
        !kinds(next).contains(.people) || after.isNumber || isGroupSize
      {
        return true
      }
      if after.gap == .slash, after.isNumber { return true }
      if after.gap.contains(.hyphen), after.isNumber { return true }
      if after.gap.contains(.sign), !after.gap.contains(.open),
        numeral.value < Self.leastBeforeSign, sentence.words.contains(next)
      {
        return true  // "18+", "45 ± 3"
      }
      if after.gap.contains(.percent) { return true }
      if after.gap.subtracting([.space, .hyphen, .newline]).isEmpty,
        kinds(next).contains(.time), !kinds(next).contains(.people)
      {
        return true
      }
    }
    guard first > sentence.words.lowerBound else { return false }
    let before = kinds(first - 1)
    let plain = word.gap.subtracting([.space, .hyphen, .newline]).isEmpty
    if plain, before.contains(.kind), !before.contains(.sample), !before.contains(.letter),
      !isStudied,
      !text.words[first - 1].shape.contains(.plural) || numeral.value < Self.leastUnnamed
    {
      return true
    }
    if plain, word.gap.contains(.hyphen), !word.gap.contains(.space),
      text.words[first - 1].shape.contains(.capital)
    {
      return true
    }
    return false
  }

  /// Whether "study" before the number does not name it: "we will study 42 adults", "to study 60
  /// women", "in this study 42 adults".
  private var isStudied: Bool {
    guard numeral.value >= Self.leastUnnamed, first > sentence.words.lowerBound + 1,
      kinds(first - 1).contains(.study), !text.words[first - 1].shape.contains(.plural),
      gap(first - 1).isDisjoint(with: .breaks), head != nil
    else { return false }
    let before = kinds(first - 2)
    if !before.isDisjoint(with: [.modal, .first, .this]) { return true }
    // "to study", but not "of study 42" or "in study 42".
    return isTo(first - 2)
      && before.isDisjoint(with: [.among, .source, .place, .copula, .joiner])
  }

  /// Whether the number is the size of one group: "a 25-person support group", not "a 160-person
  /// trial".
  private var isGroupSize: Bool {
    let end = min(next + Self.groupReach, sentence.words.upperBound)
    for at in next + 1..<max(next + 1, end) {
      let kinds = self.kinds(at)
      if !gap(at).isDisjoint(with: ScannedWord.Gap.breaks.subtracting(.comma)) { return false }
      if kinds.contains(.work) { return false }
      if kinds.contains(.arm), !kinds.contains(.each) { return true }
      if !kinds.isDisjoint(with: [.stop, .copula, .modal]) { return false }
    }
    return false
  }

  /// Whether the number is the upper end of a range: "60-80 participants", "1,500 - 2,500 people".
  var isRangeEnd: Bool {
    guard first > sentence.words.lowerBound, text.words[first - 1].isNumber,
      gap(first).contains(.hyphen)
    else { return false }
    let from = Int(text.words[first - 1].value)
    return from < numeral.value && SimilarSize.rangeEnds.allows(from, numeral.value) && head != nil
  }

  /// Whether the number is part of a name: "SWOG 0307", "MA.27".
  private var isName: Bool {
    let word = text.words[first]
    guard word.isNumber, word.shape.isDisjoint(with: [.grouped, .decimal]) else { return false }
    var least: UInt32 = 1
    for _ in 1..<max(1, min(Self.mostDigits, word.length)) { least *= 10 }
    if word.value < least, word.length > 1 { return true }
    return word.gap == .period && first > 0 && text.words[first - 1].shape.contains(.capital)
  }

  /// Whether the number is vague: "several hundred people" is not a count.
  var isVague: Bool {
    guard numeral.isSpelled, next - first == 1, numeral.value >= Self.leastVague else {
      return false
    }
    return first > sentence.words.lowerBound && !kinds(first - 1).contains(.article)
  }

  /// Whether the number is a population, not the participants of a study: "850,000 people live with
  /// dementia", but not "a total of 1,234,567 people were included".
  var isPopulation: Bool {
    numeral.value >= Self.leastPopulation
      && sentence.classes.isDisjoint(with: [.enrolled, .analysed, .randomised, .total])
  }

  var isYear: Bool {
    Self.years.contains(numeral.value) && !numeral.isSpelled
      && !text.words[first].shape.contains(.grouped) && next - first == 1
  }

  /// Whether the number is a year: after a month or a preposition, with nothing to count after it.
  var isDate: Bool {
    guard isYear else { return false }
    if next < sentence.words.upperBound, gap(next).contains(.comma) { return true }
    // "2015 patients", but not "2018 analysed patients".
    return letterEquals == nil && head != next && !countsLikeYear
  }

  var isBracketed: Bool {
    var at = first
    while at > sentence.words.lowerBound, first - at < Self.bracketReach {
      if gap(at).contains(.open) { return true }
      if gap(at).contains(.close) { return false }
      at -= 1
    }
    return false
  }

  /// Whether the number counts things, not people: "n = 1392 observation days".
  var countsThings: Bool { countsThings(after: next) }

  /// Whether studies come directly before "(n = 38)": "the included papers (n = 38)".
  func countsStudies(before letter: Int) -> Bool {
    guard letter > sentence.words.lowerBound else { return false }
    return kinds(letter - 1).contains(.study) && kinds(letter - 1).contains(.unit)
      && text.words[letter - 1].shape.contains(.plural)
  }

  func countsThings(after start: Int) -> Bool {
    let end = min(start + Self.countedReach, sentence.words.upperBound)
    for at in start..<max(start, end) {
      if !gap(at).isDisjoint(with: .breaks) { return false }
      let kinds = self.kinds(at)
      // "n = 50 for the efficacy trial" are people.
      if !kinds.isDisjoint(with: [.people, .group, .stop]) { return false }
      if kinds.contains(.unit), kinds.isDisjoint(with: [.arm]) { return true }
    }
    return false
  }
}
