import Literature

/// Facets as lines of text, as stored in the index file; their evidence is stored separately as
/// ``EvidenceBytes``.
///
///     facet ⇥ value ⇥ origin ⇥ confidence
///
/// One line per value. Facets are written as the initials of their names (`ss` for `sample_size`)
/// and origins as their first letters. The confidence of an extracted value is in thousandths, and
/// negative for a value that is only possible; in its place is `added` if a person added the value
/// to others (``FacetValue/isAdded``), `open` for a heading or type of the record
/// (``FacetValue/isOpen``) and `possible` for one that does not count. `facet ⇥ none` follows if a
/// curated source states that there is none, and `facet ⇥ reason ⇥ none` if a person did; then the
/// values that corrections overrule, each with the fifth field `overruled`, and `facet ⇥ overruled`
/// if a catalogue states that there is none.
package enum FacetLines {
  /// The lines of a document's facets.
  package static func text(_ facets: Facets) -> String {
    var lines = lines(facets, .listed)
    for facet in FacetName.allCases where facets.statedNone.contains(facet) {
      lines.append("\(facet.initials)\tnone")
      if let reason = facets.reasonsForNone?[facet] {
        lines.append("\(facet.initials)\t\(EscapedLine.escape(reason))\tnone")
      }
    }
    if facets.hasOverruled {
      lines += Self.lines(facets, .overruled)
      for facet in FacetName.allCases where facets.overruledNone.contains(facet) {
        lines.append("\(facet.initials)\t\(overruled)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The lines of the values with a standing.
  private static func lines(_ facets: Facets, _ standing: Facets.Standing) -> [String] {
    var lines: [String] = []
    for facet in FacetDefinition.codes.map(\.name) {
      append(&lines, facet, facets[codes: facet, standing], standing)
    }
    for facet in FacetDefinition.counts.map(\.name) {
      append(&lines, facet, facets[counts: facet, standing], standing)
    }
    return lines
  }

  /// The facets, without evidence.
  package static func facets(_ text: String) -> Facets {
    var text = text
    return text.withUTF8 { facets(UnsafeRawBufferPointer($0)) }
  }

  /// The facets, without evidence, from lines in SQLite's own memory.
  static func facets(_ text: UnsafeRawBufferPointer) -> Facets {
    var facets = Facets()
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let nameEnd = line.firstIndex(of: tab),
        let facet = names.first(where: { spells($0.initials, line[..<nameEnd]) })?.facet
      else { continue }
      let rest = line[(nameEnd + 1)...]
      guard let valueEnd = rest.firstIndex(of: tab) else {
        if spells("none", rest) { facets.statedNone.insert(facet) }
        if spells(overruled, rest) { facets.overruleNone(of: facet) }
        continue
      }
      let end = rest[(valueEnd + 1)...]
      let originEnd = end.firstIndex(of: tab) ?? end.endIndex
      if spells("none", end[..<originEnd]) {
        facets.setReasonForNone(EscapedLine.unescape(rest[..<valueEnd]), of: facet)
        continue
      }
      guard
        let origin = Origin.allCases.first(where: { spells($0.initial, end[..<originEnd]) })
      else { continue }
      var last = originEnd == end.endIndex ? end[end.endIndex...] : end[(originEnd + 1)...]
      var standing = Facets.Standing.listed
      if let mark = last.firstIndex(of: tab) {
        guard spells(overruled, last[(mark + 1)...]) else { continue }
        standing = .overruled
        last = last[..<mark]
      }
      let isAdded = spells(added, last)
      let isUncertain = spells(possible, last)
      let isOpen = isUncertain || spells(open, last)
      let thousandths = Int(String(decoding: last, as: UTF8.self))
      let isMissing = last.isEmpty && (originEnd == end.endIndex || standing == .overruled)
      if thousandths == nil, !isMissing, !isAdded, !isOpen { continue }
      let confidence = thousandths.map { min(Double($0.magnitude), 1000) / 1000 }
      let isPossible = isUncertain || (thousandths ?? 0) < 0
      func facetValue<Value>(_ value: Value) -> FacetValue<Value> {
        FacetValue(
          value, origin: origin, confidence: confidence, isPossible: isPossible, isAdded: isAdded,
          isOpen: isOpen)
      }
      let value = EscapedLine.unescape(rest[..<valueEnd])
      switch facet.definition.kind {
      case .codes: facets[codes: facet, standing].append(facetValue(value))
      case .count:
        guard let number = Int(value) else { continue }
        facets[counts: facet, standing].append(facetValue(number))
      case .year: continue
      }
    }
    return facets
  }

  private static let tab = UInt8(ascii: "\t")
  private static let overruled = "overruled"
  private static let added = "added"
  private static let open = "open"
  private static let possible = "possible"
  private static let names = FacetName.allCases.map { (facet: $0, initials: $0.initials) }

  private static func spells(_ name: String, _ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    name.utf8.count == bytes.count && name.utf8.elementsEqual(bytes)
  }

  private static func append<Value>(
    _ lines: inout [String], _ facet: FacetName, _ values: [FacetValue<Value>],
    _ standing: Facets.Standing
  ) {
    let name = values.isEmpty ? "" : facet.initials
    for value in values {
      var line = "\(name)\t\(EscapedLine.escape("\(value.value)"))\t\(value.origin.initial)"
      if let confidence = value.confidence {
        let thousandths = confidence.thousandths
        line += "\t\(value.isPossible ? -thousandths : thousandths)"
      } else if value.isAdded {
        line += "\t\(added)"
      } else if value.isPossible {
        line += "\t\(possible)"
      } else if value.isOpen {
        line += "\t\(open)"
      } else if standing == .overruled {
        line += "\t"
      }
      if standing == .overruled { line += "\t\(overruled)" }
      lines.append(line)
    }
  }
}
