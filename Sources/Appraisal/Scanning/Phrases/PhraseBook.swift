/// All phrases of all tables, compiled into one automaton over words, so that one pass over a text
/// finds them all.
///
/// The language of phrases is that of ``PhraseBookBuilder``. The automaton is read-only and is
/// never freed. It is in plain memory, because it is used for every word of every text, and the
/// reference counts and bounds checks of arrays would cost more than the matching.
struct PhraseBook: @unchecked Sendable {
  // Unchecked because of the pointers; their memory is written only once, before the book is
  // created.

  /// A match: the phrase, and its first and last word.
  struct Match {
    var phrase: Int32
    var first: Int32
    var last: Int32
  }

  /// A node: the ranges of its lists in the arrays below.
  struct Node {
    var phrases: Range<Int32> = 0..<0
    var any: Range<Int32> = 0..<0
    var number: Range<Int32> = 0..<0
    var classes: Range<Int32> = 0..<0
    var words: Range<Int32> = 0..<0
    /// Bits of the symbols (several share a bit) and the classes that lead to another node: most
    /// words lead nowhere, and these bits reject them without searching the lists.
    var symbolBits: UInt64 = 0
    var classBits: WordClasses = []
  }

  /// The bit of a symbol.
  static func bit(_ symbol: UInt32) -> UInt64 {
    1 << UInt64((symbol &* 0x9E37_79B1) >> 26)
  }

  /// An edge for a class of words.
  struct ClassEdge {
    var kind: WordClasses
    var node: Int32
  }

  /// An edge for a word.
  ///
  /// Those of a node are side by side, in ascending order of their symbols, so that a search among
  /// them rarely misses the cache.
  struct WordEdge {
    var symbol: UInt32
    var node: Int32
  }

  let nodes: UnsafePointer<Node>
  let phrases: UnsafePointer<Int32>
  let targets: UnsafePointer<Int32>
  let classes: UnsafePointer<ClassEdge>
  let words: UnsafePointer<WordEdge>

  /// The edges of a node for words.
  ///
  /// - Parameter places: the range of its edges among all.
  @inline(__always)
  private func edges(_ places: Range<Int32>) -> UnsafeBufferPointer<WordEdge> {
    UnsafeBufferPointer(start: words + Int(places.lowerBound), count: places.count)
  }

  /// The index of the first edge for a symbol or a later one.
  ///
  /// Not `partitioningIndex`, because the compiler inlines no `package` function of another module.
  @inline(__always)
  private static func index(
    of symbol: UInt32, in edges: UnsafeBufferPointer<WordEdge>
  ) -> Int {
    var first = 0
    var end = edges.count
    while first < end {
      let middle = (first + end) >> 1
      if edges[middle].symbol < symbol { first = middle + 1 } else { end = middle }
    }
    return first
  }

  /// The node after the first word of a phrase, with a filter for the next word.
  struct Start {
    var node: Int32
    /// Not 0 if a phrase ends with the first word, or if any word or any number continues it.
    var isAlways: UInt32
    /// The bits of the node.
    var symbolBits: UInt64
    var classBits: WordClasses
  }

  /// Finds every phrase in some words, in order of their first words.
  ///
  /// - Parameters:
  ///   - entries: the data on the words, by ``ScannedWord/entry``.
  ///   - symbols: the phrase symbols of the entries.
  ///   - starts: the starts of phrases of the entries.
  func matches(
    in words: [ScannedWord], entries: [WordEntry], symbols: [UInt32], starts: [Start],
    into found: inout [Match]
  ) {
    entries.withUnsafeBufferPointer { entries in
      symbols.withUnsafeBufferPointer { symbols in
        words.withUnsafeBufferPointer { words in
          guard let start = words.baseAddress, let known = entries.baseAddress else { return }
          let text = Text(
            words: start, count: words.count, entries: known, symbols: symbols.baseAddress)
          starts.withUnsafeBufferPointer { starts in
            for at in 0..<words.count {
              begin(starts, at: at, text, &found)
            }
          }
        }
      }
    }
  }

