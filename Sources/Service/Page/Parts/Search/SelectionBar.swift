import Literature

/// The bar that exports the hits that are ticked: a form, so that it works without JavaScript.
///
/// The boxes beside the hits belong to the form. With JavaScript, the selection lasts over several
/// pages and searches, and is counted.
struct SelectionBar {
  /// The id of the form, for the boxes.
  static let form = "selection"

  var html: HTML {
    let formats: [HTML] = ExportFormat.allCases.map { format in
      "<option value=\"\(format.rawValue)\">\(ExportLinks.name(format))</option>"
    }
    return """
      <form id="\(Self.form)" class="selection" action="\(PageAddress.export)" method="get">\
      \(PageAddress.Pair(Parameter.selected.name, "true").hiddenField)\
      \(ExportLinks.spreadsheetSafe.hiddenField)
      <span id="selected">Selected documents:</span>
      <label><span class="unseen">Format</span> <select name="\(Parameter.to.name)">\(formats)\
      </select></label>
      <button type="submit" class="plain">Export selected</button>
      <button type="button" class="plain" id="clear-selection" hidden>Clear selection</button>
      </form>
      """
  }
}
