import Literature

/// The sentences that support a facet value, each once, with all words of evidence in bold.
package struct EvidenceQuotes {
  /// A sentence.
  package struct Quote {
    /// The pieces of evidence in it, by their places in the list; at least one.
    package fileprivate(set) var places: [Int]
    /// The sentence with the words in bold.
    package fileprivate(set) var html: HTML
    fileprivate var sentence: EvidenceSentence
  }

  /// The sentences, in the order of their first evidence.
  package private(set) var quotes: [Quote] = []

  /// Finds the sentences of evidence.
  package init(_ evidence: [Evidence], title: String, text: ArraySlice<Unicode.Scalar>) {
    let title = Array(title.unicodeScalars)[...]
    for (place, piece) in evidence.enumerated() {
      let sentence = EvidenceSentence(piece, title: title, text: text)
      let same = quotes.firstIndex { quote in
        let other = evidence[quote.places[0]]
        guard let range = sentence.range, let known = quote.sentence.range else {
          return sentence == quote.sentence && piece.rule == other.rule
        }
        // Sentences do not overlap, but a long one may be cut at different places.
        return piece.field == other.field && range.overlaps(known)
      }
      guard let same else {
        quotes.append(Quote(places: [place], html: sentence.html, sentence: sentence))
        continue
      }
      quotes[same].places.append(place)
      guard let joined = quotes[same].sentence.joined(with: sentence) else { continue }
      quotes[same].sentence = joined
      quotes[same].html = joined.html(
        in: piece.field == .title ? title : text,
        bold: Self.merged(quotes[same].places.map { evidence[$0].range }))
    }
    joinRepeated(evidence)
  }

  /// Shows a sentence that a text repeats, such as one of its abstract, only where it is first.
  private mutating func joinRepeated(_ evidence: [Evidence]) {
    var distinct: [Quote] = []
    for quote in quotes {
      let same = distinct.firstIndex { known in
        [known, quote].allSatisfy { evidence[$0.places[0]].field == .text }
          && known.html == quote.html
      }
      if let same { distinct[same].places += quote.places } else { distinct.append(quote) }
    }
    quotes = distinct
  }

  /// Ranges in order, with those that overlap as one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension EvidenceSentence {
  /// The sentence from the beginning of one to the end of the other; `nil` outside a text.
  fileprivate func joined(with other: EvidenceSentence) -> EvidenceSentence? {
    guard let range, let next = other.range else { return nil }
    var joined = self
    joined.range =
      min(range.lowerBound, next.lowerBound)..<max(range.upperBound, next.upperBound)
    if next.lowerBound < range.lowerBound { joined.isCutLeft = other.isCutLeft }
    if next.upperBound > range.upperBound { joined.isCutRight = other.isCutRight }
    return joined
  }

  /// The sentence with some ranges of the text in bold.
  fileprivate func html(in all: ArraySlice<Unicode.Scalar>, bold: [Range<Int>]) -> HTML {
    guard let range else { return html }
    let marked = MarkedText(all[range], marks: bold.map { .init(kind: .bold, range: $0) }).html
    return "\("… ", if: isCutLeft)\(marked)\(" …", if: isCutRight)"
  }
}
