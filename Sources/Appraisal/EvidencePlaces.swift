import Literature

/// Turns byte ranges into evidence: offsets in Unicode scalars and the words verbatim.
///
/// Byte ranges are gathered first and resolved together, in one walk over each field.
struct EvidencePlaces {
  /// Evidence whose offsets are still bytes and whose words are still to be copied.
  mutating func place(_ mention: Mention, in work: Work) -> Evidence {
    let reading = work.reading(mention.inTitle)
    return Evidence(
      field: reading.field, text: "",
      start: Int(reading.words[mention.words.lowerBound].start),
      end: Int(reading.words[mention.words.upperBound].end),
      rule: work.tables.phrases[mention.phrase].rule)
  }

  /// Evidence of a count, its offsets still bytes.
  mutating func place(_ count: CountCandidate, in work: Work) -> Evidence {
    let reading = work.reading(count.inTitle)
    return Evidence(
      field: reading.field, text: "", start: Int(reading.words[count.words.lowerBound].start),
      end: Int(reading.words[count.words.upperBound].end), rule: count.rule)
  }

  /// Completes every piece of extracted evidence in some facets.
  mutating func resolve(_ facets: inout Facets, title: String, text: String) {
    var titleScalars = ScalarOffsets()
    var textScalars = ScalarOffsets()
    func each(_ visit: (inout Evidence) -> Void) {
      for path in [\Facets.method, \.setting, \.condition] {
        for at in facets[keyPath: path].indices
        where facets[keyPath: path][at].origin == .extracted {
          for place in facets[keyPath: path][at].evidence.indices {
            visit(&facets[keyPath: path][at].evidence[place])
          }
        }
      }
      for path in [\Facets.sampleSize, \.includedStudies] {
        for at in facets[keyPath: path].indices
        where facets[keyPath: path][at].origin == .extracted {
          for place in facets[keyPath: path][at].evidence.indices {
            visit(&facets[keyPath: path][at].evidence[place])
          }
        }
      }
    }
    each { evidence in
      if evidence.field == .title {
        titleScalars.want(evidence.start, evidence.end)
      } else {
        textScalars.want(evidence.start, evidence.end)
      }
    }
    titleScalars.count(title)
    textScalars.count(text)
    each { evidence in
      let (field, offsets) =
        evidence.field == .title ? (title, titleScalars) : (text, textScalars)
      evidence.text = offsets.words(field, evidence.start, evidence.end)
      (evidence.start, evidence.end) = (offsets[evidence.start], offsets[evidence.end])
    }
  }
}

/// Scalar offsets for some byte offsets of a text.
struct ScalarOffsets {
  private var wanted: [Int] = []
  private var found: [Int: Int] = [:]

  mutating func want(_ bytes: Int...) { wanted += bytes }

  /// Walks the text once, counting the bytes that begin a scalar.
  mutating func count(_ text: String) {
    guard !wanted.isEmpty else { return }
    wanted.sort()
    var text = text
    text.withUTF8 { bytes in
      var scalars = 0
      var at = 0
      for want in wanted {
        while at < min(want, bytes.count) {
          if bytes[at] & 0xC0 != 0x80 { scalars += 1 }
          at += 1
        }
        found[want] = scalars
      }
    }
  }

  subscript(byte: Int) -> Int { found[byte] ?? 0 }

  func words(_ text: String, _ start: Int, _ end: Int) -> String {
    let from = text.utf8.index(text.startIndex, offsetBy: start)
    let to = text.utf8.index(from, offsetBy: end - start)
    return String(text[from..<to])
  }
}
