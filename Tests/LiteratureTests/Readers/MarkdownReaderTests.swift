import Literature
import Testing

@Suite struct MarkdownReaderTests {
  @Test func frontMatterAndHeadings() throws {
    let text = """
      ---
      title: "Peer work: a guide"
      authors: [Ann Lee, {name: Bo Chen}]
      date: 2021-03-01
      tags: peers; work
      doi: 10.1000/xyz
      sample_size: 12
      ---
      # Peer work: a guide

      Opening words.

      ## **Methods** {#m}
      We asked [people](http://x).
      ```
      # no heading
      ```
      Results
      -------
      Found.
      """
    let document = try #require(
      Reading(MarkdownReader(), text, name: "guide.md").documents.first)
    #expect(document.title == "Peer work: a guide")
    #expect(document.authors == ["Ann Lee", "Bo Chen"])
    #expect(document.year == 2021)
    #expect(document.keywords == ["peers", "work"])
    #expect(document.doi == "10.1000/xyz")
    #expect(document.facets.sampleSize.map(\.value) == [12])
    #expect(document.text.hasPrefix("# Peer work"))
    #expect(
      document.outline == [
        "body||Opening words.", "methods|Methods|We asked [people](http:/",
        "results|Results|Found.",
      ])
  }

  @Test(arguments: ["---\nnot: [closed\n---\ntext here", "---\nno end", "--- x"])
  func textThatOnlyLooksLikeFrontMatter(_ text: String) {
    #expect(Reading(MarkdownReader(), text, name: "a.md").documents.first?.text == text)
  }
}
