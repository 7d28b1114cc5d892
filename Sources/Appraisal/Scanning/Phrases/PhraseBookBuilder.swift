/// Compiles phrases into a ``PhraseBook``.
///
/// The language of phrases: words separated by spaces, `(a|b)` for alternatives, `(a|)` for an
/// optional word, `_` for any one word, `#` for a number, `<class>` for a word of a class. Brackets
/// do not nest. Hyphens in a text count as spaces. A phrase may continue across a comma between
/// literal words, but never across a bracket or a full stop. Words are those of the ``Lexicon``.
struct PhraseBookBuilder {
  private struct Node {
    var phrases: [Int32] = []
    var any: [Int32] = []
    var number: [Int32] = []
    var classes: [PhraseBook.ClassEdge] = []
    var words: [PhraseBook.WordEdge] = []
    var symbolBits: UInt64 = 0
  }

  /// The key of a bracket's target from a node, so that equal brackets share their nodes.
  private struct Target: Hashable {
    var node: Int32
    var bracket: String
  }

  private var nodes: [Node] = [Node()]
  private var targets: [Target: Int32] = [:]

  /// Adds a phrase under a number chosen by the caller; phrases may share a number.
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

  /// Divides a phrase into lists of alternatives; a plain word is a list of one.
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
        let end = rest.dropFirst().firstIndex(where: { $0 == " " || $0 == "(" }) ?? rest.endIndex
        brackets.append([String(rest[..<end])])
        rest = rest[end...]
      }
      rest = rest.drop(while: { $0 == " " })
    }
    return brackets
  }

  /// The compiled book, which is never freed.
  func build() -> PhraseBook {
    var phrases: [Int32] = []
    var targets: [Int32] = []
    var classes: [PhraseBook.ClassEdge] = []
    var words: [PhraseBook.WordEdge] = []
    let frozen = nodes.map { node in
      var made = PhraseBook.Node()
      made.phrases = Self.append(node.phrases, to: &phrases)
      made.any = Self.append(node.any, to: &targets)
      made.number = Self.append(node.number, to: &targets)
      made.classes = Self.append(node.classes, to: &classes)
      // Edges for the same word stay in the order in which they were added.
      made.words = Self.append(node.words.sorted { $0.symbol < $1.symbol }, to: &words)
      made.symbolBits = node.symbolBits
      for edge in node.classes { made.classBits.formUnion(edge.kind) }
      return made
    }
    return PhraseBook(
      nodes: Self.keep(frozen), phrases: Self.keep(phrases), targets: Self.keep(targets),
      classes: Self.keep(classes), words: Self.keep(words))
  }

  private static func append<Element>(
    _ some: [Element], to all: inout [Element]
  ) -> Range<Int32> {
    let start = Int32(all.count)
    all += some
    return start..<Int32(all.count)
  }

  private static func keep<Element>(_ some: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, some.count))
    memory.initialize(from: some, count: some.count)
    return UnsafePointer(memory)
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
      nodes[Int(node)].classes.append(PhraseBook.ClassEdge(kind: kind, node: next))
      return
    }
    if word == "_" {
      nodes[Int(node)].any.append(next)
      return
    }
    if word == "#" {
      nodes[Int(node)].number.append(next)
      return
    }
    let symbol = lexicon.symbol(for: word)
    nodes[Int(node)].symbolBits |= PhraseBook.bit(symbol)
    nodes[Int(node)].words.append(PhraseBook.WordEdge(symbol: symbol, node: next))
  }
}
