import Literature
import Testing

/// The abstract of an article, which exports and “abstract:” use.
struct AbstractTests {
  /// A JATS article with these parts of an abstract and sections of the body, each longer than an
  /// abstract.
  private static func article(abstract: String, body: [String]) -> Document? {
    let long = String(repeating: "Peers help people in many ways. ", count: 200)
    let sections = body.map { "<sec><title>\($0)</title><p>\(long)</p></sec>" }.joined()
    let text = """
      <article><front><article-meta><title-group><article-title>Peers</article-title></title-group>
      <abstract>\(abstract)</abstract></article-meta></front><body>\(sections)</body></article>
      """
    return Reading(JATSReader(), text, name: "a.nxml").documents.first
  }

  private static func part(_ title: String, _ text: String) -> String {
    "<sec><title>\(title)</title><p>\(text)</p></sec>"
  }

  @Test func `all parts of a structured abstract leave, and nothing of the article`() {
    let abstract =
      Self.part("Background", "Few know.") + Self.part("Methods", "We asked.")
      + Self.part("Results", "They said.") + Self.part("Conclusions", "We know.")
    let document = Self.article(
      abstract: abstract, body: ["Background", "Methods", "Results", "Discussion"])
    #expect(
      document?.abstract
        == "Background: Few know. Methods: We asked. Results: They said. Conclusions: We know.")
  }

  @Test func `parts without a usual name belong to it as well`() {
    let abstract =
      Self.part("Setting", "A clinic.") + Self.part("Findings", "They said.")
      + Self.part("Trial registration", "NCT1.")
    let document = Self.article(abstract: abstract, body: ["Introduction", "Methods"])
    #expect(
      document?.abstract == "Setting: A clinic. Findings: They said. Trial registration: NCT1.")
  }

  @Test func `an abstract without parts`() {
    let document = Self.article(abstract: "<p>We asked.</p>", body: ["Background", "Methods"])
    #expect(document?.abstract == "We asked.")
  }
}
