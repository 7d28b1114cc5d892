import Reading
import Testing

struct BackMatterTests {
  @Test(arguments: [
    "FUNDING:", "Trial registration", "Trial registration: NCT01234567", "7. Acknowledgements",
    "Disclosure of Interest Statement", "Funding and conflicts of interest",
    "Acknowledgments/Disclosures", "Authors’ contributions", "Conflict of interest / Funding",
    "References", "Acknowledgements and references",
  ])
  func `back matter is known by its heading`(heading: String) {
    #expect(BackMatter.contains(heading: heading, kind: .body))
  }

  @Test(arguments: [
    "", ":", "Results", "Disclosure of peer status", "Funding peer workers", "Self-disclosure",
    "Data availability in community services", "Support and funding of peers", "Note taking",
    "Results and funding",
  ])
  func `other sections are not back matter`(heading: String) {
    #expect(!BackMatter.contains(heading: heading, kind: .body))
  }

  @Test func `a list of references is back matter whatever its heading`() {
    #expect(BackMatter.contains(heading: "", kind: .references))
    #expect(BackMatter.contains(heading: "Cited here", kind: .references))
  }
}
