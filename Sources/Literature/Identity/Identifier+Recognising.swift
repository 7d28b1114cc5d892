extension Identifier {
  /// The identifiers that a text as a whole can be, as people type and paste them.
  ///
  /// Finds a DOI in any letter case or as a web address, a PMID, a PMCID, an ISBN, and the number
  /// of a trial or review in a register. Empty for any other text.
  ///
  ///     Identifier.readings(of: "https://doi.org/10.1016/J.X.2019.1")  // doi 10.1016/j.x.2019.1
  ///     Identifier.readings(of: "PMID: 31234567")                      // pmid 31234567
  public static func readings(of text: String) -> [Identifier] {
    let text = text.trimmed
    guard text.utf8.count <= DOI.longest, text.utf8.contains(where: \.isDigit) else { return [] }
    if let (doi, length) = leadingDOI(text) {
      let rest = text.unicodeScalars.dropFirst(length)
      return rest.allSatisfy { ".,;:)]'\"”’>".unicodeScalars.contains($0) } ? [doi] : []
    }
    let name = withoutAddress(text)
    if let identifier = registered(name) { return [identifier] }
    let digits = withoutLabel(name, "pmid")
    if (1...8).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) {
      return [Identifier(.pmid, String(digits))]
    }
    let isbn = withoutLabel(name, "isbn").filter { $0 != "-" && $0 != " " }
    // Other numbers have ten digits, too.
    let mayBeShort = isbn.count == 10 && (isbn != name || isISBN10(isbn))
    if (isbn.count == 13 && isbn.hasPrefix("97")) || mayBeShort,
      isbn.dropLast().allSatisfy(\.isASCIIDigit), let isbn = Identifier(.isbn, parsing: isbn)
    {
      return [isbn]
    }
    return []
  }

  /// The number in a register of trials that a text is; `nil` for any other text.
  package static func registration(_ text: String) -> Identifier? {
    readings(of: text).first { $0.scheme == .registry }
  }

  /// The identifier at the beginning of a text, and its length in Unicode scalars.
  ///
  /// Finds DOIs, PMCIDs and numbers of registers; a PMID can't be distinguished from other numbers.
  package static func leading(_ text: String) -> (identifier: Identifier, length: Int)? {
    if let doi = leadingDOI(text) { return doi }
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return registered(String(name)).map { ($0, name.unicodeScalars.count) }
  }

  /// A DOI alone, after "doi:", or in a web address.
  private static func leadingDOI(_ text: String) -> (identifier: Identifier, length: Int)? {
    text.withBytes { bytes in
      guard let range = DOI.range(in: bytes) else { return nil }
      let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).lowercased()
      let labels = ["", "doi:", "doi: ", "doi ", "doi.org/", "dx.doi.org/"]
      let isAddress = before.hasPrefix("http") && !before.contains(where: \.isWhitespace)
      guard isAddress || labels.contains(before),
        let value = DOI.first(in: String(decoding: bytes[range], as: UTF8.self))
      else { return nil }
      let whole = String(decoding: bytes[..<range.upperBound], as: UTF8.self)
      return (Identifier(.doi, value), whole.unicodeScalars.count)
    }
  }

  /// The last part of a web address of PubMed or a register that has a digit; other text is
  /// unchanged.
  ///
  /// The query of an address counts only if its path has no digit, because it often has other
  /// numbers: ".../study/NCT01857648?term=peer&rank=2". The folder "ct2" of ClinicalTrials.gov does
  /// not count.
  private static func withoutAddress(_ text: String) -> String {
    let sites = ["pubmed", "ncbi.nlm.nih.gov", "europepmc.org", "clinicaltrials", "isrctn"]
    let lower = text.lowercased()
    guard lower.contains("/"), !lower.contains(where: \.isWhitespace),
      sites.contains(where: lower.contains)
    else { return text }
    let (path, query) = (text.prefix { $0 != "?" && $0 != "#" }, text.drop { $0 != "?" })
    let parts: [Substring] =
      path.split(separator: "/").filter { $0 != "ct2" }.reversed()
      + query.split { "?=&#".contains($0) }
    return parts.first { $0.contains(where: \.isASCIIDigit) }.map(String.init) ?? text
  }

  /// A text without "PMID: " before it.
  private static func withoutLabel(_ text: String, _ label: String) -> String {
    guard text.lowercased().hasPrefix(label) else { return text }
    return String(text.dropFirst(label.count).drop { $0 == ":" || $0 == " " })
  }

  /// The letters at the beginning of the numbers of registers, and the minimum number of digits
  /// after them.
  ///
  /// ClinicalTrials.gov, ISRCTN, PROSPERO, the other primary registers of the WHO's platform.
  private static let registers: [(prefix: String, digits: Int)] = [
    ("NCT", 8), ("ISRCTN", 5), ("CRD", 6), ("ACTRN", 10), ("CHICTR", 4), ("CTRI", 4),
    ("DRKS", 6), ("EUCTR", 4), ("IRCT", 8), ("JPRN-", 4), ("KCT", 6), ("NTR", 3), ("PACTR", 10),
    ("RBR-", 4), ("SLCTR", 4), ("TCTR", 8), ("UMIN", 6),
  ]

  /// A PMCID or the number of a register, in any letter case.
  private static func registered(_ name: String) -> Identifier? {
    let upper = name.uppercased()
    guard let first = upper.utf8.first, first >= 0x41, first <= 0x5A else { return nil }
    let pmcid = withoutLabel(upper, "pmcid")
    if pmcid.hasPrefix("PMC") {
      let digits = pmcid.dropFirst(3)
      return (2...9).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
        ? Identifier(.pmcid, pmcid) : nil
    }
    let isRegistered = registers.contains { prefix, count in
      guard upper.hasPrefix(prefix) else { return false }
      let rest = upper.dropFirst(prefix.count)
      return rest.count { $0.isASCIIDigit } >= count
        && rest.allSatisfy { $0.isASCIIDigit || $0 == "-" || ($0.isASCII && $0.isLetter) }
    }
    return isRegistered ? Identifier(.registry, upper) : nil
  }
}
