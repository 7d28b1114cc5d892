import Foundation
import Literature
import Reading
import Testing

/// The abstract of an article, which exports and “abstract:” use.
struct AbstractTests {
  @Test func `the labels under the heading of an abstract are in the abstract`() throws {
    let words = String(repeating: "Peer words go here. ", count: 600)
    let text =
      "Abstract\n\nBackground: Peers help. Methods: We asked 40 people. Results: Trust grew.\n\n"
      + "Introduction\n\n\(words)\n\nMethods\n\n\(words)"
    let document = try #require(
      ReadDocuments(PlainTextReader(), "A title of some words\n\n\(text)").documents.first)
    #expect(
      document.abstract
        == "Background: Peers help. Methods: We asked 40 people. Results: Trust grew.")
  }

  @Test(arguments: [
    ("<abstract><p>Peers help.</p></abstract>", "Peers help."),
    ("", "Les pairs aident."),
  ])
  func `a translation is exported only if there is nothing else`(own: String, abstract: String)
    throws
  {
    let article = """
      <article><front><article-meta><title-group><article-title>One</article-title></title-group>
      \(own)<trans-abstract><title>Résumé</title><p>Les pairs aident.</p></trans-abstract>
      </article-meta></front><body><sec><title>Methods</title><p>We asked.</p></sec></body></article>
      """
    let document = try #require(ReadDocuments(JATSReader(), article, name: "a.xml").documents.first)
    #expect(document.abstract.hasSuffix(abstract))
    #expect(document.abstract.contains("aident") == own.isEmpty)
    #expect(document.text.contains("Les pairs aident."))
  }

  private static let long = String(repeating: "Peers help people in many ways. ", count: 200)

  /// A JATS article with this abstract and these sections of the body, each longer than an
  /// abstract.
  private static func article(abstract: String, body: [String]) -> Document? {
    let sections = body.map { "<sec><title>\($0)</title><p>\(long)</p></sec>" }.joined()
    let text = """
      <article><front><article-meta><title-group><article-title>Peers</article-title></title-group>
      \(abstract)</article-meta></front><body>\(sections)</body></article>
      """
    return ReadDocuments(JATSReader(), text, name: "a.nxml").documents.first
  }

  private static func parts(_ parts: (title: String, text: String)...) -> String {
    let sections = parts.map { "<sec><title>\($0.title)</title><p>\($0.text)</p></sec>" }
    return "<abstract>\(sections.joined())</abstract>"
  }

  private static let usual = parts(
    ("Background", "Few know."), ("Methods", "We asked."), ("Results", "They said."),
    ("Conclusions", "We know."))

  private static let unusual = parts(
    ("Setting", "A clinic."), ("Findings", "They said."), ("Trial registration", "NCT1."))

  @Test(arguments: [
    (usual, "Background: Few know. Methods: We asked. Results: They said. Conclusions: We know."),
    (unusual, "Setting: A clinic. Findings: They said. Trial registration: NCT1."),
    ("<abstract><title>Abstract</title><p>We asked.</p></abstract>", "We asked."),
    (
      "<abstract><p>We asked.</p></abstract>\(unusual)",
      "We asked. Setting: A clinic. Findings: They said. Trial registration: NCT1."
    ),
    // A heading above titled parts has no text directly below it.
    (
      """
      <abstract><p>We asked.</p></abstract><abstract abstract-type="summary"><title>Author \
      summary</title><sec><title>Why was this done?</title><p>Few know.</p></sec><sec><title>What \
      was found?</title><p>They said.</p></sec></abstract>
      """,
      "We asked. Author summary: Why was this done?: Few know. What was found?: They said."
    ),
    (
      """
      <abstract><sec><title>Study</title><sec><title>Aim</title><p>To know.</p></sec></sec></abstract>
      """,
      "Study: Aim: To know."
    ),
    // Markup within a word does not divide it.
    (
      """
      <abstract><p>At T<sub>0</sub>, <italic>T</italic><sub>d</sub> and T<sub>4</sub> of \
      M<italic>m</italic>PPOX in P<sub>r</sub>, 10<sup>8</sup>.</p></abstract>
      """,
      "At T0, Td and T4 of MmPPOX in Pr, 10^8."
    ),
  ])
  func `all parts of an abstract are exported, and nothing of the article`(
    abstract: String, expected: String
  ) throws {
    for body in [["Background", "Methods", "Results"], ["Introduction"], ["Conclusions"], ["Why"]] {
      let document = try #require(Self.article(abstract: abstract, body: body))
      #expect(document.abstract == expected)
    }
  }

  @Test func `a short article is exported without its body`() throws {
    let text = """
      <article><front><article-meta>\(Self.usual)</article-meta></front><body><p>Short.</p></body>
      </article>
      """
    let document = try #require(ReadDocuments(JATSReader(), text, name: "a.nxml").documents.first)
    #expect(document.abstract.hasSuffix("Conclusions: We know."))
    #expect(document.abstractSections == [true, true, true, true, false])
  }

  @Test func `parts of an abstract in TEI`() throws {
    let text = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><abstract><div><head>Methods
      </head><p>We asked.</p></div><div><head>Funding</head><p>None.</p></div></abstract></profileDesc>
      </teiHeader><text><body><div><head>Methods</head><p>\(Self.long)\(Self.long)</p></div></body>
      </text></TEI>
      """
    let document = try #require(ReadDocuments(TEIReader(), text, name: "t.xml").documents.first)
    #expect(document.abstract == "Methods: We asked. Funding: None.")
  }

  @Test func `a document without its text has no abstract`() throws {
    var document = try #require(Self.article(abstract: Self.usual, body: ["Methods"]))
    for text in ["", "Peers", "Background\n\nFew"] {
      document.text = text
      #expect(document.abstract == text.filter { !$0.isNewline } || document.abstract.isEmpty)
      #expect(document.abstractSections.count == document.sections.count)
    }
  }
}
