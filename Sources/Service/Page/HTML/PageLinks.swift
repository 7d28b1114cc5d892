/// The links of a page to other pages of the same query.
///
/// Each link repeats the query, so a page of a long query would be many times as large as the
/// query. Such a page has buttons of one form instead, which contains the query once. Each button
/// sends the rest of its address as one parameter (``Parameter/with``), and the server redirects to
/// that address. The form works without JavaScript, and the results have an address as usual.
struct PageLinks {
  /// How the script shows the page that a link leads to.
  enum Swap {
    /// As a new page.
    case none
    /// In place of the page, which stays where it is.
    case page
    /// In place of the page, from the top.
    case top
  }

  /// The id of the form.
  static let form = "again"

  /// The longest query that links repeat, in bytes as encoded.
  private static let longest = 1000

  /// The query that the form has; `nil` if there are links.
  private let query: String?
  private let path: String

  /// The links of the page at an address.
  init(_ page: PageAddress) {
    query = Self.areButtons(page) ? page.value(.query) : nil
    path = page.path
  }

  /// Whether the links of the page at an address are buttons.
  static func areButtons(_ page: PageAddress) -> Bool {
    guard let query = page.value(.query), query.utf8.count > longest / 3 else { return false }
    return QueryString.encoded(query, isForm: true).utf8.count > longest
  }

  /// The form of the buttons, which the page has once; empty if it has links.
  var html: HTML {
    guard let query else { return .empty }
    return """
      <form id="\(Self.form)" action="\(path)" method="get">\
      \(PageAddress.Pair(Parameter.query.name, query).hiddenField)</form>
      """
  }

  /// A link to an address, or its button.
  ///
  /// - Parameters:
  ///   - label: its content.
  ///   - style: its class in the style sheet; `nil` for a usual link.
  ///   - relation: the relation of the address to the page, for a link.
  ///   - attributes: further attributes, each after a space.
  func link(
    to address: PageAddress, _ label: HTML, swap: Swap = .page, style: String? = nil,
    relation: String? = nil, attributes: HTML = ""
  ) -> HTML {
    guard let query, address.value(.query) == query else {
      return """
        <a \(attribute("class", style))\(swap.html)\(attribute("rel", relation))\
        href="\(address.href)"\(attributes)>\(label)</a>
        """
    }
    return """
      <button form="\(Self.form)" class="\(style ?? "plain")" \(swap.html)\
      \(attribute("formaction", address.path == path ? nil : address.path))\
      name="\(Parameter.with.name)" value="\(address.without([.query]).queryString)"\
      \(attributes)>\(label)</button>
      """
  }

  /// An attribute with a space after it; nothing without a value.
  private func attribute(_ name: HTML, _ value: String?) -> HTML {
    value.map { "\(name)=\"\($0)\" " } ?? .empty
  }
}

extension PageLinks.Swap {
  /// The attribute that the script reads.
  fileprivate var html: HTML {
    switch self {
    case .none: .empty
    case .page: "data-swap "
    case .top: "data-swap=\"top\" "
    }
  }
}
