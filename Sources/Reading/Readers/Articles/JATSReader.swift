import Literature

/// JATS, the XML that PubMed Central and publishers use for articles (NISO Z39.96).
package struct JATSReader: XMLRecordReader {
  package static let format = "JATS"
  static let records = ["article"]

  package static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.xmlRoot else { return false }
    if ["pmc-articleset", "articles"].contains(String(root)) { return true }
    guard ["article", "OAI-PMH", "records"].contains(String(root)) else { return false }
    let marks: [StaticString] = ["<front", "<journal-meta", "<article-meta", "JATS", "NLM//DTD"]
    return marks.contains { head.holds($0) }
  }

  static func isOneDocument(_ head: FileHead) -> Bool { head.xmlRoot == "article" }

  package init() {}

  func document(_ article: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    var reference = BibliographicRecord()
    let front = article.child("front") ?? article.child("front-stub")
    if let meta = front?.child("article-meta") ?? article.child("front-stub") {
      JATSFront(meta: meta, journal: front?.child("journal-meta")).describe(&reference)
    }
    if let type = article.attribute("article-type") { reference.types.append(type) }
    reference.language = article.attribute("lang")
    var text = JATSText()
    if let meta = front?.child("article-meta") {
      let own = meta.children("abstract")
      let translated = meta.children("trans-abstract")
      for abstract in own { text.add(abstract: abstract) }
      for abstract in translated { text.add(abstract: abstract, isTranslation: !own.isEmpty) }
      for title in JATSFront(meta: meta, journal: nil).translatedTitles { text.add(title: title) }
    }
    if let body = article.child("body") { text.add(body: body) }
    if let back = article.child("back") { text.add(back: back) }
    // JATS has `floats-group`, its predecessor NLM 2.x `floats-wrap`.
    for floats in article.children("floats-group") + article.children("floats-wrap") {
      text.add(floats: floats)
    }
    (reference.abstract, reference.sections) = text.finish()
    return reference.document(from: origin, line: line)
  }

  func unread(_ article: XMLElement) -> String? {
    let parts = article.children("sub-article") + article.children("response")
    switch parts.count {
    case 0: return nil
    case 1: return "has a sub-article, such as a review or a reply, that was not read"
    default:
      return "has \(parts.count) sub-articles, such as reviews and replies, that were not read"
    }
  }
}
