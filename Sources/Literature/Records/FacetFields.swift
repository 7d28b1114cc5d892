extension Facets {
  /// Adds what a field of a record or a catalogue says of a facet: codes, or numbers for sizes.
  ///
  /// "none" alone says that there is none, and silences what less trusted sources said. Values that
  /// are no number where one is needed are left out.
  mutating func add(_ name: FacetName, _ values: [String], origin: Origin) {
    let values = values.map { $0.trimmed }.filter { !$0.isEmpty }
    if values == ["none"] {
      removeValues(of: name, lessTrustedThan: origin)
      statedNone.insert(name)
      return
    }
    if !values.isEmpty, origin == .curated { statedNone.remove(name) }
    switch name {
    case .method: method += codes(name, values, origin)
    case .setting: setting += codes(name, values, origin)
    case .condition: condition += codes(name, values, origin)
    case .sampleSize: sampleSize += numbers(name, values, origin)
    case .includedStudies: includedStudies += numbers(name, values, origin)
    }
  }

  private mutating func removeValues(of name: FacetName, lessTrustedThan origin: Origin) {
    switch name {
    case .method: method.removeAll { origin < $0.origin }
    case .setting: setting.removeAll { origin < $0.origin }
    case .condition: condition.removeAll { origin < $0.origin }
    case .sampleSize: sampleSize.removeAll { origin < $0.origin }
    case .includedStudies: includedStudies.removeAll { origin < $0.origin }
    }
  }

  private func codes(
    _ name: FacetName, _ values: [String], _ origin: Origin
  ) -> [FacetValue<String>] {
    values.filter { $0 != "none" }.map { code in
      FacetValue(code, origin: origin, evidence: evidence(name, code, origin))
    }
  }

  private func numbers(
    _ name: FacetName, _ values: [String], _ origin: Origin
  ) -> [FacetValue<Int>] {
    values.compactMap { text in
      // Spreadsheets write whole numbers with a fraction.
      let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      guard let number = Int(digits), number >= 0 else { return nil }
      return FacetValue(number, origin: origin, evidence: evidence(name, text, origin))
    }
  }

  /// A field of a record is evidence; a catalogue is a person's word and quotes nothing.
  private func evidence(_ name: FacetName, _ text: String, _ origin: Origin) -> [Evidence] {
    origin == .curated ? [] : [.record(text, name.rawValue)]
  }

  /// What a facet's effective values are as text; "none" where that is stated.
  func texts(_ name: FacetName) -> [String] {
    let values =
      switch name {
      case .method: Facets.effective(method).map(\.value)
      case .setting: Facets.effective(setting).map(\.value)
      case .condition: Facets.effective(condition).map(\.value)
      case .sampleSize: Facets.effective(sampleSize).map { String($0.value) }
      case .includedStudies: Facets.effective(includedStudies).map { String($0.value) }
      }
    return values.isEmpty && statedNone.contains(name) ? ["none"] : values
  }
}
