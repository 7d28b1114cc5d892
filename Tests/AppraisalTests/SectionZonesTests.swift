import Appraisal
import Literature
import Testing

/// The part of a study that a sentence is about, in texts that are divided into sections.
struct SectionZonesTests {
  /// The zones of the mentions of HIV in a text of parts, each with a heading, a kind and a text.
  private func zones(_ parts: [(heading: String, kind: Section.Kind, text: String)]) -> [String] {
    var text = ""
    var sections: [Section] = []
    for part in parts {
      text += "\(part.heading): "
      let start = text.utf8.count
      text += part.text
      sections.append(
        Section(heading: part.heading, kind: part.kind, bytes: start..<text.utf8.count))
      text += " "
    }
    let document = sample(text, sections: sections)
    return Appraiser().codes(of: document, facet: .condition).mentions.map(\.zone)
  }

  @Test func `a heading may name a part of its kind of section`() {
    #expect(
      zones([
        ("Objective", .background, "To help people with HIV."),
        ("Participants", .methods, "People with HIV. Mentors met people with HIV."),
        ("Sampling", .methods, "We asked people with HIV."),
        ("Results", .results, "People with HIV met."),
      ]) == ["objective", "participants", "participants", "methods", "results"])
  }

  @Test func `a heading of another kind does not change the zone`() {
    #expect(
      zones([
        ("Participants", .results, "People with HIV."),
        ("Objective", .discussion, "People with HIV met."),
      ]) == ["results", "conclusion"])
  }
}
