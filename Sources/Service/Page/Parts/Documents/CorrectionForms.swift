import Literature

/// Forms that correct the facets of a document, which need no JavaScript; if the server accepts no
/// corrections, the commands that do the same.
struct CorrectionForms {
  let document: Document
  /// Whether the server accepts corrections.
  let isAccepted: Bool

  /// How to remove a code.
  func code(_ code: String, of facet: FacetName) -> HTML {
    let change = "\(facet.rawValue)=-\(code)"
    let label = "Remove “\(FacetLabels.label(code, of: facet))”"
    return wrong(
      change, form(.empty, "<button \(choosing(change))>\(label)</button>\(undoing(facet))"))
  }

  /// How to change a number.
  func count(_ count: Int, of facet: FacetName) -> HTML {
    wrong("\(facet.rawValue)=NUMBER", number(count, of: facet.definition))
  }

  /// How to take back that a value was removed, or that there is none; empty if no correction says
  /// so.
  func undo(_ facet: FacetName) -> HTML {
    guard document.facets.isCorrected(facet) else { return .empty }
    return wrong("\(facet.rawValue)=auto", form(.empty, undoing(facet)))
  }

  /// How to add a value that was not found.
  var missing: HTML {
    guard isAccepted else { return .empty }
    let groups: [HTML] = FacetDefinition.codes.map(options)
    let field: HTML = """
      <label>Value <select name="\(Parameter.change.name)" required>\
      <option value="">Choose a value</option>\(groups)</select></label>
      """
    let numbers: [HTML] = FacetDefinition.counts
      .filter { document.facets.effective(count: $0.name) == nil }
      .map { number(nil, of: $0) }
    return """
      <details class="wrong"><summary>Is something missing?</summary>\
      \(form(field, "<button>Add</button>"))\(numbers)</details>
      """
  }

  /// The codes that can be added, in the order of their labels.
  private func options(_ facet: FacetDefinition) -> HTML {
    let known = document.facets.effective(codes: facet.name)
    let entries = Vocabulary.standard.entries
      .filter { $0.facet == facet.name && $0.isGiven && !known.contains($0.code) }
      .sorted { $0.label < $1.label }
    let codes: [HTML] = entries.map { entry in
      "<option value=\"\(facet.name.rawValue)=+\(entry.code)\">\(entry.label)</option>"
    }
    return """
      <optgroup label="\(facet.label)">\
      <option value="\(facet.name.rawValue)=none">None stated</option>\(codes)</optgroup>
      """
  }

  /// A form for a number.
  private func number(_ count: Int?, of facet: FacetDefinition) -> HTML {
    let name = facet.name.rawValue
    return form(
      """
      <label>\(facet.label) <input type="number" name="\(name)" min="0" \
      max="\(Parameter.greatestNumber)" value="\(count.map { String($0) } ?? "")" required></label>
      """,
      """
      <button>Save</button><button class="plain" \(choosing("\(name)=none")) \
      formnovalidate>None stated</button>\(undoing(facet.name))
      """)
  }

  /// A button that takes corrections of a facet back; empty if there are none.
  private func undoing(_ facet: FacetName) -> HTML {
    guard document.facets.isCorrected(facet) else { return .empty }
    return """
      <button class="plain" \(choosing("\(facet.rawValue)=auto")) formnovalidate>\
      Undo corrections</button>
      """
  }

  /// The attributes of a button that sends a change.
  private func choosing(_ change: String) -> HTML {
    "name=\"\(Parameter.change.name)\" value=\"\(change)\""
  }

  private func form(_ field: HTML, _ buttons: HTML) -> HTML {
    """
    <form class="correction" method="post" action="\(PageAddress.corrections(document.id))">\(field)\
    <label>Your name <input name="\(Parameter.by.name)" autocomplete="name"></label>\
    <label>Note <input name="\(Parameter.note.name)" autocomplete="off"></label>\
    <p>\(buttons)</p></form>
    """
  }

  /// A form, or the command, below “Wrong?”.
  private func wrong(_ change: String, _ form: HTML) -> HTML {
    let command: HTML = """
      <p class="origin">Run <code>peerlit correct \(document.id) \(change)</code></p>
      """
    return """
      <details class="wrong"><summary>Wrong?</summary>\(isAccepted ? form : command)</details>
      """
  }
}
