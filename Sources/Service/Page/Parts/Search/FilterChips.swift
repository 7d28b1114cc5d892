import Literature

/// The active filters, each with a link that removes it.
struct FilterChips {
  private let address: PageAddress
  private let chips: [(label: String, without: PageAddress)]

  /// Finds the filters of an address.
  init(address: PageAddress) {
    self.address = address
    var chips: [(String, PageAddress)] = []
    for facet in FacetLabels.coded {
      guard let parameter = FacetLabels.parameter(facet) else { continue }
      for value in address.values(parameter) {
        let labels = value.split(separator: ",").map { FacetLabels.label(String($0), of: facet) }
        let name = FacetLabels.name(facet)
        chips.append(
          ("\(name): \(labels.joined(separator: " or "))", address.removing(parameter, value)))
      }
    }
    for facet in FacetDefinition.filters where facet.kind != .codes {
      let isYear = facet.kind == .year
      let words = isYear ? ["\(facet.label):"] : ["At least", "At most"]
      let unit = isYear ? "" : " \(facet.label.lowercased())"
      for (parameter, words) in zip(Parameter.filters(of: facet.name), words) {
        for value in address.values(parameter) {
          let label = "\(words) \(value.replacing("..", with: "–"))\(unit)"
          chips.append((label, address.removing(parameter, value)))
        }
      }
    }
    if address.value(.includeUnknown) == "true" {
      chips.append(
        ("Including studies with no number or year", address.setting(.includeUnknown, nil)))
    }
    if address.value(.possible) == "true" {
      chips.append(("Including possible values", address.setting(.possible, nil)))
    }
    self.chips = chips
  }

  /// Number of active filters.
  var count: Int { chips.count }

  var html: HTML {
    if chips.isEmpty { return .empty }
    let links = PageLinks(address)
    let items: [HTML] = chips.map { chip in
      let label: HTML = """
        <span class="unseen">Remove filter: </span>\(chip.label)<span aria-hidden="true"> ×</span>
        """
      return "<li>\(links.link(to: chip.without, label, style: "chip"))</li>"
    }
    return """
      <ul class="chips" aria-label="Active filters">\(items)\
      <li>\(links.link(to: address.withoutFilters, "Clear all"))</li></ul>
      """
  }
}
