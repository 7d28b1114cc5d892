import Foundation
import Literature
import Testing

/// The number of records in the files beside the checkout, as independent parsers count them: rispy
/// for RIS and Web of Science, Biopython for MEDLINE and PubMed XML, lxml for other XML, Python's
/// csv module for tables, and the first lines of entries for BibTeX.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "../shared/formats"),
    "the folder ../shared/formats is absent"))
struct SharedFormatsTests {
  @Test(arguments: [
    ("ris/example_basic.ris", 1), ("ris/example_bom.ris", 1),
    ("ris/example_custom_list_tags.ris", 1), ("ris/example_empty_tag.ris", 1),
    ("ris/example_extraneous_data.ris", 2), ("ris/example_full.ris", 2),
    ("ris/example_full_without_whitespace.ris", 2), ("ris/example_full_write.ris", 2),
    ("ris/example_multi_unknown_tags.ris", 1), ("ris/example_multiline.ris", 3),
    ("ris/example_single_unknown_tag.ris", 1), ("ris/example_starting_newlines.ris", 1),
    ("ris/example_urls.ris", 4), ("ris/example_utf_chars.ris", 1), ("ris/example_wos.ris", 2),
    ("ris/incl_tutorial.ris", 90), ("ris/schoot-lgmm-ptsd-included-2.ris", 38),
    ("nbib/biopython1.nbib", 1), ("nbib/pubmed-300.nbib", 329), ("pubmed-xml/pubmed1.xml", 2),
    ("pubmed-xml/pubmed2.xml", 2), ("pubmed-xml/pubmed4.xml", 1), ("pubmed-xml/pubmed5.xml", 1),
    ("endnote-xml/tafenoquine.xml", 179), ("csv/NSAIDS.csv", 393), ("csv/Triptans.csv", 671),
    ("bibtex/CitaviXmlImporterTest1.bib", 60), ("jats", 48), ("tei", 12),
  ])
  func `exports have the expected number of records`(_ path: String, _ expected: Int) {
    let reading = ReadDocuments(library: "../shared/formats/\(path)")
    #expect(reading.documents.count == expected)
    #expect(reading.failures.isEmpty)
    #expect(reading.skipped.isEmpty)
    #expect(reading.repaired.isEmpty)
  }

  @Test func `articles have titles, authors and sections in order`() {
    for document in ReadDocuments(library: "../shared/formats/jats").documents {
      #expect(!document.title.isEmpty && !document.authors.isEmpty && document.year != nil)
      #expect(document.doi != nil || !document.identifiers.isEmpty)
      let kinds = document.sections.map(\.kind)
      if let references = kinds.firstIndex(of: .references) {
        #expect(kinds[references...].allSatisfy { $0 == .references || $0 == .body })
      }
    }
  }
}
