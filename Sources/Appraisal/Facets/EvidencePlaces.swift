import Literature

/// Converts byte ranges to evidence: offsets in Unicode scalars and the verbatim text.
///
/// Byte ranges are collected first and resolved together, in one pass over each field.
struct EvidencePlaces {
  /// Evidence whose offsets are still in bytes and whose text is not yet copied.
  func place(_ mention: Mention, in work: ScannedDocument) -> Evidence {
    let reading = work.reading(mention.inTitle)
    return Evidence(
      field: reading.field, text: "",
      start: Int(reading.words[mention.words.lowerBound].start),
      end: Int(reading.words[mention.words.upperBound].end),
      rule: work.tables.phrases[mention.phrase].rule)
  }

  /// Evidence of a count, with offsets still in bytes.
  func place(_ count: CountCandidate, in work: ScannedDocument) -> Evidence {
    let reading = work.reading(count.inTitle)
    return Evidence(
      field: reading.field, text: "", start: Int(reading.words[count.words.lowerBound].start),
      end: Int(reading.words[count.words.upperBound].end), rule: count.rule)
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
      for place in values[at].evidence.indices { visit(&values[at].evidence[place]) }
    }
  }
}

/// Scalar offsets for some byte offsets of a text.
struct ScalarOffsets {
  /// The byte offsets to convert (sorted once counted), and the number of scalars before each.
  private var wanted: [Int] = []
  private var scalars: [Int] = []

  mutating func want(_ start: Int, _ end: Int) {
    wanted.append(start)
    wanted.append(end)
  }

  /// Counts, in one pass over the text, the bytes that begin a scalar.
  mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    wanted.sort()
    scalars.reserveCapacity(wanted.count)
    var found = 0
    var at = 0
    for want in wanted {
      let end = min(want, bytes.count)
      while at + 8 <= end {
        // Continuation bytes begin with the bits 10.
        let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: at, as: UInt64.self)
        let continuing = eight >> 7 & ~(eight >> 6) & 0x0101_0101_0101_0101
        found += 8 - continuing.nonzeroBitCount
        at += 8
      }
      while at < end {
        found += bytes[at] & 0xC0 != 0x80 ? 1 : 0
        at += 1
      }
      scalars.append(found)
    }
  }

  subscript(byte: Int) -> Int {
    var (low, high) = (0, wanted.count)
    while low < high {
      let middle = (low + high) / 2
      if wanted[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low < scalars.count ? scalars[low] : 0
  }
}
