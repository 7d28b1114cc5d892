import Appraisal
import Literature
import Testing

struct CorrectionTests {
  @Test(arguments: [
    ("qualitative", ["cohort"], ["qualitative"]),
    ("qualitative; cohort", [], ["qualitative", "cohort"]),
    ("-cohort", ["cohort", "qualitative"], ["qualitative"]),
    ("-cohort", ["qualitative"], ["qualitative"]),
    ("+protocol", ["cohort"], ["cohort", "protocol"]),
    ("+cohort;-qualitative", ["qualitative", "cohort"], ["cohort"]),
    ("none", ["cohort"], []), ("auto", ["cohort"], ["cohort"]),
    ("Auto", ["cohort"], ["cohort"]),
  ])
  func `a change replaces, adds or removes codes`(
    text: String, before: [String], after: [String]
  ) throws {
    let change = try FacetChange(text, of: .method)
    #expect(change.applied(to: before) == after)
    #expect(try FacetChange(change.text, of: .method) == change)
  }

  @Test(arguments: [
    (
      "method=qualitativ",
      "Unknown method “qualitativ”. Did you mean “qualitative"
    ),
    ("colour=red", "Unknown facet “colour”. Use one of: method, setting, condition, sample_size"),
    (
      "qualitative",
      "“qualitative” has no equals sign. Write FACET=VALUE, such as method=qualitative."
    ),
    (
      "sample_size=many",
      "“many” is not a number. Write sample_size=45, sample_size=none or sample_size=auto."
    ),
    (
      "sample_size=+4",
      "“+4” is not a number. Write sample_size=45, sample_size=none or sample_size=auto."
    ),
    (
      "setting=",
      "setting= has no value. Use setting=none if the document states none, or setting=auto to "
        + "return to what peerlit finds."
    ),
    (
      "method=+auto",
      "“auto” can't be combined with other values or a sign. Write method=auto, or only values."
    ),
    (
      "method=auto;cohort",
      "“auto” can't be combined with other values or a sign. Write method=auto, or only values."
    ),
    (
      "title=Peers",
      "Corrections can't change the title of a document. Put it into the file catalogue.csv of the "
        + "document's folder, and index the folder again."
    ),
    ("Year=2019", "Corrections can't change the Year of a document. Put it into the file cat"),
    (
      "setting=home; -online",
      "setting has values with and without + or -. Write either all values, or only what to add"
    ),
  ])
  func `an invalid change is refused with the fix`(text: String, message: String) {
    let error = #expect(throws: CorrectionError.self) { try Correction.changes([text]) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("condition=hcv", "hepatitis-c"), ("condition=HIV", "hiv"), ("condition=+copd", "+copd"),
    ("condition=schizophrenia", "psychosis"), ("condition=-TB", "-tuberculosis"),
    ("condition=T2DM", "diabetes"), ("condition=High blood pressure", "hypertension"),
    ("condition=addiction", "substance-use"), ("method=rct", "randomised-trial"),
    ("method=randomized-trial", "randomised-trial"), ("method=interviews", "qualitative"),
    ("method=Systematic review", "systematic-review"), ("setting=inpatient", "hospital-inpatient"),
    ("setting=outpatient", "outpatient-clinic"), ("setting=+Jail", "+prison"),
  ])
  func `a change accepts the names that filters accept`(text: String, change: String) throws {
    #expect(try Correction.changes([text]).values.map(\.text) == [change])
  }

  @Test func `a name that means several codes is refused with the codes`() {
    let error = #expect(throws: CorrectionError.self) { try Correction.changes(["method=trial"]) }
    #expect(
      error?.description
        == "Unknown method “trial”. Did you mean “randomised-trial” or “non-randomised-trial”?")
  }

  @Test func `several changes of one facet are combined`() throws {
    let change = try Correction.changes(["setting=-prison", "method=cohort", "setting=+community"])
    #expect(change[.setting]?.applied(to: ["prison", "online"]) == ["online", "community"])
    #expect(change[.method]?.values == ["cohort"])
  }

  @Test func `two numbers of participants are refused`() {
    #expect(throws: CorrectionError.self) { try Correction.changes(["n=45", "sample_size=46"]) }
  }

  @Test func `names of facets may have hyphens, and n is the sample size`() throws {
    for name in ["sample_size", "sample-size", "n", "participants", "Participants"] {
      #expect(try Correction.changes(["\(name)=45"])[.sampleSize]?.values == ["45"])
    }
  }

  private static func document(
    _ id: String, _ title: String, _ identifiers: [Identifier] = []
  ) -> Document {
    var document = Document(id: id, source: Source(path: "/\(id)"))
    document.title = title
    document.identifiers = identifiers
    return document
  }

  private static let doi = Identifier(.doi, "10.1000/a")

  @Test(arguments: [
    ("a", "Other title", [doi], true),
    ("a", "Peer support in prison wards", [Identifier(.doi, "10.1000/b")], false),
    ("z", "Peer support in prison wards", [], true),
    ("z", "PEER SUPPORT, in prison wards.", [Identifier(.pmid, "1")], true),
    ("a", "Peer support in prison", [], false),
  ])
  func `a correction finds its document by identifier, or by title`(
    id: String, title: String, identifiers: [Identifier], isFound: Bool
  ) {
    let correction = Correction(
      of: Self.document("a", "Peer support in prison wards", [Self.doi]))
    #expect(correction.concerns(Self.document(id, title, identifiers)) == isFound)
  }

  @Test(
    arguments: [
      ("a", "Jones, A.", 2013, [], true), ("a", "Miller, B.", 1999, [], true),
      ("z", "Jones, A.", 2013, [], true), ("z", "JONES AB", 2013, [], true),
      ("z", "Jones, A.", 2013, [Identifier(.pmid, "1")], true),
      ("z", "Jones, A.", 2014, [], false), ("z", "Jones, A.", nil, [], false),
      ("z", "Miller, B.", 2013, [], false), ("z", nil, 2013, [], false),
      ("z", nil, nil, [doi], false), ("z", "Miller, B.", 1999, [doi], false),
    ] as [(String, String?, Int?, [Identifier], Bool)])
  func `works of the same title are distinguished by first author and year`(
    id: String, author: String?, year: Int?, identifiers: [Identifier], isFound: Bool
  ) {
    func work(
      _ id: String, _ author: String?, _ year: Int?, _ identifiers: [Identifier] = []
    ) -> Document {
      var work = Self.document(id, "Peer support in mental health services", identifiers)
      work.authors = author.map { [$0, "Ng, C."] } ?? []
      work.year = year
      return work
    }
    let correction = Correction(of: work("a", "Jones, A.", 2013))
    let other = work(id, author, year, identifiers)
    #expect(correction.concerns(other) == isFound)
    if id != "a" {
      #expect(Correction(of: other).concerns(work("a", "Jones, A.", 2013)) == isFound)
    }
  }

  @Test func `accents in an author's name make no difference`() {
    var one = Self.document("a", "Peer support in prison wards")
    var other = Self.document("b", "Peer support in prison wards")
    one.authors = ["Müller, A."]
    other.authors = ["Muller A"]
    #expect(Correction(of: one).concerns(other))
  }

  @Test func `the name and the reason are on one line`() {
    let correction = Correction(
      of: Self.document("a", "Editorial"), person: "J.\nSmith ", note: " table 1,\n  page 2")
    #expect(correction.person == "J. Smith" && correction.note == "table 1, page 2")
  }

  @Test func `a short title needs the same id`() {
    let correction = Correction(of: Self.document("a", "Editorial"))
    #expect(correction.concerns(Self.document("a", "Editorial")))
    #expect(!correction.concerns(Self.document("b", "Editorial")))
    var named = Self.document("x/a", "Editorial")
    #expect(Correction(of: named).concerns(Self.document("a", "Editorial")))
    named.year = 2019
    #expect(!Correction(of: named).concerns(Self.document("a", "Editorial")))
  }

  @Test func `later corrections take precedence, and what was found is kept`() throws {
    let document = Self.document("a", "Editorial")
    let corrections = Corrections(
      try [["method=cohort"], ["method=+qualitative", "n=12"], ["setting=none"]].map {
        Correction(
          of: document, changes: try Correction.changes($0), person: "J. Smith",
          date: "2026-11-28", note: "table 1")
      })
    var facets = Facets()
    facets.method = [FacetValue("protocol", origin: .extracted)]
    facets.setting = [FacetValue("prison", origin: .extracted)]
    facets.sampleSize = [FacetValue(9, origin: .extracted)]
    corrections.apply(to: &facets, of: document)
    #expect(facets.effective(codes: .method) == ["cohort", "qualitative"])
    #expect(facets.method.map(\.value) == ["cohort", "qualitative", "protocol"])
    #expect(facets.effective(count: .sampleSize) == 12)
    #expect(facets.setting.isEmpty && facets.statedNone == [.setting])
    #expect(facets.reasonsForNone == [.setting: "J. Smith, 2026-11-28: table 1"])
    #expect(facets.method[0].evidence.map(\.text) == ["J. Smith, 2026-11-28: table 1"])
    // A record keeps the values of its source; corrections are applied to them again.
    #expect(facets.stated.method.isEmpty && facets.stated.sampleSize.isEmpty)
  }

  /// Changes of conditions, the values that count, all values with the first letters of their
  /// origins, and those that are overruled.
  @Test(
    arguments: [
      (["+hiv"], "asthma stroke hiv", "hiv:c asthma:e stroke:e", ""),
      (["-stroke"], "asthma", "asthma:e copd:e", "stroke:e"),
      (["-copd"], "asthma stroke", "asthma:e stroke:e", "copd:e"),
      (["+asthma"], "stroke asthma", "asthma:c asthma:e stroke:e", ""),
      (["+hiv", "-hiv"], "asthma stroke", "asthma:e stroke:e", "hiv:c"),
      (["+hiv", "auto"], "asthma stroke", "asthma:e stroke:e copd:e", ""),
      (["none", "auto"], "asthma stroke", "asthma:e stroke:e copd:e", ""),
      (["hiv", "auto", "-stroke"], "asthma", "asthma:e copd:e", "stroke:e"),
      (["-asthma; -stroke"], "", "", "asthma:e stroke:e"),
      (["-stroke", "+stroke"], "asthma stroke", "stroke:c asthma:e", "stroke:e"),
      (["hiv", "-hiv; +stroke"], "stroke", "stroke:c stroke:e", "hiv:c asthma:e"),
      (["+hiv", "diabetes"], "diabetes", "diabetes:c asthma:e stroke:e", ""),
    ] as [([String], String, String, String)])
  func `codes that a correction does not name keep their origin`(
    changes: [String], counted: String, listed: String, overruled: String
  ) throws {
    let document = Self.document("a", "Editorial")
    var facets = Facets()
    facets.condition = [
      FacetValue("asthma", origin: .extracted, confidence: 0.48),
      FacetValue("stroke", origin: .extracted, confidence: 0.9),
      FacetValue("copd", origin: .extracted, confidence: 0.2, isPossible: true),
    ]
    Corrections(
      try changes.map {
        Correction(
          of: document, changes: try Correction.changes(["condition=\($0)"]), person: "J. Smith")
      }
    ).apply(to: &facets, of: document)
    func text(_ values: [FacetValue<String>]) -> String {
      values.map { "\($0.value):\($0.origin.rawValue.prefix(1))" }.joined(separator: " ")
    }
    #expect(facets.effective(codes: .condition).joined(separator: " ") == counted)
    #expect(text(facets.condition) == listed)
    #expect(text(facets[overruledCodes: .condition]) == overruled)
    #expect(facets.statedNone.contains(.condition) == counted.isEmpty)
    #expect(facets.condition.allSatisfy { $0.origin == .curated || $0.evidence.isEmpty })
    #expect(facets.stated == Facets())
  }

  @Test func `a removed value of a catalogue says who removed it`() throws {
    let document = Self.document("a", "Editorial")
    var stated = Facets()
    stated.add(.setting, ["online", "prison"], origin: .curated)
    var facets = stated
    let correction = Correction(
      of: document, changes: try Correction.changes(["setting=-prison"]), person: "J. Smith",
      note: "page 2")
    Corrections([correction]).apply(to: &facets, of: document)
    #expect(facets.effective(codes: .setting) == ["online"])
    let removed = facets[overruledCodes: .setting].flatMap(\.evidence)
    #expect(removed == [.record("J. Smith: page 2", "removal")])
    #expect(facets.stated == stated)
    #expect(correction.isRepeated(in: facets))
  }

  @Test func `a narrower code counts beside what a person adds to a record`() throws {
    let document = Self.document("a", "Editorial")
    var facets = Facets()
    facets.method = [
      FacetValue("randomised-trial", origin: .record),
      FacetValue("cluster-randomised-trial", origin: .extracted),
      FacetValue("cohort", origin: .extracted),
    ]
    Corrections([
      Correction(of: document, changes: try Correction.changes(["method=+qualitative"]))
    ]).apply(to: &facets, of: document)
    #expect(
      facets.effective(codes: .method).sorted()
        == ["cluster-randomised-trial", "qualitative", "randomised-trial"])
  }

  @Test func `values that a correction to none overrules are kept apart`() throws {
    let document = Self.document("a", "Editorial")
    func applied(_ changes: String...) throws -> Facets {
      let corrections = try changes.map {
        Correction(of: document, changes: try Correction.changes([$0]))
      }
      var facets = Facets()
      facets.setting = [
        FacetValue("prison", origin: .extracted),
        FacetValue("home", origin: .extracted, confidence: 0.2, isPossible: true),
      ]
      Corrections(corrections).apply(to: &facets, of: document)
      return facets
    }
    for facets in [
      try applied("setting=none"), try applied("setting=none", "setting=none"),
      try applied("setting=online", "setting=none"),
    ] {
      #expect(facets.isEmpty(.setting) && facets.effective(codes: .setting).isEmpty)
      #expect(facets[overruledCodes: .setting].map(\.value) == ["prison"])
      // The source of the record does not say so, and its text is read again.
      #expect(facets.stated == Facets())
    }
    for facets in [
      try applied("setting=online"), try applied("setting=none", "setting=online"),
    ] {
      #expect(facets.setting.map(\.value) == ["online", "prison"])
      #expect(facets[overruledCodes: .setting].isEmpty && facets.statedNone.isEmpty)
    }
  }

  @Test(arguments: [["setting=online"], ["setting=none"], ["setting=none", "setting=online"]])
  func `a correction keeps that a catalogue states none`(changes: [String]) throws {
    let document = Self.document("a", "Editorial")
    var stated = Facets()
    stated.add(.setting, ["none"], origin: .curated)
    var facets = stated
    Corrections(
      try changes.map { Correction(of: document, changes: try Correction.changes([$0])) }
    ).apply(to: &facets, of: document)
    #expect(facets.effective(codes: .setting) == (changes == ["setting=none"] ? [] : ["online"]))
    #expect(facets.overruledNone == [.setting])
    // Without the correction, the catalogue counts again.
    #expect(facets.stated == stated)
  }

  @Test func `values from a catalogue are overruled, not lost`() throws {
    let document = Self.document("a", "Editorial")
    let catalogue = FacetValue("community", origin: .curated)
    let size = FacetValue(12, origin: .curated)
    func applied(_ changes: String...) throws -> Facets {
      let corrections = try changes.map {
        Correction(of: document, changes: try Correction.changes([$0]))
      }
      var facets = Facets()
      facets.setting = [catalogue, FacetValue("prison", origin: .extracted)]
      facets.sampleSize = [size]
      Corrections(corrections).apply(to: &facets, of: document)
      return facets
    }
    for changes in [["none"], ["none", "none"], ["online", "none"], ["-community"]] {
      var facets = Facets()
      switch changes.count {
      case 1: facets = try applied("setting=\(changes[0])", "n=none")
      default: facets = try applied("setting=\(changes[0])", "setting=\(changes[1])", "n=none")
      }
      #expect(facets.setting.isEmpty && facets.statedNone == [.setting, .sampleSize])
      #expect(Set(facets[overruledCodes: .setting].map(\.value)) == ["community", "prison"])
      #expect(facets[overruledCounts: .sampleSize] == [size])
      // Without the correction, the catalogue counts again.
      #expect(facets.stated.setting == [catalogue] && facets.stated.sampleSize == [size])
      #expect(facets.stated.statedNone.isEmpty)
    }
    for facets in [
      try applied("setting=online"), try applied("setting=none", "setting=online"),
    ] {
      #expect(facets.effective(codes: .setting) == ["online"])
      #expect(facets.setting.map(\.value) == ["online", "prison"])
      #expect(facets[overruledCodes: .setting] == [catalogue])
      #expect(facets.stated.setting == [catalogue])
    }
  }
}
