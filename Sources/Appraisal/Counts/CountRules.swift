import Literature

/// The rules for the words around a number, from `counts.tsv`.
///
/// A rule sets a feature of the number if a window contains a word of certain classes. If several
/// rules set the same feature, the greatest value counts.
///
/// A class, so that every number can refer to the one instance at little cost.
final class CountRules: Sendable {
  static let standard = CountRules(table: Table(named: "counts.tsv"))

  struct Rule: Sendable {
    var feature: CountFeature
    var words: WordClasses
    var except: WordClasses
    var value: Float
  }

  /// The rules for a word, by its distance from the number.
  struct Window: Sendable {
    /// By the distance; the first is never used.
    fileprivate(set) var rules: [[Rule]] = [[]]
    /// The classes that any rule asks for, by the distance.
    fileprivate(set) var words: [WordClasses] = [[]]

    fileprivate mutating func add(_ rule: Rule, within distance: Int) {
      while rules.count <= distance {
        rules.append([])
        words.append([])
      }
      for at in 1...max(1, distance) {
        rules[at].append(rule)
        words[at].formUnion(rule.words)
      }
    }
  }

  let before: Window
  let after: Window
  /// Inside a bracket after the number.
  let bracket: Window
  let sentence: [Rule]
  /// The feature of each zone, by its number.
  let zones: [CountFeature?]

  init(table: Table) {
    var (before, after, bracket) = (Window(), Window(), Window())
    var sentence: [Rule] = []
    var zones = [CountFeature?](repeating: nil, count: Zone.allCases.count)
    let features = Dictionary(
      uniqueKeysWithValues: CountFeature.allCases.map { ($0.name, $0) })
    for row in table.rows {
      guard let feature = features[row["feature"]] else { continue }
      let rule = Rule(
        feature: feature, words: Self.classes(row["words"]), except: Self.classes(row["except"]),
        value: Float(row["value"]) ?? 1)
      let window = row["window"]
      let distance = Int(window.drop { !$0.isNumber }) ?? 0
      switch window.prefix(while: { !$0.isNumber }) {
      case "before": before.add(rule, within: distance)
      case "after": after.add(rule, within: distance)
      case "bracket": bracket.add(rule, within: distance)
      case "sentence": sentence.append(rule)
      case "zone":
        for name in row["words"].split(separator: "|") {
          if let zone = Zone(named: String(name)) { zones[zone.rawValue] = feature }
        }
      default: break
      }
    }
    (self.before, self.after, self.bracket) = (before, after, bracket)
    (self.sentence, self.zones) = (sentence, zones)
  }

  private static func classes(_ cell: String) -> WordClasses {
    cell.split(separator: "|").reduce(into: []) { found, name in
      if let kind = WordClasses(named: name) { found.formUnion(kind) }
    }
  }

  /// Applies the rules of a window to a word at a distance.
  @inline(__always)
  func apply(
    _ window: Window, _ distance: Int, _ kinds: WordClasses, to candidate: inout CountCandidate
  ) {
    guard distance < window.words.count, !kinds.isDisjoint(with: window.words[distance]) else {
      return
    }
    apply(window.rules[distance], kinds, to: &candidate)
  }

  /// Applies rules to the classes of a word or a sentence.
  func apply(_ rules: [Rule], _ kinds: WordClasses, to candidate: inout CountCandidate) {
    for rule in rules
    where !kinds.isDisjoint(with: rule.words) && kinds.isDisjoint(with: rule.except)
      && candidate[rule.feature] < rule.value
    {
      candidate[rule.feature] = rule.value
    }
  }
}
