/// The page that reports an error.
package struct ErrorPage {
  private let error: ServiceError
  private let address: PageAddress

  /// Creates the page of an error.
  ///
  /// - Parameter address: the address that was requested.
  package init(_ error: ServiceError, at address: PageAddress) {
    self.error = error
    self.address = address
  }

  /// The whole page.
  package var html: HTML {
    PageFrame(
      title: "Error – peerlit", address: address.keeping([.query]), kind: "failure",
      content: """
        <section class="failure-box">
        <h1>\(heading)</h1>
        <p>\(error.message)</p>
        \(mistake)
        \(corrections.isEmpty ? error.hint.map { "<p>\($0)</p>" } ?? .empty : suggestions)
        \(plain)
        <p><a href="\(PageAddress.home)">Go to the start page</a></p>
        </section>
        """
    ).html
  }

  private var heading: String {
    if isMalformed { return "This query can’t be run as written" }
    return error.code.status == 404 ? "Not found" : "Something went wrong"
  }

  /// Links to the same search with an unknown code replaced by a similar one.
  private var suggestions: HTML {
    let links: [HTML] = corrections.map { code, address in
      "<li><a data-swap href=\"\(address.href)\">\(code)</a></li>"
    }
    return "<p>Did you mean one of these?</p><ul>\(links)</ul>"
  }

  private var corrections: [(code: String, address: PageAddress)] {
    let unknown = error.unknown
    return unknown.nearest.compactMap { code in
      var changed = address.without([.offset])
      for (index, pair) in address.without([.offset]).parameters.enumerated() {
        let isQuery = pair.name == Parameter.query.name
        guard isQuery == (error.position != nil), pair.value.contains(unknown.code) else {
          continue
        }
        changed.parameters[index].value = pair.value.replacing(unknown.code, with: code)
        return (code, changed)
      }
      return nil
    }
  }

  private var isMalformed: Bool { error.code == .malformedQuery }

  /// The query with the mistake marked.
  private var mistake: HTML {
    guard isMalformed, let position = error.position, let text = address.value(.query) else {
      return .empty
    }
    let scalars = Array(text.unicodeScalars)
    guard position < scalars.count else { return .empty }
    func part(_ range: Range<Int>) -> String {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      return String(part)
    }
    return """
      <p><code>\(part(0..<position))<mark>\(part(position..<position + 1))</mark>\
      \(part(position + 1..<scalars.count))</code></p>
      """
  }

  /// A link that searches for the words of a malformed query anyway.
  private var plain: HTML {
    guard isMalformed else { return .empty }
    return """
      <p><a data-swap href="\(address.setting(.plain, "true").href)">Search these words without \
      operators</a></p>
      """
  }
}
