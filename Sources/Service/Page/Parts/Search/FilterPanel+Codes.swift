import Answers
import Literature
import Query

/// The codes of a facet, each with a box that asks for it and a button that excludes it.
extension FilterPanel {
  /// Number of codes of a facet that are shown before the others are folded.
  private static let shown = 8

  /// The boxes of a facet of codes, those of excluded codes first; nothing if there are none.
  func codes(_ facet: FacetName) -> HTML {
    guard let parameter = FacetLabels.parameter(facet) else { return .empty }
    let selected = address.codes(parameter)
    let excluded = address.excludedCodes(parameter)
    let rows = FacetTree(counts[facet.rawValue] ?? [], of: facet, keeping: selected).rows
    guard !rows.isEmpty || !excluded.isEmpty else { return .empty }
    let items = rows.map { code($0, of: facet, parameter, isSelected: selected.contains($0.code)) }
    let rest = items.dropFirst(Self.shown)
    let isOpen = rows.dropFirst(Self.shown).contains { selected.contains($0.code) }
    let more: HTML = """
      <details class="more" id="more-\(parameter.name)" data-keep\(" open", if: isOpen)>
      <summary>\(NumberText.whole(rest.count)) more</summary>
      <ul>\(Array(rest))</ul>
      </details>
      """
    return """
      <fieldset class="facet"><legend>\(FacetLabels.name(facet))</legend>
      <ul>\(excluded.map { self.excluded($0, of: facet, parameter) })\
      \(Array(items.prefix(Self.shown)))</ul>
      \(more, if: !rest.isEmpty)
      </fieldset>
      """
  }

  private func code(
    _ row: FacetTree.Row, of facet: FacetName, _ parameter: Parameter, isSelected: Bool
  ) -> HTML {
    let label = FacetLabels.label(row.code, of: facet)
    let exclude: HTML = """
      <button class="exclude" type="submit" form="\(SearchBox.form)" \
      id="\(Self.exclusion(row.code, parameter))" name="\(parameter.name)" \
      value="\(CodeFilter.exclusion)\(row.code)">Exclude<span class="unseen"> \(label)</span></button>
      """
    return """
      <li class="depth-\(min(row.depth, 3))">\
      <label title="\(FacetLabels.meaning(row.code, of: facet) ?? "")">\
      <input type="checkbox" form="\(SearchBox.form)" id="\(parameter.name)-\(row.code)" \
      name="\(parameter.name)" value="\(row.code)"\(" checked", if: isSelected)>\
      <span class="label">\(label)</span>\
      \(DocumentCountLabel(row.documents).html)</label>\
      \(exclude, if: !isSelected && row.documents > 0)</li>
      """
  }

  /// The ticked box of an excluded code, which has no count, because no document found has the code.
  private func excluded(_ code: String, of facet: FacetName, _ parameter: Parameter) -> HTML {
    """
    <li><label>\
    <input type="checkbox" form="\(SearchBox.form)" id="\(Self.exclusion(code, parameter))" \
    name="\(parameter.name)" value="\(CodeFilter.exclusion)\(code)" checked>\
    <span class="label">\(FacetLabels.exclusion(of: code, facet).capitalizedFirst)</span></label></li>
    """
  }

  /// The id of the control that excludes a code, or of the box that says it is excluded; the focus
  /// stays on one when it becomes the other.
  private static func exclusion(_ code: String, _ parameter: Parameter) -> String {
    "not-\(parameter.name)-\(code)"
  }
}
