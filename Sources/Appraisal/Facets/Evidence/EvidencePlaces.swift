import Literature

/// Converts byte ranges to evidence: offsets in Unicode scalars and the verbatim text.
///
/// Byte ranges are collected first and resolved together, in one pass over each field.
struct EvidencePlaces {
  /// The evidence of a code.
  func place(_ mention: Mention, in document: ScannedDocument) -> Evidence {
    place(
      mention.words, in: document.part(inTitle: mention.inTitle),
      rule: document.tables.phrases[mention.phrase].rule)
  }

  /// The evidence of a count.
  func place(_ count: CountCandidate, in document: ScannedDocument) -> Evidence {
    place(count.words, in: document.part(inTitle: count.inTitle), rule: count.rule.rawValue)
  }

  /// Evidence whose offsets are still in bytes and whose text is not yet copied.
  private func place(_ words: ClosedRange<Int>, in text: ScannedText, rule: String) -> Evidence {
    Evidence(
      field: text.field, text: "", start: Int(text.words[words.lowerBound].start),
      end: Int(text.words[words.upperBound].end), rule: rule)
  }

  /// Completes all extracted evidence in some facets.
  func resolve(_ facets: inout Facets, title: String, text: String) {
    var inTitle = ScalarOffsets()
    var inText = ScalarOffsets()
    Self.each(&facets) { evidence in
      if evidence.field == .title {
        inTitle.want(evidence.start, evidence.end)
      } else {
        inText.want(evidence.start, evidence.end)
      }
    }
    var (title, text) = (title, text)
    title.withUTF8 { title in
      text.withUTF8 { text in
        inTitle.count(title)
        inText.count(text)
        Self.each(&facets) { evidence in
          let isTitle = evidence.field == .title
          let (start, end) = (evidence.start, evidence.end)
          evidence.text = String(
            decoding: (isTitle ? title : text)[start..<end], as: UTF8.self)
          evidence.start = isTitle ? inTitle[start] : inText[start]
          evidence.end = isTitle ? inTitle[end] : inText[end]
        }
      }
    }
  }

  private static func each(_ facets: inout Facets, _ visit: (inout Evidence) -> Void) {
    for facet in FacetDefinition.codes { each(&facets[codes: facet.name], visit) }
    for facet in FacetDefinition.counts { each(&facets[counts: facet.name], visit) }
  }

  private static func each<Value>(
    _ values: inout [FacetValue<Value>], _ visit: (inout Evidence) -> Void
  ) {
    for at in values.indices where values[at].origin == .extracted {
      for place in values[at].evidence.indices where values[at].evidence[place].field != .record {
        visit(&values[at].evidence[place])
      }
    }
  }
}
