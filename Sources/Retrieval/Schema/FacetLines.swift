import Literature

/// Facets as lines of text, the form they have in the index file.
///
///     facet ⇥ value ⇥ origin [⇥ field ⇥ start ⇥ end ⇥ rule ⇥ words]
///
/// One line for each piece of evidence of a value, or one without evidence; `facet ⇥ none` where a
/// curated source states that there is none.
package enum FacetLines {
  package static func text(_ facets: Facets) -> String {
    var lines: [String] = []
    append(&lines, .method, facets.method)
    append(&lines, .setting, facets.setting)
    append(&lines, .condition, facets.condition)
    append(&lines, .sampleSize, facets.sampleSize)
    append(&lines, .includedStudies, facets.includedStudies)
    for facet in FacetName.allCases where facets.statedNone.contains(facet) {
      lines.append("\(facet.rawValue)\tnone")
    }
    return lines.joined(separator: "\n")
  }

  package static func facets(_ text: String) -> Facets {
    var facets = Facets()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 7, omittingEmptySubsequences: false)
      guard let facet = FacetName(rawValue: String(parts[0])), parts.count >= 2 else { continue }
      guard parts.count >= 3, let origin = Origin(rawValue: String(parts[2])) else {
        if parts[1] == "none" { facets.statedNone.insert(facet) }
        continue
      }
      let value = unescape(parts[1])
      let evidence = evidence(parts)
      switch facet {
      case .method: add(value, origin, evidence, to: &facets.method)
      case .setting: add(value, origin, evidence, to: &facets.setting)
      case .condition: add(value, origin, evidence, to: &facets.condition)
      case .sampleSize: Int(value).map { add($0, origin, evidence, to: &facets.sampleSize) }
      case .includedStudies:
        Int(value).map { add($0, origin, evidence, to: &facets.includedStudies) }
      }
    }
    return facets
  }

  private static func append<Value>(
    _ lines: inout [String], _ facet: FacetName, _ values: [FacetValue<Value>]
  ) {
    for value in values {
      let head = "\(facet.rawValue)\t\(escape("\(value.value)"))\t\(value.origin.rawValue)"
      if value.evidence.isEmpty { lines.append(head) }
      for evidence in value.evidence {
        lines.append(
          "\(head)\t\(evidence.field.rawValue)\t\(evidence.start)\t\(evidence.end)\t"
            + "\(evidence.rule)\t\(escape(evidence.text))")
      }
    }
  }

  private static func evidence(_ parts: [Substring]) -> Evidence? {
    guard parts.count == 8, let field = Evidence.Field(rawValue: String(parts[3])),
      let start = Int(parts[4]), let end = Int(parts[5])
    else { return nil }
    return Evidence(
      field: field, text: unescape(parts[7]), start: start, end: end, rule: String(parts[6]))
  }

  private static func add<Value>(
    _ value: Value, _ origin: Origin, _ evidence: Evidence?, to values: inout [FacetValue<Value>]
  ) {
    if let last = values.indices.last, values[last].value == value, values[last].origin == origin {
      if let evidence { values[last].evidence.append(evidence) }
    } else {
      values.append(FacetValue(value, origin: origin, evidence: evidence.map { [$0] } ?? []))
    }
  }

  // Values and evidence are verbatim and may hold what parts lines and their fields here. Scalars
  // are looked at one by one, since a character could join an escape with what follows it.
  private static func escape(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func unescape(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "n": result.append("\n")
        case "r": result.append("\r")
        case "t": result.append("\t")
        default: result.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
