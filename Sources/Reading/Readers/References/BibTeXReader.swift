import Literature

/// BibTeX and BibLaTeX.
package struct BibTeXReader: DocumentReader {
  package static let format = "BibTeX"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    if ["bib", "bibtex"].contains(head.name.extension) { return true }
    guard head.holds("@") else { return false }
    return head.text.split(whereSeparator: \.isNewline).prefix(100).contains {
      $0.utf8.contains(0x40) && $0.prefixMatch(of: /\s*@[A-Za-z]+\s*\{[^,\s]*,\s*$/) != nil
    }
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var records = BibTeXRecords(stream)
    while let item = records.next() {
      for outcome in outcomes(item, origin) { try emit(outcome) }
    }
  }

  private func outcomes(_ item: BibTeXRecords.Item, _ origin: RecordOrigin) -> [ReadOutcome] {
    switch item {
    case .record(let entry, let line, let isRepaired):
      let reference = Self.reference(entry)
      let document = reference.document(from: origin, line: line)
      let outcome = origin.outcome(document, at: .line(line), repaired: isRepaired)
      if document == nil { return [outcome] }
      return reference.mistakes(from: origin, at: .line(line)) + [outcome]
    case .unclosed(let line):
      return [.failed(origin.notice(.line(line), "is an unclosed entry"))]
    case .expandsTooMuch(let line):
      let reason = "expands its @string macros to more than \(BibTeXEntry.expansionLimit) bytes"
      return [.failed(origin.notice(.line(line), reason))]
    case .tooLong(let line):
      return [origin.tooLarge(line.bytes, limit: BibTeXRecords.limit, at: .line(line.number))]
    }
  }

  /// The references of a stream, without those that can't be read.
  static func references(_ stream: ByteStream) -> [BibliographicRecord] {
    var records = BibTeXRecords(stream)
    var references: [BibliographicRecord] = []
    while let item = records.next() {
      if case .record(let entry, _, _) = item { references.append(reference(entry)) }
    }
    return references
  }

  /// A web address without LaTeX's commands and braces.
  private static func address(_ value: String?) -> String? {
    value.map {
      HTMLEntities.decode($0.replacing("\\url", with: "").filter { !"{}\\".contains($0) })
    }?.trimmed
  }

  static func reference(_ entry: BibTeXEntry) -> BibliographicRecord {
    func field(_ names: String...) -> String? {
      for name in names {
        let value = entry.fields[name].map { HTMLEntities.decode(LaTeXText.decode($0)) }
        if let value, !value.isEmpty { return value }
      }
      return nil
    }
    var reference = BibliographicRecord()
    reference.key = entry.key.isEmpty ? nil : entry.key
    reference.title = [field("title"), field("subtitle")].joinedNonNil(separator: ": ")
    reference.setNames(
      entry.fields["author"].map(names) ?? [], editors: entry.fields["editor"].map(names) ?? [])
    reference.setDate(field("date"))
    reference.setDate(field("year"))
    reference.checkYear(field("year", "date"))
    if reference.year != nil, reference.imprint.month == nil, let month = field("month") {
      let words = month.split { !$0.isLetter && !$0.isNumber }
      reference.imprint.month = words.lazy.compactMap { CalendarDate.month(named: $0) }.first
      reference.imprint.day =
        reference.imprint.month == nil ? nil : field("day").flatMap { Int($0) }
    }
    // How a work without a publisher was published: in words, or as a web address.
    let published = address(entry.fields["howpublished"]).flatMap(WebAddress.url)
    reference.setVenue(
      proceedings: field("journal", "journaltitle", "booktitle"), conference: field("eventtitle"))
    reference.venue =
      reference.venue ?? field("series")
      ?? (published == nil ? field("howpublished") : nil) ?? field("organization")
    if field("journal", "journaltitle", "booktitle") != nil {
      reference.imprint.series = field("series")
    }
    reference.notes = ["annote", "annotation", "note"].compactMap { field($0) }.flatMap { notes in
      notes.split(separator: " | ").map(String.init)
    }
    reference.types = ReferenceTypes.combined(
      field("type", "entrysubtype").map { Self.typeNames[$0] ?? $0 },
      with: ReferenceTypes.name(entry.type, in: .bibtex))
    reference.language = field("language", "langid")
    reference.url = address(entry.fields["url"]) ?? published
    reference.setAccessed(field("urldate"))
    reference.abstract = field("abstract") ?? ""
    // Scopus and Web of Science have two lists.
    reference.keywords =
      [
        entry.fields["author_keywords"],
        entry.fields["keywords"] ?? entry.fields["keyword"] ?? entry.fields["tags"],
        entry.fields["keywords-plus"],
      ].flatMap { $0.map(Self.keywords) ?? [] }
    reference.links = attachments(entry.fields["file"] ?? "")
    let plain = { (name: String) in entry.fields[name]?.filter { !"{}\\".contains($0) } }
    reference.add(.doi, plain("doi"))
    reference.checkDOI(plain("doi"))
    let words = address(entry.fields["howpublished"])?.split(separator: " ") ?? []
    reference.addDOI(inAnyOf: words.map(String.init))
    reference.add(.pmid, plain("pmid"))
    reference.add(.pmcid, plain("pmcid") ?? plain("pmc"))
    switch (plain("eprinttype") ?? plain("archiveprefix"))?.lowercased() {
    case "pubmed": reference.add(.pmid, plain("eprint"))
    case "arxiv":
      let number = plain("eprint")?.trimmed
      reference.addAccessions(number, of: "arXiv")
      reference.url = reference.url ?? number.map { "https://arxiv.org/abs/\($0)" }
    default: break
    }
    reference.add(.isbn, plain("isbn"))
    // Web of Science's number.
    reference.addAccessions(plain("unique-id"))
    reference.imprint.volume = field("volume")
    reference.imprint.issue = field("number", "issue")
    reference.imprint.abbreviation = field(
      "shortjournal", "journalabbr", "journal-abbr", "abbrev_source_title")
    reference.imprint.pages =
      field("pages", "eid")?.replacing("–", with: "-") ?? field("pagetotal").map(length)
    let organisation = field("organization").flatMap { $0 == reference.venue ? nil : $0 }
    reference.imprint.publisher = field("publisher", "school", "institution") ?? organisation
    reference.imprint.place = field("address", "location")
    reference.imprint.edition = field("edition")
    reference.imprint.issn = field("issn")
    return reference
  }

  /// The types of theses and reports for which BibLaTeX has keys.
  private static let typeNames = [
    "phdthesis": "PhD Thesis", "mathesis": "Master's Thesis", "bathesis": "Bachelor's Thesis",
    "candthesis": "Candidate Thesis", "techreport": "Technical Report",
    "resreport": "Research Report",
  ]

  /// The paths in a `file` field: "Full Text:files/1/a.pdf:application/pdf;…", or bare paths.
  ///
  /// A backslash escapes a colon, a semicolon or another backslash (JabRef, Zotero).
  private static func attachments(_ field: String) -> [String] {
    var parts = [""]
    var files: [[String]] = []
    var isEscaped = false
    for character in field where character != "{" && character != "}" {
      if isEscaped {
        if !":;\\".contains(character) { parts[parts.count - 1].append("\\") }
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ":" {
        parts.append("")
      } else if character == ";" {
        files.append(parts)
        parts = [""]
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    files.append(parts)
    return files.map { $0.count >= 3 ? $0[1..<($0.count - 1)].joined(separator: ":") : $0[0] }
      .map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The number of pages in "92 pages", "92 S.".
  private static func length(_ text: String) -> String {
    let digits = text.prefix(while: \.isASCIIDigit)
    let rest = text.dropFirst(digits.count)
    return !digits.isEmpty && rest.first == " " && !rest.contains(where: \.isNumber)
      ? String(digits) : text
  }

  /// A list with its HTML entities decoded, which end with a semicolon; an ampersand may have a
  /// backslash.
  private static func withoutEntities(_ list: String) -> String {
    list.holds(0x26) ? HTMLEntities.decode(list.replacing("\\&", with: "&")) : list
  }

  /// Keywords, separated by semicolons or, without semicolons, by commas outside braces.
  private static func keywords(_ list: String) -> [String] {
    let list = withoutEntities(list)
    let separator: Character = list.contains(";") ? ";" : ","
    var depth = 0
    var keywords = [""]
    for character in list {
      switch character {
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      if character == separator, depth == 0 || separator == ";" {
        keywords.append("")
      } else {
        keywords[keywords.count - 1].append(character)
      }
    }
    return keywords.map { LaTeXText.decode($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Names, separated by "and" outside braces.
  private static func names(_ list: String) -> [String] {
    var names: [String] = []
    var name = ""
    var depth = 0
    for word in withoutEntities(list).split(whereSeparator: \.isWhitespace) {
      if depth == 0, word == "and" {
        names.append(name)
        name = ""
        continue
      }
      depth += word.count { $0 == "{" } - word.count { $0 == "}" }
      name += name.isEmpty ? word : " " + word
    }
    names.append(name)
    return names.map(BibTeXName.decode).filter { !$0.isEmpty && !NameList.isOthers($0) }
  }
}
