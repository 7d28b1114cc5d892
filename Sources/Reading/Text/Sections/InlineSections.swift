import Literature

/// Divides running text into sections at its labels, as in a structured abstract.
enum InlineSections {
  /// The sections of a run of text.
  ///
  /// It is divided at labels such as "METHODS: " at the beginning of a line or after a sentence, if
  /// there are at least two, or if the only one begins a line. Parts of a text under the heading
  /// “Abstract” are marked, because their labels are also those of an article's sections.
  static func sections(
    of text: String, in range: Range<Int>, heading: String = "", kind: Section.Kind? = nil
  ) -> [Section] {
    var text = text
    return text.withUTF8 { bytes in
      let labels = InlineLabel.find(in: bytes, range)
      let start = trim(range, bytes)
      guard let first = labels.first,
        labels.count > 1 || first.bytes.lowerBound == start.lowerBound
          || bytes[first.bytes.lowerBound - 1] == 0x0A
      else {
        return start.isEmpty
          ? [] : [Section(heading: heading, kind: kind ?? .abstract, bytes: start)]
      }
      var sections: [Section] = []
      let before = trim(range.lowerBound..<first.bytes.lowerBound, bytes)
      if !before.isEmpty {
        sections.append(Section(heading: heading, kind: kind ?? .abstract, bytes: before))
      }
      for (index, label) in labels.enumerated() {
        let end = index + 1 < labels.count ? labels[index + 1].bytes.lowerBound : range.upperBound
        let body = trim(label.bytes.upperBound..<end, bytes)
        if body.isEmpty { continue }
        sections.append(Section(heading: label.name, kind: label.kind, bytes: body))
      }
      if kind == .abstract {
        for index in sections.indices { sections[index].isInAbstract = true }
      }
      return sections
    }
  }

  /// A range without ASCII white space at its ends.
  private static func trim(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while lower < upper, bytes[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }
}
