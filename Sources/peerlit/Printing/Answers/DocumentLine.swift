import Answers

/// A document in one line.
enum DocumentLine {
  /// Authors, year and venue, as far as known.
  static func source(_ document: HitDocument) -> String {
    source(authors: document.authors, year: document.year, venue: document.venue)
  }

  /// Authors, year and venue, as far as known.
  static func source(authors: [String], year: Int?, venue: String?) -> String {
    var names = authors.prefix(3).joined(separator: ", ")
    if authors.count > 3 { names += " and \(NumberText.counted(authors.count - 3, "other"))" }
    return [names, year.map(String.init) ?? "", venue ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// Facet codes and the number of participants, as far as known.
  static func facets(_ document: HitDocument) -> String {
    let lists = [document.method, document.setting, document.condition]
    let codes = lists.filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }
    let size = document.sampleSize.map { ["n = \(NumberText.whole($0))"] } ?? []
    return (codes + size).joined(separator: " · ")
  }
}
