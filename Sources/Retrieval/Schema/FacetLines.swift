import Literature

/// Facets as lines of text, the form they have in the index file.
///
///     facet ⇥ value ⇥ origin [⇥ field ⇥ start ⇥ end ⇥ rule ⇥ words]
///
/// One line for each piece of evidence of a value, or one without evidence; `facet ⇥ none` where a
/// curated source states that there is none.
enum FacetLines {
  static func text(_ facets: Facets) -> String {
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

  static func facets(_ text: String) -> Facets {
    var facets = Facets()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 7, omittingEmptySubsequences: false)
      guard let facet = FacetName(rawValue: String(parts[0])), parts.count >= 2 else { continue }
      guard parts.count >= 3, let origin = Origin(rawValue: String(parts[2])) else {
        if parts[1] == "none" { facets.statedNone.insert(facet) }
        continue
      }
      let value = String(parts[1])
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
      let head = "\(facet.rawValue)\t\(value.value)\t\(value.origin.rawValue)"
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

  // Evidence is verbatim and may hold line breaks, which end a line here.
  private static func escape(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D }
    if isPlain { return text }
    return text.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\r\\n")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  private static func unescape(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
