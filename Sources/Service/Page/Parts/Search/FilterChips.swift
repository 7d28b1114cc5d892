import Literature
import Query

/// The active filters, each with a link that removes it.
struct FilterChips {
  private let address: PageAddress
  /// The text of the link, and the text in a list of past searches.
  private let chips: [(label: String, short: String, without: PageAddress)]

  /// Finds the filters of an address.
  init(address: PageAddress) {
    self.address = address
    var chips: [(String, String, PageAddress)] = []
    for facet in FacetLabels.coded {
      guard let parameter = FacetLabels.parameter(facet) else { continue }
      for value in address.values(parameter) {
        let codes = PageAddress.codes(in: value).wanted
        guard !codes.isEmpty else { continue }
        let short = codes.map { FacetLabels.label($0, of: facet) }.joined(separator: " or ")
        chips.append(
          (
            "\(FacetLabels.name(facet)): \(short)", short,
            address.removing(parameter, value).excluding(parameter, value)
          ))
      }
      for code in address.excludedCodes(parameter) {
        let label = FacetLabels.exclusion(of: code, facet)
        let isNone = code == CodeFilter.none
        chips.append(
          (
            "\(FacetLabels.name(facet)): \(label)",
            isNone ? "\(FacetLabels.name(facet)) \(label)".lowercased() : label,
            address.including(parameter, code)
          ))
      }
    }
    for facet in FacetDefinition.filters where facet.kind != .codes {
      let isYear = facet.kind == .year
      let words = isYear ? ["\(facet.label): "] : ["At least ", "At most "]
      let unit = isYear ? "" : " \(facet.label.lowercased())"
      let valued = Parameter.filters(of: facet.name).filter { $0.kind != .flag }
      for (parameter, words) in zip(valued, words) {
        for value in address.values(parameter) {
          let range = value.replacing("..", with: "–") + unit
          chips.append(
            (
              words + range, (isYear ? "" : words.lowercased()) + range,
              address.removing(parameter, value)
            ))
        }
      }
      if let unknown = Parameter.unstated(of: facet.name), address.value(unknown) == "true" {
        let stated = FacetLabels.label(CodeFilter.none, of: facet.name)
        chips.append(
          (
            "\(facet.label): \(stated)", "\(facet.label) \(stated)".lowercased(),
            address.setting(unknown, nil)
          ))
      }
    }
    if address.value(.includeUnknown) == "true" {
      let label = "Including studies that state no number of participants or year"
      chips.append((label, label.lowercased(), address.setting(.includeUnknown, nil)))
    }
    if address.value(.possible) == "true" {
      let label = "Including possible values"
      chips.append((label, label.lowercased(), address.setting(.possible, nil)))
    }
    self.chips = chips
  }

  /// Number of active filters.
  var count: Int { chips.count }

  /// The names of the filters: “Setting: Community”.
  var labels: [String] { chips.map(\.label) }

  var html: HTML {
    if chips.isEmpty { return .empty }
    let links = PageLinks(address)
    let items: [HTML] = chips.map { chip in
      let label: HTML = """
        <span class="unseen">Remove filter: </span>\(chip.label)<span aria-hidden="true"> ×</span>
        """
      let link = links.link(
        to: chip.without, label, style: "chip", attributes: " data-short=\"\(chip.short)\"")
      return "<li>\(link)</li>"
    }
    return """
      <ul class="chips" aria-label="Active filters">\(items)\
      <li>\(links.link(to: address.withoutFilters, "Clear all"))</li></ul>
      """
  }
}
