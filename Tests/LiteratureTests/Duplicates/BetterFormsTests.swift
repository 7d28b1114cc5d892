import Literature
import Testing

/// Of several forms of a field, a merged work has the best.
struct BetterFormsTests {
  private func record(_ change: (inout Document) -> Void) -> Document {
    var document = Document(id: "x", source: Source(path: "/a.ris", key: "1", line: 1))
    change(&document)
    return document
  }

  private func merged(_ kept: Document, _ other: Document) -> Document {
    var work = MergedRecord(kept)
    work.add(other)
    return work.document
  }

  private static let title = "Peer support for women in neonatal care units of rural Kenya"

  @Test(arguments: [
    ("Peer support for women in neonatal care u…", Self.title, Self.title),
    ("Peer support for women in neonatal care ...", Self.title, Self.title),
    (Self.title, "Peer support for women in neonatal care …", Self.title),
    (Self.title.uppercased(), Self.title, Self.title),
    (Self.title.uppercased(), "Peer support for women in …", Self.title.uppercased()),
    (
      "PEER SUPPORT & CARE OF WOMEN", "Peer support and care of women",
      "Peer support and care of women"
    ),
    (Self.title, "\(Self.title): a qualitative study", Self.title),
    ("Formation de pairs en milieu rural …", Self.title, "Formation de pairs en milieu rural …"),
    ("HIV", "Hiv", "HIV"),
  ])
  func `a title is whole and not in capitals`(title: String, other: String, expected: String) {
    let work = merged(record { $0.title = title }, record { $0.title = other })
    #expect(work.title == expected)
  }

  @Test func `an erratum gives no title, and that of a person is kept`() {
    let capitals = record { $0.title = Self.title.uppercased() }
    let erratum = record {
      $0.title = Self.title
      $0.type = "Published Erratum"
    }
    #expect(merged(capitals, erratum).title == capitals.title)
    var curated = capitals
    curated.origins[.title] = .curated
    #expect(merged(curated, record { $0.title = Self.title }).title == capitals.title)
  }

  @Test(
    arguments: [
      (
        "J Viral Hepat", "Journal of Viral Hepatitis", "Journal of Viral Hepatitis", "J Viral Hepat"
      ),
      (
        "Journal of Viral Hepatitis", "J. Viral Hepat.", "Journal of Viral Hepatitis",
        "J. Viral Hepat."
      ),
      ("AIDS AND BEHAVIOR", "AIDS and Behavior", "AIDS and Behavior", nil),
      ("AIDS and Behavior", "AIDS AND BEHAVIOR", "AIDS and Behavior", nil),
      ("Malaria journal", "Malaria Journal", "Malaria Journal", nil), ("AIDS", "Aids", "AIDS", nil),
      ("Gut", "GUT", "Gut", nil),
      ("Gut", "Gut: an international journal", "Gut", nil), ("Gut", "Chest", "Gut", nil),
      ("BMJ", "British Medical Journal", "BMJ", nil),
    ] as [(String, String, String, String?)])
  func `a journal has its full name, and its abbreviation is kept`(
    venue: String, other: String, name: String, abbreviation: String?
  ) {
    let work = merged(record { $0.venue = venue }, record { $0.venue = other })
    #expect(work.venue == name && work.imprint.abbreviation == abbreviation)
  }

  @Test func `the abbreviation that a record states is preferred`() {
    let other = record {
      $0.venue = "Journal of Viral Hepatitis"
      $0.imprint.abbreviation = "J Viral Hepat"
    }
    let work = merged(record { $0.venue = "J. Viral Hep." }, other)
    #expect(work.venue == "Journal of Viral Hepatitis")
    #expect(work.imprint.abbreviation == "J Viral Hepat")
  }

  @Test(arguments: [
    (
      ["Müller, G. G.", "Lee A"], ["Müller, Gita G.", "Lee, Ann"], ["Müller, Gita G.", "Lee, Ann"]
    ),
    (["Müller, Gita G."], ["Müller GG"], ["Müller, Gita G."]),
    (["MÜLLER, GITA"], ["Müller, Gita"], ["Müller, Gita"]),
    (["Koh, Gckw"], ["Koh, G. C. K. W."], ["Koh, G. C. K. W."]),
    (["Lee, A", "et al."], ["Lee, Ann", "Ng, B"], ["Lee, Ann", "Ng, B"]),
    (["Lee, A", "Ng, B", "Roe, C"], ["Lee, Ann", "et al."], ["Lee, Ann", "Ng, B", "Roe, C"]),
    (["Lee, A", "et al."], ["Lee, Ann"], ["Lee, Ann", "et al."]),
    (["Lee, A", "Ng, B"], ["Lee, Ann", "Roe, Carl"], ["Lee, A", "Ng, B"]),
    (["Lee, A"], ["Lee, Bea"], ["Lee, A"]),
    (["Mind"], ["Mind"], ["Mind"]),
  ])
  func `authors have their full names if the lists agree person by person`(
    names: [String], others: [String], expected: [String]
  ) {
    let work = merged(record { $0.authors = names }, record { $0.authors = others })
    #expect(work.authors == expected)
  }

  private func abstract(_ text: String) -> Document {
    record {
      $0.text = text
      $0.sections = [Section(bytes: 0..<text.utf8.count)]
    }
  }

  @Test(arguments: [
    ("We enrolled mothers in …", "We enrolled mothers in 12 clinics.", true),
    ("We enrolled mothers in [...]", "Background: We enrolled mothers in 12 clinics.", true),
    ("We enrolled mothers", "We enrolled mothers in 12 clinics.", true),
    ("We enrolled mothers in 12 clinics.", "We enrolled mothers in 12 clinics, and asked …", false),
    ("We enrolled mothers in 12 clinics.", "We enrolled mothers …", false),
    (
      "We enrolled mothers in 12 clinics.", "Nous avons recruté des mères dans 12 cliniques.", false
    ),
  ])
  func `the abstract is whole`(text: String, other: String, isTaken: Bool) {
    let work = merged(abstract(text), abstract(other))
    #expect(work.text == (isTaken ? other : text))
    #expect(work.sections.map(\.bytes) == [0..<work.text.utf8.count])
  }

  @Test func `the text of a file is not replaced by an abstract`() {
    var file = abstract("We enrolled mothers in …")
    file.source = Source(path: "/a.pdf")
    #expect(merged(file, abstract("We enrolled mothers in 12 clinics.")).text.contains("…"))
  }
}
