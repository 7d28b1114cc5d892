import Literature

/// The rules for the words around a number, from `counts.tsv`.
///
/// A rule sets a feature of the number if a window contains a word of certain classes. If several
/// rules set the same feature, the greatest value counts.
///
/// A class, so that every number can refer to the one instance at little cost.
package final class CountRules: Sendable {
  /// The rules of the program.
  package static let standard = CountRules(table: Table(named: "counts.tsv"))

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
      for at in 1...distance {
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
  /// The unknown names in the table, which have no effect.
  package let mistakes: [String]

  /// Reads the rules from a table.
  package init(table: Table) {
    var (before, after, bracket) = (Window(), Window(), Window())
    var sentence: [Rule] = []
    var zones = [CountFeature?](repeating: nil, count: Zone.allCases.count)
    var mistakes: [String] = []
    func classes(_ names: [String]) -> WordClasses {
      names.reduce(into: []) { found, name in
        if let kind = WordClasses(named: name) {
          found.formUnion(kind)
        } else {
          mistakes.append("unknown class: \(name)")
        }
      }
    }
    let features = Dictionary(
      uniqueKeysWithValues: CountFeature.allCases.map { ($0.name, $0) })
    for row in table.rows {
      guard let feature = features[row["feature"]] else {
        mistakes.append("unknown feature: \(row["feature"])")
        continue
      }
      let window = row["window"]
      if window == "zone" {
        for name in row.list("words") {
          if let zone = Zone(named: name) {
            zones[zone.rawValue] = feature
          } else {
            mistakes.append("unknown zone: \(name)")
          }
        }
        continue
      }
      let rule = Rule(
        feature: feature, words: classes(row.list("words")), except: classes(row.list("except")),
        value: Float(row["value"]) ?? 1)
      let distance = Int(window.drop { !$0.isNumber }) ?? 0
      switch window.prefix(while: { !$0.isNumber }) {
      case "before" where distance > 0: before.add(rule, within: distance)
      case "after" where distance > 0: after.add(rule, within: distance)
      case "bracket" where distance > 0: bracket.add(rule, within: distance)
      case "sentence": sentence.append(rule)
      default: mistakes.append("unknown window: \(window)")
      }
    }
    (self.before, self.after, self.bracket) = (before, after, bracket)
    (self.sentence, self.zones, self.mistakes) = (sentence, zones, mistakes)
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
