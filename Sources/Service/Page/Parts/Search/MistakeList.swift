/// The mistakes in the address of a page, each with links that correct it.
struct MistakeList {
  let mistakes: [AddressCheck.Mistake]
  /// The links of the page.
  let links: PageLinks

  var html: HTML {
    if mistakes.isEmpty { return .empty }
    let items: [HTML] = mistakes.map { mistake in
      "<li><b>\(mistake.error.pageMessage)</b> \(advice(mistake))</li>"
    }
    let what = mistakes.count == 1 ? "it" : "them"
    return """
      <section class="mistakes" id="mistakes" tabindex="-1" aria-label="Mistakes"><ul>\(items)</ul>\
      <p>This page ignores \(what).</p></section>
      """
  }

  /// Links to the corrections, or how to correct the mistake.
  private func advice(_ mistake: AddressCheck.Mistake) -> HTML {
    if mistake.corrections.isEmpty {
      return mistake.error.pageHint.map { HTML.text($0) } ?? .empty
    }
    let items: [HTML] = mistake.corrections.map { label, address in
      links.link(to: address, "\(label)")
    }
    return items.count == 1
      ? "Did you mean \(items[0])?"
      : "Did you mean \(items.dropLast().joined(by: ", ")) or \(items[items.count - 1])?"
  }
}
