import Literature
import Query
import Testing

/// Filters as they are written in a query or an option.
struct QueryFilterTests {
  func filter(_ build: (inout Filter) -> Void) -> Filter {
    var filter = Filter()
    build(&filter)
    return filter
  }

  @Test(
    arguments: [
      ("n:>=20", "20.."), ("n:≥20", "20.."), ("n:>20", "21.."), ("n:<30", "..29"),
      ("n:<=30", "..30"), ("n:≤30", "..30"), ("n:20..50", "20..50"),
      ("n:20-50", "20..50"), ("n:20–50", "20..50"), ("n:20..", "20.."), ("n:..50", "..50"),
      ("n:25", "25"), ("n:=25", "25"), ("n:>=1,000", "1000.."), ("N:25,", "25"),
      ("n:20...", nil), ("n:..", nil), ("n:20-", nil), ("n:-20", nil), ("n:1,00", nil),
      ("n:<0", nil), ("n:1234567890", nil), ("n:٢٥", nil), ("n:>", nil),
    ] as [(String, String?)])
  func `sample sizes`(text: String, range: String?) throws {
    guard let range else {
      #expect(throws: QueryError.self) { try QueryParser().parse(text) }
      return
    }
    let query = try QueryParser().parse(text)
    #expect(query.filter.sampleSize.ranges.map(\.description) == [range])
    #expect(query.notes.isEmpty)
  }

  @Test(
    arguments: [
      ("year:2018", "2018"), ("year:2015..", "2015.."), ("year:2015..2024", "2015..2024"),
      ("year:2015-2024.", "2015..2024"), ("year:>2014", "2015.."), ("year:18", nil),
      ("year:2,018", nil),
    ] as [(String, String?)])
  func `years`(text: String, range: String?) throws {
    guard let range else {
      #expect(throws: QueryError.self) { try QueryParser().parse(text) }
      return
    }
    let query = try QueryParser().parse(text)
    #expect(query.filter.year.ranges.map(\.description) == [range])
  }

