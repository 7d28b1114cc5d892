/// Every phrase of every table, compiled into one automaton over words, so that one pass over a text
/// finds them all.
///
/// The language of phrases: words parted by spaces, `(a|b)` for either of several, `(a|)` for
/// perhaps, `_` for any one word, `#` for a number, `<class>` for a word of a class. Hyphens in a
/// text count as spaces; a phrase never runs across a comma, a bracket or a full stop.
struct PhraseBook: Sendable {
  /// A phrase found: which, and its first and last word.
  struct Match {
    var phrase: Int32
    var first: Int32
    var last: Int32
  }

  private struct Node: Sendable {
    var phrases: [Int32] = []
    var any: [Int32] = []
    var number: [Int32] = []
    var classes: [(kind: WordClasses, node: Int32)] = []
    var hasWords = false
  }

  /// An edge by a word, in a list of those that leave one node by that word.
  private struct Edge: Sendable {
    var node: Int32
    var next: Int32
  }

  private var nodes: [Node] = [Node()]
  private var edges: [Edge] = []
  private var heads: [UInt64: Int32] = [:]
  private var starts: [Bool] = []
  private var startClasses: WordClasses = []
  /// Where a bracket leads from a node, so that equal brackets share their nodes.
  private var targets: [Target: Int32] = [:]

  private struct Target: Hashable {
    var node: Int32
    var bracket: String
  }

  /// Adds a phrase under a number of the caller's; phrases may share a number.
  mutating func add(_ phrase: String, number: Int32, lexicon: inout Lexicon) {
    var reached: [Int32] = [0]
    for bracket in Self.brackets(of: phrase) {
      var next: [Int32] = []
      for node in reached {
        if bracket.contains("") { next.append(node) }
        let target = self.target(of: bracket, from: node, lexicon: &lexicon)
        if target >= 0 { next.append(target) }
      }
      reached = []
      for node in next where !reached.contains(node) { reached.append(node) }
    }
    for node in reached where node != 0 && !nodes[Int(node)].phrases.contains(number) {
      nodes[Int(node)].phrases.append(number)
    }
  }

  /// Cuts a phrase into its brackets, each a list of alternatives; a plain word is a list of one.
  static func brackets(of phrase: String) -> [[String]] {
    var brackets: [[String]] = []
    var rest = Substring(phrase).drop(while: { $0 == " " })
    while let first = rest.first {
      if first == "(", let close = rest.firstIndex(of: ")") {
        let inside = rest[rest.index(after: rest.startIndex)..<close]
        brackets.append(
          inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
        rest = rest[rest.index(after: close)...]
      } else {
        let end = rest.firstIndex(where: { $0 == " " || $0 == "(" }) ?? rest.endIndex
        brackets.append([String(rest[..<end])])
        rest = rest[end...]
      }
      rest = rest.drop(while: { $0 == " " })
    }
    return brackets
  }

  private mutating func node() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  private mutating func target(
    of bracket: [String], from node: Int32, lexicon: inout Lexicon
  ) -> Int32 {
    let key = Target(node: node, bracket: bracket.joined(separator: "|"))
    if let known = targets[key] { return known }
    guard bracket.contains(where: { !$0.isEmpty }) else { return -1 }
    let target = self.node()
    targets[key] = target
    for option in bracket {
      let words = option.split(separator: " ").map(String.init)
      var at = node
      for (place, word) in words.enumerated() {
        let next = place == words.count - 1 ? target : self.node()
        link(at, to: next, by: word, lexicon: &lexicon)
        at = next
      }
    }
    return target
  }

  private mutating func link(
    _ node: Int32, to next: Int32, by word: String, lexicon: inout Lexicon
  ) {
    if word.hasPrefix("<"), let kind = WordClasses(named: word.dropFirst().dropLast()) {
      if node == 0 { startClasses.formUnion(kind) }
      nodes[Int(node)].classes.append((kind, next))
      return
    }
    if word == "_" || word == "#" {
      if word == "_" {
        nodes[Int(node)].any.append(next)
      } else {
        nodes[Int(node)].number.append(next)
      }
      return
    }
    let symbol = lexicon.symbol(for: word)
    if node == 0 {
      while starts.count <= Int(symbol) { starts.append(false) }
      starts[Int(symbol)] = true
    }
    nodes[Int(node)].hasWords = true
    let key = UInt64(node) << 32 | UInt64(symbol)
    edges.append(Edge(node: next, next: heads[key] ?? -1))
    heads[key] = Int32(edges.count - 1)
  }

  /// Finds every phrase in some words, in order of their first words.
  func matches(in words: [Word], cache: WordCache, into found: inout [Match]) {
    cache.entries.withUnsafeBufferPointer { entries in
      cache.symbols.withUnsafeBufferPointer { symbols in
        words.withUnsafeBufferPointer { words in
          let text = Text(words: words, entries: entries, symbols: symbols)
          for at in 0..<words.count {
            let entry = entries[Int(words[at].entry)]
            guard mayStart(entry, symbols) else { continue }
            follow(node: 0, first: at, at: at, text, &found)
          }
        }
      }
    }
  }

  private struct Text {
    let words: UnsafeBufferPointer<Word>
    let entries: UnsafeBufferPointer<WordCache.Entry>
    let symbols: UnsafeBufferPointer<UInt32>
  }

  @inline(__always)
  private func mayStart(
    _ entry: WordCache.Entry, _ symbols: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    if !entry.classes.isDisjoint(with: startClasses) { return true }
    for place in entry.symbols where Int(symbols[Int(place)]) < starts.count {
      if starts[Int(symbols[Int(place)])] { return true }
    }
    return false
  }

  private func follow(node: Int32, first: Int, at: Int, _ text: Text, _ found: inout [Match]) {
    guard at < text.words.count else { return }
    let word = text.words[at]
    // "randomised, controlled" is one phrase, but only a word that is named is met across a comma.
    let isBroken = at > first && !word.gap.isDisjoint(with: .breaks)
    if isBroken, !word.gap.isDisjoint(with: Word.Gap.breaks.subtracting(.comma)) { return }
    let entry = text.entries[Int(word.entry)]
    if nodes[Int(node)].hasWords {
      for place in entry.symbols {
        let key = UInt64(node) << 32 | UInt64(text.symbols[Int(place)])
        var edge = heads[key] ?? -1
        while edge >= 0 {
          reach(edges[Int(edge)].node, first: first, at: at, text, &found)
          edge = edges[Int(edge)].next
        }
      }
    }
    if isBroken { return }
    for next in nodes[Int(node)].any { reach(next, first: first, at: at, text, &found) }
    if word.isNumber || entry.number >= 0 {
      for next in nodes[Int(node)].number { reach(next, first: first, at: at, text, &found) }
    }
    if !entry.classes.isEmpty {
      for (kind, next) in nodes[Int(node)].classes where !entry.classes.isDisjoint(with: kind) {
        reach(next, first: first, at: at, text, &found)
      }
    }
  }

  @inline(__always)
  private func reach(_ node: Int32, first: Int, at: Int, _ text: Text, _ found: inout [Match]) {
    for phrase in nodes[Int(node)].phrases {
      found.append(Match(phrase: phrase, first: Int32(first), last: Int32(at)))
    }
    follow(node: node, first: first, at: at + 1, text, &found)
  }
}
