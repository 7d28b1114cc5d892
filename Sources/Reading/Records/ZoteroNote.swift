/// The notes of Zotero, which are HTML.
enum ZoteroNote {
  /// A note without its markup.
  static func plain(_ note: String) -> String {
    guard note.hasPrefix("<"), let page = try? XMLTree(Array(note.utf8), isHTML: true) else {
      return note
    }
    return page.withRoot { $0.text() }
  }
}
