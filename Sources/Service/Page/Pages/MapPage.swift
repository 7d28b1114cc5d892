import Answers
import Foundation
import Literature
import Query
import Retrieval

/// The page of the evidence map: one facet against another; each number links to its documents.
package struct MapPage {
  private let address: PageAddress
  private let links: PageLinks
  private let map: FacetMap
  /// The query as typed, if the address has it without its mistakes.
  var typed: String?
  /// The mistakes in the requested address.
  var mistakes: [AddressCheck.Mistake] = []

  /// The number of shades of a cell.
  private static let shades = 5
  private static let facets = FacetDefinition.axes.map(\.name)

  /// The parameters of the page.
  static let parameters: [Parameter] = [.rows, .columns] + Parameter.selection

  /// Creates the page of a map.
  package init(address: PageAddress, map: FacetMap) {
    self.address = address
    links = PageLinks(address)
    self.map = map
  }

  /// Computes the map that an address describes.
  ///
  /// - Throws: ``ServiceError`` for invalid parameters, and what the index throws.
  package init(_ address: PageAddress, from index: Index) throws {
    let values = try ParameterReader(Self.parameters).read(address.pairs)
    self.init(address: address, map: try index.map(values))
  }

  private var rowFacet: FacetName { FacetName(rawValue: map.rowFacet) ?? Self.facets[0] }
  private var columnFacet: FacetName { FacetName(rawValue: map.columnFacet) ?? Self.facets[0] }

  /// The whole page.
  var frame: PageFrame {
    let names = map.title
    let search = address.without([.rows, .columns]).at(PageAddress.home)
    let list = links.link(to: search, "Show all as a list", swap: .none)
    return PageFrame(
      title: "Evidence map: \(names) – peerlit", address: address, action: PageAddress.map,
      query: typed, kind: "mapping",
      content: """
        <h1>Evidence map</h1>
        <p id="total"><b>\(names)</b>, \(NumberText.counted(map.documents, "document")). \
        0 means that no document has both values. \
        <span class="on-screen">Click any other number to see its documents.</span> \
        A document counts under each of its values, and under the broader values that include them. \
        \(list, if: !search.parameters.isEmpty)</p>
        \(links.html)
        \(MistakeList(mistakes: mistakes, links: links).html)
        \(FilterChips(address: address).html)
        \(SearchNotes(query: map.query, address: address).html)
        <div class="toolbar">\(choice("Rows", .rows, rowFacet))\
        \(choice("Columns", .columns, columnFacet))\
        \(links.link(to: exchanged, "Swap rows and columns"))\
        <a href="\(drawing.href)" download="evidence-map.svg">Save as SVG</a></div>
        \(map.documents == 0 ? nothing : table(names))
        """
    )
  }

  /// The text of the page if no document was counted.
  private var nothing: HTML {
    // No row: the index has no values at all, and so no documents.
    if map.rows.isEmpty { return EmptyLibrary().html }
    return "<p class=\"nothing\">No documents match.</p>"
  }

  private var exchanged: PageAddress {
    address.setting(.rows, columnFacet.rawValue).setting(.columns, rowFacet.rawValue)
  }

  private var drawing: PageAddress { address.at("/map.svg") }

  private func choice(_ name: String, _ parameter: Parameter, _ chosen: FacetName) -> HTML {
    let other = parameter == .rows ? columnFacet : rowFacet
    let items: [HTML] = Self.facets.map { facet in
      // A facet against itself is rarely useful, so choosing the other facet swaps the two.
      links.link(
        to: facet == other ? exchanged : address.setting(parameter, facet.rawValue),
        "\(FacetLabels.name(facet))",
        attributes: facet == chosen ? " aria-current=\"true\"" : .empty)
    }
    return """
      <nav class="choice" aria-label="\(name)"><span aria-hidden="true">\(name)</span>\(items)</nav>
      """
  }

  // MARK: Grid

  private func table(_ names: String) -> HTML {
    let heads: [HTML] = map.columns.map { code in
      "<th scope=\"col\"><span>\(FacetLabels.label(code, of: columnFacet))</span></th>"
    }
    let top = map.counts.joined().max() ?? 0
    let rows: [HTML] = map.rowTree.map { at, depth in
      let row = map.rows[at]
      let cells = zip(map.columns, map.counts[at]).map { column, count in
        cell(row, column, count, of: top)
      }
      let indent: HTML = depth == 0 ? .empty : " class=\"depth-\(min(depth, 3))\""
      return """
        <tr><th scope="row"\(indent)>\(FacetLabels.label(row, of: rowFacet))</th>\(cells)\
        \(sum(map.rowTotals[at], [(rowFacet, row)]))</tr>
        """
    }
    let sums: [HTML] = zip(map.columns, map.columnTotals).map { sum($1, [(columnFacet, $0)]) }
    return """
      <div class="map" role="region" aria-label="\(names)" tabindex="0">
      <table id="map"><caption class="unseen">\(names): numbers of documents</caption>
      <thead><tr><td></td>\(heads)<th scope="col"><span>All</span></th></tr></thead>
      <tbody>\(rows.joined(by: "\n"))</tbody>
      <tfoot><tr><th scope="row">All</th>\(sums)\(sum(map.documents, []))</tr></tfoot></table></div>
      """
  }

  /// A total: the number of documents with a value, or of all documents.
  private func sum(_ count: Int, _ values: [(FacetName, String)]) -> HTML {
    let name = values.map { FacetLabels.label($0.1, of: $0.0) }.joined(separator: ", ")
    let label = "\(NumberText.counted(count, "document")): \(name.isEmpty ? "all" : name)"
    // Without words and filters, there is no search that lists all documents.
    guard count > 0, let link = link(values), link.href != PageAddress.home else {
      return "<td class=\"sum\"><span>\(NumberText.whole(count))</span></td>"
    }
    return "<td class=\"sum\">\(linked(count, link, label))</td>"
  }

  private func cell(_ row: String, _ column: String, _ count: Int, of top: Int) -> HTML {
    let (rowName, columnName) = (
      FacetLabels.label(row, of: rowFacet), FacetLabels.label(column, of: columnFacet)
    )
    if count == 0 { return "<td class=\"gap\" title=\"Gap: \(rowName), \(columnName)\">0</td>" }
    let name = "\(NumberText.counted(count, "document")): \(rowName), \(columnName)"
    let number: HTML =
      link(row, column).map { linked(count, $0, name) }
      ?? "<span>\(NumberText.whole(count))</span>"
    return "<td class=\"shade-\(Self.shade(count, of: top))\">\(number)</td>"
  }

  /// A number that leads to its documents.
  private func linked(_ count: Int, _ link: PageAddress, _ label: String) -> HTML {
    links.link(
      to: link, "\(NumberText.whole(count))", swap: .none,
      attributes: " aria-label=\"\(label)\"")
  }

  /// The search that finds exactly the documents of a cell; `nil` if there is none.
  ///
  /// Several values of one facet are alternatives, so no search finds only documents that have two.
  /// This affects cells of a facet with itself, and filters on a facet of the map.
  private func link(_ row: String, _ column: String) -> PageAddress? {
    guard rowFacet != columnFacet || row == column else { return nil }
    return link([(rowFacet, row), (columnFacet, column)])
  }

  private func link(_ values: [(FacetName, String)]) -> PageAddress? {
    var link = address.without([.rows, .columns, .unit]).at(PageAddress.home)
    for (facet, code) in values {
      guard let parameter = FacetLabels.parameter(facet), isExact(code, of: facet, parameter)
      else { return nil }
      link = link.withoutWanted([parameter]).adding(parameter, code)
    }
    return link
  }

  /// Whether every document with a code passes the filters on its facet, so that the code alone is
  /// enough.
  private func isExact(_ code: String, of facet: FacetName, _ parameter: Parameter) -> Bool {
    guard let limits = map.query.filters.wanted[facet.rawValue] else { return true }
    // A filter in the text of the query stays there.
    guard Set(address.codes(parameter)) == Set(limits) else { return limits == [code] }
    return limits.contains { Vocabulary.standard.descendants(of: $0, in: facet).contains(code) }
      || limits.contains(code)
  }

  /// The shade of a cell, from 1 (lightest).
  ///
  /// The scale is logarithmic, because a few cells have most of the documents.
  static func shade(_ count: Int, of top: Int) -> Int {
    guard top > 1 else { return shades }
    let share = log(Double(max(1, count))) / log(Double(top))
    return 1 + Int((share * Double(shades - 1)).rounded())
  }
}
