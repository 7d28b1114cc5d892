import Query

/// The page that reports an error.
package struct ErrorPage {
  private let error: ServiceError
  private let address: PageAddress
  /// The part of the address that the next search keeps.
  private let kept: PageAddress
  /// Links to the same search without the mistake.
  private let corrections: [(label: String, address: PageAddress)]

  /// Creates the page of an error.
  ///
  /// - Parameter address: the address that was requested.
  package init(_ error: ServiceError, at address: PageAddress) {
    self.error = error
    // Links lead to the results, not to a file.
    let address =
      address.path.hasSuffix(PageAddress.export)
      ? address.keeping(SearchView.parameters).at(PageAddress.home) : address
    self.address = address
    let kept = address.keeping(SearchView.parameters)
    // These errors are not in the query, and a busy server has not read it.
    guard error.code.status == 400, error.code != .malformedRequest else {
      self.kept = kept
      corrections = []
      return
    }
    let check = AddressCheck(kept, SearchView.parameters)
    self.kept = check.address
    corrections = check.mistakes.first { $0.error == error }?.corrections ?? []
  }

  /// The whole page.
  package var html: HTML {
    PageFrame(
      title: "Error – peerlit", address: kept, query: address.value(.query),
      kind: "failure",
      content: """
        <section class="failure-box">
        <h1>\(heading)</h1>
        <p>\(error.pageMessage)</p>
        \(mistake)
        \(corrections.isEmpty ? error.pageHint.map { "<p>\($0)</p>" } ?? .empty : suggestions)
        \(plain)
        \(lines)
        <p><a href="\(PageAddress.home)">Go to the start page</a></p>
        </section>
        """
    ).html
  }

  private var heading: String {
    if isMalformed { return "This query can’t be run as written" }
    return error.code.status == 404 ? "Not found" : "Something went wrong"
  }

  /// The corrections as links.
  private var suggestions: HTML {
    let links: [HTML] = corrections.map { label, address in
      "<li><a data-swap href=\"\(address.href)\">\(label)</a></li>"
    }
    return "<p>Did you mean one of these?</p><ul>\(links)</ul>"
  }

  /// Whether the mistake is in the text of the query: an operator, or a code in a line of a
  /// strategy.
  private var isMalformed: Bool {
    error.code == .malformedQuery || error.code == .unknownCode && error.position != nil
  }

  /// The line of the query with the mistake marked.
  private var mistake: HTML {
    guard isMalformed, let position = error.position, let text = address.value(.query) else {
      return .empty
    }
    return MistakeExcerpt(text: text, position: position).html
  }

  /// A link that searches for the words of a malformed query anyway.
  private var plain: HTML {
    guard isMalformed else { return .empty }
    return """
      <p><a data-swap href="\(address.without([.line]).setting(.plain, "true").href)">Search these \
      words without operators</a></p>
      """
  }

  /// A link to the page for strategies, if the query seems to be one that lost its line breaks, or
  /// if it is too long for an address or has too many lines.
  private var lines: HTML {
    let query = address.value(.query) ?? ""
    if error.code == .addressTooLong || PageAddress.isTooLong(query: query)
      || StrategyReader.isTooLong(query)
    {
      return """
        <p><a href="\(PageAddress.strategy)">Paste a long search or strategy</a></p>
        """
    }
    guard isMalformed, let text = address.value(.query), !text.contains(where: \.isNewline),
      text.contains(/^\s*#?1[.:)]?\s.+\s#?2[.:)]?\s/)
    else { return .empty }
    return """
      <p>Is this a multi-line strategy? \
      <a href="\(PageAddress.strategy)">Paste it with its line breaks</a></p>
      """
  }
}
