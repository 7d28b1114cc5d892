/// Every format that is read, in the order in which they are asked; the first that recognises a
/// file reads it.
package enum Formats {
  /// The readers; a new format is one line here.
  package static let all: [any DocumentReader.Type] = [
    JSONLinesReader.self,
    MarkdownReader.self,
    PlainTextReader.self,
  ]

  /// The reader for a file that begins like this, or `nil` when none knows it.
  package static func reader(for head: FileHead) -> (any DocumentReader)? {
    all.first { $0.recognises(head) }.map { $0.init() }
  }
}