  /// Finds the phrases that begin with a word.
  @inline(__always)
  private func begin(
    _ starts: UnsafeBufferPointer<Start>, at: Int, _ text: Text, _ found: inout [Match]
  ) {
    let entry = text.entries + Int(text.words[at].entry)
    var place = Int(entry.pointee.starts.lowerBound)
    let end = Int(entry.pointee.starts.upperBound)
    if place == end { return }
    // At the end of the text, use the entry of unknown words, which lead nowhere.
    let hasNext = at + 1 < text.count
    let next = text.entries + (hasNext ? Int(text.words[at + 1].entry) : 0)
    let (symbolBits, classes) = (next.pointee.symbolBits, next.pointee.classes)
    while place < end {
      let start = starts[place]
      let leads =
        UInt64(start.isAlways) | start.symbolBits & symbolBits
        | start.classBits.rawValue & classes.rawValue
      if leads != 0 { enter(start.node, at: at, text, &found) }
      place += 1
    }
  }

  /// Continues phrases after their first word; never inlined, because few phrases continue.
  @inline(never)
  private func enter(_ node: Int32, at: Int, _ text: Text, _ found: inout [Match]) {
    reach(node, first: at, at: at, text, &found)
  }

  /// The starts of phrases that begin with a word of some symbols and classes.
  func starts(symbols: [UInt32], classes kinds: WordClasses) -> [Start] {
    var found: [Int32] = []
    let firsts = edges(nodes[0].words)
    for symbol in symbols {
      var at = Self.index(of: symbol, in: firsts)
      while at < firsts.count, firsts[at].symbol == symbol {
        found.append(firsts[at].node)
        at += 1
      }
    }
    for place in nodes[0].classes where !kinds.isDisjoint(with: classes[Int(place)].kind) {
      found.append(classes[Int(place)].node)
    }
    return found.map { number in
      let node = nodes[Int(number)]
      let isAlways = !node.phrases.isEmpty || !node.any.isEmpty || !node.number.isEmpty
      return Start(
        node: number, isAlways: isAlways ? 1 : 0, symbolBits: node.symbolBits,
        classBits: node.classBits)
    }
  }

  private struct Text {
    let words: UnsafePointer<ScannedWord>
    let count: Int
    let entries: UnsafePointer<WordEntry>
    let symbols: UnsafePointer<UInt32>?
  }

  private func follow(node: Int32, first: Int, at: Int, _ text: Text, _ found: inout [Match]) {
    guard at < text.count else { return }
    let word = text.words + at
    let entry = text.entries + Int(word.pointee.entry)
    let state = nodes + Int(node)
    let bySymbol = state.pointee.symbolBits & entry.pointee.symbolBits != 0
    let byClass = !state.pointee.classBits.isDisjoint(with: entry.pointee.classes)
    if !bySymbol, !byClass, state.pointee.any.isEmpty, state.pointee.number.isEmpty { return }
    // "randomised, controlled" is one phrase, but across a comma only literal words match.
    let isBroken = at > first && !word.pointee.gap.isDisjoint(with: .breaks)
    if isBroken, !word.pointee.gap.isDisjoint(with: ScannedWord.Gap.breaks.subtracting(.comma)) {
      return
    }
    if bySymbol, let symbols = text.symbols {
      let nexts = edges(state.pointee.words)
      for place in entry.pointee.symbols {
        let symbol = symbols[Int(place)]
        if state.pointee.symbolBits & Self.bit(symbol) == 0 { continue }
        var next = Self.index(of: symbol, in: nexts)
        while next < nexts.count, nexts[next].symbol == symbol {
          reach(nexts[next].node, first: first, at: at, text, &found)
          next += 1
        }
      }
    }
    if isBroken { return }
    for place in state.pointee.any {
      reach(targets[Int(place)], first: first, at: at, text, &found)
    }
    if !state.pointee.number.isEmpty, word.pointee.isNumber || entry.pointee.number >= 0 {
      for place in state.pointee.number {
        reach(targets[Int(place)], first: first, at: at, text, &found)
      }
    }
    if byClass {
      for place in state.pointee.classes {
        let edge = classes + Int(place)
        if !entry.pointee.classes.isDisjoint(with: edge.pointee.kind) {
          reach(edge.pointee.node, first: first, at: at, text, &found)
        }
      }
    }
  }

  @inline(__always)
  private func reach(_ node: Int32, first: Int, at: Int, _ text: Text, _ found: inout [Match]) {
    for place in nodes[Int(node)].phrases {
      found.append(
        Match(phrase: phrases[Int(place)], first: Int32(first), last: Int32(at)))
    }
    follow(node: node, first: first, at: at + 1, text, &found)
  }
}
