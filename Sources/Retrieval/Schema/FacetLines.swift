import Literature

/// Facets as lines of text, the form they have in the index file.
///
///     facet ⇥ value ⇥ origin
///     ⇥ field ⇥ start ⇥ end ⇥ rule ⇥ words
///
/// One line for a value, and one for each piece of its evidence; `facet ⇥ none` where a curated
/// source states that there is none.
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
    var current: FacetName?
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(
        separator: UInt8(ascii: "\t"), maxSplits: 5, omittingEmptySubsequences: false
      ).map { Substring($0) }
      if parts[0].isEmpty {
        guard let current, let evidence = evidence(parts) else { continue }
        switch current {
        case .method: add(evidence, to: &facets.method)
        case .setting: add(evidence, to: &facets.setting)
        case .condition: add(evidence, to: &facets.condition)
        case .sampleSize: add(evidence, to: &facets.sampleSize)
        case .includedStudies: add(evidence, to: &facets.includedStudies)
        }
        continue
      }
      current = nil
      guard let facet = FacetName(rawValue: String(parts[0])), parts.count >= 2 else { continue }
      guard parts.count >= 3, let origin = Origin(rawValue: String(parts[2])) else {
        if parts[1] == "none" { facets.statedNone.insert(facet) }
        continue
      }
      let value = unescape(parts[1])
      switch facet {
      case .method: facets.method.append(FacetValue(value, origin: origin, evidence: []))
      case .setting: facets.setting.append(FacetValue(value, origin: origin, evidence: []))
      case .condition: facets.condition.append(FacetValue(value, origin: origin, evidence: []))
      case .sampleSize:
        guard let number = Int(value) else { continue }
        facets.sampleSize.append(FacetValue(number, origin: origin, evidence: []))
      case .includedStudies:
        guard let number = Int(value) else { continue }
        facets.includedStudies.append(FacetValue(number, origin: origin, evidence: []))
      }
      current = facet
    }
    return facets
  }

  private static func append<Value>(
    _ lines: inout [String], _ facet: FacetName, _ values: [FacetValue<Value>]
  ) {
    for value in values {
      lines.append("\(facet.rawValue)\t\(escape("\(value.value)"))\t\(value.origin.rawValue)")
      for evidence in value.evidence {
        lines.append(
          "\t\(evidence.field.rawValue)\t\(evidence.start)\t\(evidence.end)\t"
            + "\(evidence.rule)\t\(escape(evidence.text))")
      }
    }
  }

  private static func evidence(_ parts: [Substring]) -> Evidence? {
    guard parts.count == 6, let field = Evidence.Field(rawValue: String(parts[1])),
      let start = Int(parts[2]), let end = Int(parts[3])
    else { return nil }
    return Evidence(
      field: field, text: unescape(parts[5]), start: start, end: end, rule: String(parts[4]))
  }

  private static func add<Value>(_ evidence: Evidence, to values: inout [FacetValue<Value>]) {
    guard let last = values.indices.last else { return }
    values[last].evidence.append(evidence)
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
