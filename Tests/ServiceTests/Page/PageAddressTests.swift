import Literature
import Service
import Testing

struct PageAddressTests {
  private func address(_ query: String) throws -> PageAddress {
    PageAddress("/", try QueryString.pairs(query).map { .init($0.name, $0.value) })
  }

  @Test(arguments: [
    ("q=peer", "q=peer"), ("q=peer&condition=&min_sample=&year_from=&year_to=", "q=peer"),
    ("q=+&year_from=2015", "year=2015.."), ("year_to=2020", "year=..2020"),
    ("year_from=2015&year_to=2020", "year=2015..2020"),
    ("year_from=2018&year_to=2018", "year=2018"),
    ("year=2010&year_from=2015&year_to=", "year=2015.."),
    ("condition=a&condition=b&q=x", "condition=a&condition=b&q=x"),
    ("q=peer&with=", "q=peer"),
    ("q=peer&with=sort%3Dyear%26offset%3D10", "q=peer&sort=year&offset=10"),
    ("q=1+a%0D%0A2+b&with=line%3D1", "q=1+a%0A2+b&line=1"),
    ("q=a&with=method%3Da%2526b%26method%3Dc", "q=a&method=a%26b&method=c"),
    ("q=a&with=with%3Dline%253D1%26sort%3Dyear", "q=a&sort=year"), ("q=a&with=%25", "q=a&with=%25"),
  ])
  func `forms become links`(given: String, canonical: String) throws {
    let address = try address(given).canonical
    #expect(address.href == "/?" + canonical)
    #expect(address.canonical == address)
  }

  @Test func `limits are added and removed`() throws {
    let address = try address("q=peer&condition=hiv&offset=20")
    let condition = try #require(Parameter.filters(of: .condition).first)
    let year = try #require(Parameter.filters(of: .year).first)
    #expect(address.adding(condition, "hiv").href == "/?q=peer&condition=hiv")
    #expect(address.adding(condition, "x").href == "/?q=peer&condition=hiv&condition=x")
    #expect(address.removing(condition, "hiv").href == "/?q=peer")
    #expect(address.setting(year, "2018..").href == "/?q=peer&condition=hiv&year=2018..")
    #expect(address.setting(year, nil).href == "/?q=peer&condition=hiv")
  }

  @Test(
    arguments: [
      ("q=a&method=-x&offset=20", "q=a", "q=a&method=-x"),
      ("method=y&method=-x&method=-z", "method=y&method=-z", "method=-x&method=-z"),
      ("method=y,-x,-z", "method=y,-z", "method=-x,-z"), ("method=x", "method=x", ""),
    ])
  func `a code is excluded no longer, and what is excluded stays`(
    given: String, included: String, free: String
  ) throws {
    let method = try #require(Parameter.filters(of: .method).first)
    #expect(try address(given).including(method, "x") == address(included))
    #expect(try address(given).withoutWanted([method]) == address(free))
  }

  @Test func `everything is encoded`() {
    #expect(
      PageAddress.passage(
        "a/b?\"é", 3..<9,
        search: PageAddress("/", [.init("q", "x & \"y\""), .init("unit", "passage")])
      ).href
        == "/document/a%2Fb%3F%22%C3%A9?q=x+%26+%22y%22&start=3&end=9#passage")
  }

  @Test(arguments: [
    ("2018", "2018", "2018"), ("2015..2020", "2015", "2020"), ("2015..", "2015", ""),
    ("..2020", "", "2020"),
  ])
  func `a range of years has two ends`(text: String, from: String, to: String) {
    #expect(YearRange(text)?.from == from)
    #expect(YearRange(text)?.to == to)
  }

  @Test(arguments: [nil, "none", "2015-2020"])
  func `other values are not ranges of years`(text: String?) {
    #expect(YearRange(text) == nil)
  }
}
