import Answers
import Literature
import Query
import Retrieval

/// The panel of filters: codes with their counts, ranges of years and of participants.
///
/// Its fields are part of the form of the search box.
struct FilterPanel {
  var address: PageAddress
  /// Facet counts; those of a facet ignore the filters on the same facet, except what is excluded.
  var counts: FacetCounts
  /// The address as requested, whose numbers stay in their fields even if they are invalid.
  var typed: PageAddress

  /// The parameters that have a field in the panel.
  static let fields: [Parameter] =
    (FacetLabels.coded + FacetDefinition.counts.map(\.name)).flatMap(Parameter.filters(of:))
    + [.yearFrom, .yearTo, .includeUnknown]

  /// The range of years in the fields; `nil` if there is none, or if it does not fit into them,
  /// such as `none` and several ranges, which the form keeps as they are.
  static func years(_ address: PageAddress) -> YearRange? {
    let given = address.values(of: .year)
    return given.count == 1 ? YearRange(given[0]) : nil
  }

  var html: HTML {
    let filters = FilterChips(address: address).count
    return """
      <details class="filters" id="filters" data-keep>
      <summary>Filters\(" <span class=\"count\">\(filters)</span>", if: filters > 0)</summary>
      <div class="panel" role="group" aria-label="Filters">
      <button class="apply" type="submit" form="\(SearchBox.form)">Apply filters</button>
      \(FacetLabels.coded.map(codes))
      \(FacetDefinition.counts.map { range($0) })
      \(years)
      \(unknown)
      <button class="apply" type="submit" form="\(SearchBox.form)">Apply filters</button>
      </div>
      </details>
      """
  }

  // MARK: Ranges

  private func range(_ facet: FacetDefinition) -> HTML {
    let bounds = Parameter.bounds(of: facet.name)
    guard let least = bounds.first, let most = bounds.last else { return .empty }
    let counts = self.counts[facet.name.rawValue] ?? []
    let unstated = counts.first { $0.value == CodeFilter.none }?.documents ?? 0
    let rows = counts.filter { $0.value != CodeFilter.none }.map {
      range($0, of: facet, least, most, unstated: unstated)
    }
    return """
      <fieldset class="facet"><legend>\(facet.label)</legend>
      <div class="range">\
      \(number(least, "At least", value: typed.value(least), limit: Parameter.greatestNumber))\
      \(number(most, "At most", value: typed.value(most), limit: Parameter.greatestNumber))</div>
      <ul class="links">\(rows)</ul>
      \(none(facet.name, documents: unstated))
      </fieldset>
      """
  }

  /// A link that filters by a range of counts.
  ///
  /// - Parameter unstated: number of documents that state no count.
  private func range(
    _ count: FacetCount, of facet: FacetDefinition, _ least: Parameter, _ most: Parameter,
    unstated: Int
  ) -> HTML {
    let ends = count.value.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    var link = address.without(Parameter.filters(of: facet.name))
    var documents = count.documents
    if address.value(.includeUnknown) == "true" {
      // It may have been set for the years, which the counts depend on.
      if address.values(of: .year).isEmpty {
        link = link.setting(.includeUnknown, nil)
      } else {
        documents += unstated
      }
    }
    let (low, high) = (ends.first ?? "", ends.last ?? "")
    if !low.isEmpty { link = link.setting(least, low) }
    if !high.isEmpty { link = link.setting(most, high) }
    let shown = [low, high].map { end in Int(end).map { NumberText.whole($0) } ?? end }
    let label =
      high.isEmpty
      ? "\(shown[0]) or more" : low == high ? shown[0] : "\(shown[0]) to \(shown[1])"
    return """
      <li>\(PageLinks(address).link(
        to: link.setting(.offset, nil),
        "<span class=\"label\">\(label)</span>\(DocumentCountLabel(documents).html)"))</li>
      """
  }

  /// The box that filters by documents that do not state a count.
  private func none(_ facet: FacetName, documents: Int) -> HTML {
    guard let parameter = Parameter.unstated(of: facet) else { return .empty }
    let isSet = address.value(parameter) == "true"
    guard isSet || documents > 0 else { return .empty }
    return """
      <ul><li><label>\
      <input type="checkbox" form="\(SearchBox.form)" id="\(parameter.name)" \
      name="\(parameter.name)" value="true"\(" checked", if: isSet)>\
      <span class="label">\(FacetLabels.label(CodeFilter.none, of: facet))</span>\
      \(DocumentCountLabel(documents).html)</label></li></ul>
      """
  }

  private var years: HTML {
    let range = Self.years(typed) ?? Self.years(address)
    return """
      <fieldset class="facet"><legend>\(FacetLabels.name(.year))</legend>
      \(YearChart(counts[FacetName.year.rawValue] ?? []).html)
      <div class="range">\
      \(number(.yearFrom, "From", value: range?.from, limit: 9999))\
      \(number(.yearTo, "To", value: range?.to, limit: 9999))</div>
      </fieldset>
      """
  }

  private func number(
    _ parameter: Parameter, _ label: String, value: String?, limit: Int
  ) -> HTML {
    """
    <label>\(label) <input type="number" inputmode="numeric" min="0" max="\(limit)" \
    form="\(SearchBox.form)" id="\(parameter.name)" name="\(parameter.name)" \
    value="\(value ?? "")"></label>
    """
  }

  private var unknown: HTML {
    let isSet = address.value(.includeUnknown) == "true"
    return """
      <p class="facet"><label>\
      <input type="checkbox" form="\(SearchBox.form)" id="include_unknown" \
      name="\(Parameter.includeUnknown.name)" value="true"\(" checked", if: isSet)>\
      <span class="label">Include studies that state no number of participants or year</span></label></p>
      """
  }
}
