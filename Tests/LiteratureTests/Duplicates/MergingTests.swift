import Literature
import Testing

struct MergingTests {
  private func document(
    _ title: String, _ author: String?, _ year: Int?, _ identifiers: [Identifier] = []
  ) -> Document {
    var document = Document(id: "x", source: Source(path: "/a"))
    document.title = title
    document.authors = author.map { [$0] } ?? []
    document.year = year
    document.identifiers = identifiers
    return document
  }

  @Test func `a record is trusted more than the page of an article`() {
    var article = document("RESEARCH ARTICLE OPEN ACCESS", "Lee A", nil)
    article.text = String(repeating: "A long text of many words. ", count: 100)
    article.sections = [Section(bytes: 0..<article.text.utf8.count)]
    article.origins = [.title: .extracted, .authors: .extracted]
    var record = document("Peers at work in services", "Lee, Ann", 2019)
    record.origins = [.title: .record, .authors: .record, .year: .record]
    let merged = article.merged(with: record)
    #expect(merged.title == "Peers at work in services" && merged.authors == ["Lee, Ann"])
    #expect(merged.origins[.title] == .record && merged.text == article.text)
    #expect(record.merged(with: article) == merged)
  }

  @Test func `the fuller record is kept and the other adds to it`() {
    var full = document("Peers at work in services", "Lee, A", nil, [Identifier(.pmid, "1")])
    full.text = String(repeating: "A long abstract of some words. ", count: 20)
    full.sections = [Section(bytes: 0..<full.text.utf8.count)]
    full.keywords = ["a"]
    var thin = document("Peers at work", "Lee, Ann", 2019, [Identifier(.doi, "10.1000/a")])
    thin.keywords = ["a", "b"]
    thin.origins[.year] = .record
    let merged = thin.merged(with: full)
    #expect(merged.title == "Peers at work in services")
    #expect(merged.year == 2019)
    #expect(merged.origins[.year] == .record)
    #expect(merged.identifiers == [Identifier(.pmid, "1"), Identifier(.doi, "10.1000/a")])
    #expect(merged.keywords == ["a", "b"])
    #expect(merged.text == full.text)
    #expect(full.merged(with: thin) == merged)
  }
}
