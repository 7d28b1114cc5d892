import Literature

/// An imprint as lines `name=value`, the form it has in the index file.
package enum ImprintLines {
  private static var fields: [(String, WritableKeyPath<Imprint, String?>)] {
    [
      ("volume", \.volume), ("issue", \.issue), ("pages", \.pages), ("publisher", \.publisher),
      ("issn", \.issn),
    ]
  }

  package static func text(_ imprint: Imprint) -> String {
    fields.compactMap { name, path in
      imprint[keyPath: path].map { "\(name)=\(DocumentRow.oneLine($0))" }
    }.joined(separator: "\n")
  }

  package static func imprint(_ text: String) -> Imprint {
    var imprint = Imprint()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let field = fields.first(where: { $0.0 == parts[0] }) else {
        continue
      }
      imprint[keyPath: field.1] = String(parts[1])
    }
    return imprint
  }
}
