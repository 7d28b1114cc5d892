extension Facets {
  /// Adds the facet values in a field of a record or a catalogue: codes, or numbers for counts.
  ///
  /// "none" alone means that there is no value, and removes those of less trusted sources. Names of
  /// codes are those of filters (``Vocabulary/codes(named:in:)``). Unknown codes and invalid
  /// numbers are skipped.
  package mutating func add(_ name: FacetName, _ values: [String], origin: Origin) {
    let values = values.map { $0.trimmed }.filter { !$0.isEmpty }
    if values == ["none"] {
      self[codes: name].removeAll { origin < $0.origin }
      self[counts: name].removeAll { origin < $0.origin }
      statedNone.insert(name)
      return
    }
    if !values.isEmpty, origin == .curated { statedNone.remove(name) }
    switch name.definition.kind {
    case .codes: self[codes: name] += codes(name, values, origin)
    case .count: self[counts: name] += numbers(name, values, origin)
    case .year: break
    }
  }

  private func codes(
    _ name: FacetName, _ values: [String], _ origin: Origin
  ) -> [FacetValue<String>] {
    values.compactMap { text in
      let codes = Vocabulary.standard.codes(named: text, in: name)
      guard codes.count == 1 else { return nil }
      return FacetValue(codes[0], origin: origin, evidence: evidence(name, text, origin))
    }
  }

  private func numbers(
    _ name: FacetName, _ values: [String], _ origin: Origin
  ) -> [FacetValue<Int>] {
    values.compactMap { text in
      // Spreadsheets write whole numbers with ".0".
      let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      guard let number = WrittenNumber.value(digits) else { return nil }
      return FacetValue(number, origin: origin, evidence: evidence(name, text, origin))
    }
  }

  /// A field of a record is evidence; a catalogue is a person's judgement and has no quotation.
  private func evidence(_ name: FacetName, _ text: String, _ origin: Origin) -> [Evidence] {
    origin == .curated ? [] : [.record(text, name.rawValue)]
  }

  /// The effective values of a facet as text; "none" if that is stated.
  package func texts(_ name: FacetName) -> [String] {
    let values =
      effective(codes: name) + Facets.effective(self[counts: name]).map { String($0.value) }
    return values.isEmpty && statedNone.contains(name) ? ["none"] : values
  }
}
