import Literature
import Reading
import Testing

/// HTML entities in the fields of references.
struct EntitiesTests {
  @Test(arguments: [
    (
      "a.ris",
      """
      TY  - JOUR
      TI  - Health &amp; social care: L&#xe9;on&#39;s &lt;i&gt;clinic&lt;/i&gt;
      AU  - M&uuml;ller, A
      JO  - Care &amp; Cure
      KW  - R&amp;D; peers
      AB  - Ages &lt;18; R&D; &amp;lt;
      ER  -

      """
    ),
    (
      "a.nbib",
      """
      PMID- 7
      TI  - Health &amp; social care: L&#233;on&apos;s clinic.
      FAU - M&uuml;ller, A
      JT  - Care &amp; Cure
      OT  - R&amp;D
      OT  - peers
      AB  - Ages &lt;18; R&D; &amp;lt;

      """
    ),
    (
      "a.bib",
      """
      @article{a,
        title = {Health \\&amp; social care: L&#xe9;on&#39;s clinic},
        author = {M&uuml;ller, A},
        journal = {Care &amp; Cure},
        keywords = {R\\&amp;D; peers},
        abstract = {Ages &lt;18; R\\&D; &amp;lt;}
      }
      """
    ),
    (
      "a.csv",
      """
      title,authors,journal,keywords,abstract
      Health &amp; social care: L&#xe9;on&#39;s clinic,"M&uuml;ller, A",Care &amp; Cure,R&amp;D; peers,Ages &lt;18; R&D; &amp;lt;
      """
    ),
    (
      "a.xml",
      """
      <xml><records><record><rec-number>1</rec-number><contributors><authors><author>M&amp;uuml;ller, A
      </author></authors></contributors><titles><title>Health &amp;amp; social care: L&amp;#xe9;on's
      clinic</title><secondary-title>Care &amp;amp; Cure</secondary-title></titles><keywords>
      <keyword>R&amp;amp;D</keyword><keyword>peers</keyword></keywords>
      <abstract>Ages &amp;lt;18; R&amp;D; &amp;amp;lt;</abstract></record></records></xml>
      """
    ),
    (
      "a.json",
      """
      [{"id":"a","type":"article-journal","title":"Health &amp; social care: L&#xe9;on's clinic",
      "author":[{"family":"M&uuml;ller","given":"A"}],"container-title":"Care &amp; Cure",
      "keyword":"R&amp;D; peers","abstract":"Ages &lt;18; R&D; &amp;lt;"}]
      """
    ),
  ])
  func `entities are decoded once, before lists are divided`(name: String, text: String) throws {
    let document = try #require(
      ReadDocuments(contents: Array(text.utf8), name: name).documents.first)
    #expect(document.title == "Health & social care: Léon's clinic")
    #expect(document.authors == ["Müller, A"])
    #expect(document.venue == "Care & Cure")
    #expect(document.keywords == ["R&D", "peers"])
    #expect(document.text == "Ages <18; R&D; &lt;")
  }

  @Test func `names in a table with entities stay whole`() throws {
    let text = "title,authors\nPeers,M&uuml;ller A; Nu&#241;ez B\n"
    let document = try #require(ReadDocuments(TableReader(), text, name: "a.csv").documents.first)
    #expect(document.authors == ["Müller, A", "Nuñez, B"])
  }

  @Test func `numbers are read as HTML reads them`() throws {
    let text = "title\nPeers &#150; a &#8220;trial&#148;&#10;&#0;&#xD800; &#x1F600;\n"
    let document = try #require(ReadDocuments(TableReader(), text, name: "a.csv").documents.first)
    #expect(document.title == "Peers – a “trial” &#0;&#xD800; 😀")
  }
}
