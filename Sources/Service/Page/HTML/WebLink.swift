/// An address on the web that comes from a document, as far as it is safe to link to.
package enum WebLink {
  /// The address where it is one of http or https; other schemes could run a script.
  package static func safe(_ address: String?) -> String? {
    guard let address, !address.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    let head = address.prefix(8).lowercased()
    return head.hasPrefix("https://") || head.hasPrefix("http://") ? address : nil
  }

  /// The resolver's address of a DOI.
  package static func doi(_ doi: String?) -> String? {
    guard let doi, !doi.isEmpty else { return nil }
    return "https://doi.org/"
      + doi.split(separator: "/", omittingEmptySubsequences: false)
      .map { QueryString.encoded(String($0)) }.joined(separator: "/")
  }
}
