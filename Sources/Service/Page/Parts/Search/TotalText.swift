import Answers

/// The number of results of a search.
struct TotalText {
  private let view: SearchView

  init(_ view: SearchView) {
    self.view = view
  }

  var html: HTML {
    let total = view.response.total
    if total.documents == 0 { return "No results" }
    let more = total.exact ? "" : "More than "
    let documents = NumberText.counted(total.documents, "document")
    if view.isByDocument { return "<b>\(more)\(documents)</b>" }
    return "<b>\(more)\(NumberText.counted(total.passages, "passage"))</b> in \(documents)"
  }
}