  @Test func `several of a facet are any of, different facets all of`() throws {
    let text = "peer method:qualitative method:Cohort,none setting:Primary_Care n:none year:2018"
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == "peer")
    #expect(
      query.filter
        == filter {
          $0.method.wanted = ["qualitative", "cohort", "none"]
          $0.setting.wanted = ["primary-care"]
          $0.sampleSize.none = true
          $0.year.add(NumberRange(from: 2018, to: 2018))
        })
  }

  @Test(arguments: [
    "condition:\"hepatitis c\"", "condition:“Hepatitis C”", "condition:(hepatitis-c)",
    "condition:hepatitis_c", "(condition:hepatitis-c)",
  ])
  func `a code may be written as a name`(text: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.filter == filter { $0.condition.wanted = ["hepatitis-c"] })
    #expect(query.tree.isEmpty)
  }

  @Test(arguments: [
    ("method:rct", FacetName.method, ["randomised-trial"]),
    ("method:trial", .method, ["randomised-trial", "non-randomised-trial"]),
    ("method:\"randomized controlled trial\"", .method, ["randomised-trial"]),
    ("condition:HCV", .condition, ["hepatitis-c"]),
    ("condition:schizophrenia", .condition, ["psychosis"]),
    ("setting:hospital", .setting, ["hospital-inpatient"]),
    ("setting:GP,jail", .setting, ["primary-care", "prison"]),
  ])
  func `codes accept the names that people type`(
    text: String, facet: FacetName, codes: [String]
  ) throws {
    #expect(try QueryParser().parse(text).filter[codes: facet].wanted == Set(codes))
  }

  @Test(arguments: [
    "peer AND method:qualitative", "method:qualitative AND peer", "(peer method:qualitative)",
    "method:qualitative peer",
  ])
  func `a filter applies to the whole query wherever it stands`(text: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.filter.method.wanted == ["qualitative"])
    #expect(query.tree.description == "peer")
  }

  @Test func `OR between filters of one facet changes nothing`() throws {
    let same = try QueryParser().parse("method:qualitative OR method:cohort")
    #expect(same.filter.method.wanted == ["qualitative", "cohort"])
    #expect(same.notes.isEmpty)
    let list = try QueryParser().parse("method:(qualitative OR cohort)")
    #expect(list.filter == same.filter)
  }

  @Test(arguments: [
    "peer -method:protocol", "peer NOT method:protocol", "peer AND NOT method:protocol",
    "peer NOT (method:protocol)", "peer -(method:protocol)", "peer AND NOT (method:protocol)",
  ])
  func `a code can be excluded`(text: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.filter == filter { $0.method.excluded = ["protocol"] })
    #expect(query.tree.description == "peer")
    #expect(query.notes.isEmpty)
  }

  @Test(arguments: [
    ("peer OR -method:cohort", "(or peer (filter -method:cohort))"),
    ("peer OR NOT method:cohort", "(or peer (filter -method:cohort))"),
    ("peer OR NOT (method:cohort)", "(or peer (filter -method:cohort))"),
    ("peer OR -(method:cohort)", "(or peer (filter -method:cohort))"),
    ("NOT (method:cohort) OR peer", "(or (filter -method:cohort) peer)"),
    (
      "peer OR NOT (method:cohort OR method:survey)",
      "(or peer (filter -method:cohort,cross-sectional))"
    ),
    ("peer OR NOT (-method:cohort)", "(or peer (filter method:cohort))"),
  ])
  func `an excluded code is an alternative to terms`(text: String, tree: String) throws {
    #expect(try QueryParser().parse(text).tree.description == tree)
  }

  @Test(arguments: [
    ("method:review NOT (-method:cohort)", "method:review AND method:cohort"),
    ("NOT (-method:cohort) method:review", "method:review AND method:cohort"),
    ("method:review AND NOT (-method:cohort)", "method:review AND method:cohort"),
    ("NOT (-method:cohort)", "method:cohort"),
    ("setting:prison NOT (-method:cohort)", "method:cohort setting:prison"),
    ("method:review,cohort NOT (-method:cohort)", "method:cohort"),
  ])
  func `a double negation narrows a filter of the same facet`(
    text: String, expected: String
  ) throws {
    let filter = try QueryParser().parse("peer \(text)").filter
    let wanted = try QueryParser().parse("peer AND \(expected)").filter
    #expect(filter == wanted)
  }

  @Test(arguments: [
    ("setting:school AND setting:community", 2),
    ("(n:1 n:5) AND (n:2 n:9) AND (n:3 n:7)", 3),
  ])
  func `flags apply to all filters that must be met`(text: String, levels: Int) throws {
    func all(_ filter: Filter) -> [Filter] { [filter] + filter.further.flatMap(all) }
    let typed = try QueryParser().parse(text).filter
    let options = filter {
      $0.includeUnknown = true
      $0.includePossible = true
    }
    var (narrowed, set, added) = (typed, typed, options)
    narrowed.narrow(by: options)
    set.includeUnknown = true
    set.includePossible = true
    added.narrow(by: typed)
    for filter in [narrowed, set, added] {
      #expect(all(filter).count == levels)
      #expect(all(filter).allSatisfy { $0.includeUnknown && $0.includePossible })
    }
  }

  @Test func `the first contradiction is that of the first facet`() {
    var values = FilterValues()
    let counts = FacetDefinition.countFilters.map(\.name)
    for facet in counts { values.ranges[facet] = NumberRange(from: 9, to: 1) }
    #expect(values.contradiction == counts.first)
  }

  @Test func `very many filters that must all be met are refused`() throws {
    let years = (1001...1500).map { "year:\($0)" }.joined(separator: " AND ")
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(years) }
    #expect(error.description.hasPrefix("More than 100 filters joined by AND at character "))
  }

  @Test(arguments: ["peer OR NOT (method:cohort setting:prison)", "peer OR NOT (year:2015..)"])
  func `a condition that no filter expresses can't be an alternative`(text: String) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    #expect(error.description.hasPrefix("OR with an excluded term at character 9."))
  }

  @Test func `a lower and an upper bound form one range`() throws {
    let inside = try QueryParser().parse("n:>=20 n:<50").filter.sampleSize
    #expect(inside.ranges == [NumberRange(from: 20, to: 49)])
    let outside = try QueryParser().parse("n:<20 n:>50").filter.sampleSize
    #expect(outside.ranges == [NumberRange(to: 19), NumberRange(from: 51)])
  }

  @Test(arguments: [
    ("method:qualitativ", FacetName.method, "qualitativ", "qualitative", 7),
    ("peer condition:\"hepatitis x\"", .condition, "hepatitis x", "hepatitis-c", 15),
    ("a setting:community,prisn", .setting, "prisn", "prison", 10),
  ])
  func `an unknown code is an error with the nearest`(
    text: String, facet: FacetName, code: String, nearest: String, position: Int
  ) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    guard case .unknownCode(facet, code, let known, position, text) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(known.first == nearest)
    #expect(
      error.description.hasPrefix(
        "Unknown \(facet.rawValue) “\(code)” at character \(position + 1). Did"))
  }

  @Test(arguments: [
    ("peer support\nmethod:qualitativ", 20, "line 2, character 8"),
    ("1. peer\n2. lay method:qualitativ", 22, "line 2, character 15"),
    ("1. peer\r\n2. #1 AND method:qualitativ", 26, "line 2, character 18"),
    ("peer method:qualitativ\n", 12, "character 13"),
    ("\r\npeer method:qualitativ", 14, "character 13"),
  ])
  func `an unknown code in several lines has its line`(
    text: String, position: Int, place: String
  ) throws {
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text) }
    guard case .unknownCode(.method, "qualitativ", _, position, text) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.hasPrefix("Unknown method “qualitativ” at \(place). Did you mean"))
  }

  @Test func `an unknown code that is left out has its line too`() {
    let request = SearchRequest("peer\nmethod:qualitativ")
    let error = QueryParser().withoutInvalidFilters(request)?.invalid.first?.error
    #expect(
      error?.description.hasPrefix("Unknown method “qualitativ” at line 2, character 8.") == true)
  }

  @Test func `without an unknown code, a label is not searched either`() {
    let request = SearchRequest("Search string: (peer OR lay) AND method:qualitativ")
    let valid = QueryParser().withoutInvalidFilters(request)
    #expect(valid?.request.text == "peer OR lay")
    #expect(valid?.invalid.first?.position == 40)
  }

  @Test func `options are read by the same rules`() throws {
    let parser = FilterValueParser()
    #expect(try parser.value(of: .year, "2015..") == .range(.year, NumberRange(from: 2015)))
    #expect(
      try parser.value(of: .method, "RCT,cohort".replacing("RCT", with: "case study"))
        == .codes(.method, ["case-study", "cohort"]))
    #expect(try parser.value(of: .sampleSize, "none") == .unstated(.sampleSize))
    #expect(throws: QueryError.badRange(.year, "soon")) { try parser.value(of: .year, "soon") }
    #expect(throws: QueryError.self) { try parser.value(of: .method, "") }
  }

  /// A code is excluded by a minus before the field.
  @Test(arguments: ["-qualitative", "review,-qualitative", "review, -Qualitative"])
  func `a code with a minus is not the code`(value: String) throws {
    #expect(throws: QueryError.self) { try FilterValueParser().value(of: .method, value) }
    #expect(throws: QueryError.self) { try QueryParser().parse("peer method:\"\(value)\"") }
  }

  @Test(
    arguments: [
      ("cohort", ["cohort"], []), ("-cohort", [], ["cohort"]),
      ("review,-rapid-review", ["review"], ["rapid-review"]),
      ("review, -Rapid Review", ["review"], ["rapid-review"]),
      ("-none", [], ["none"]), ("-cohort,-survey", [], ["cohort", "cross-sectional"]),
    ] as [(String, Set<String>, Set<String>)])
  func `a hyphen before a code of an option excludes it`(
    value: String, wanted: Set<String>, excluded: Set<String>
  ) throws {
    var values = FilterValues()
    values.texts[.method] = [value]
    let filter = try values.filter()
    #expect(filter.method == CodeFilter(wanted: wanted, excluded: excluded))
  }

  @Test(arguments: [
    ("-", "A code of method is missing."), ("cohort,-", "A code of method is missing."),
    ("--cohort", "Unknown method “--cohort”."), ("-cohor", "Unknown method “cohor”."),
    ("cohort,-cohor", "Unknown method “cohor”."),
  ])
  func `an unknown code of an option is an error even if it is excluded`(
    value: String, problem: String
  ) throws {
    var values = FilterValues()
    values.texts[.method] = [value]
    let error = #expect(throws: QueryError.self) { try values.filter() }
    #expect(error?.problem == problem)
  }

  @Test(arguments: [
    (FacetName.year, "2020..2018", "year", "2018..2020"),
    (.year, "2020-2018", "year", "2018..2020"), (.sampleSize, "50..20", "number", "20..50"),
  ])
  func `a range that ends before it begins is refused`(
    facet: FacetName, text: String, kind: String, fix: String
  ) throws {
    let error = #expect(throws: QueryError.self) {
      try FilterValueParser().value(of: facet, text)
    }
    #expect(
      error?.description
        == "“\(text)” is not a valid \(kind) or range. Write the lower number first: \(fix).")
  }
}
