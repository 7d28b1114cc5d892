/// Notes on parts of queries, in any language.
enum QueryNote {
  /// A heading is searched without its subheadings.
  static func noSubheadings(_ heading: String) -> String {
    "“\(heading)”: subheadings have no equivalent; the heading is searched."
  }
}
