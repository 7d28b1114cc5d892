import JSON
import Query
import Retrieval
import Service
import Testing

struct ParameterReaderTests {
  let reader = ParameterReader(Parameter.search)

  @Test(arguments: [
    ("q=role+clarity", "role clarity"), ("q=role%20clarity", "role clarity"), ("q=", ""),
    ("q=a%2Bb%26c", "a+b&c"), ("q=%C3%A9", "é"), ("q", ""), ("&q=a=b&", "a=b"),
  ])
  func `texts are decoded`(query: String, text: String) throws {
    #expect(try reader.read(QueryString.pairs(query)).text(.query) == text)
  }

  @Test func `any line of the longest strategy can be asked for`() throws {
    #expect(try reader.read(QueryString.pairs("line=2000")).integer(.line) == 2000)
  }

  @Test(arguments: [
    ("q=%", "malformed_address"), ("q=%4", "malformed_address"), ("q=%GG", "malformed_address"),
    ("q=%FF", "malformed_address"), ("Q=a", "unknown_parameter"), ("=a", "unknown_parameter"),
    ("min-sample=1", "unknown_parameter"), ("limit=ten", "bad_value"), ("limit=", "bad_value"),
    ("limit=-1", "bad_value"), ("limit=1001", "bad_value"),
    ("line=2001", "bad_value"), ("limit=+5", "bad_value"),
    ("limit=99999999999999999999", "bad_value"), ("limit=1&limit=2", "bad_value"),
    ("exact=yes", "bad_value"), ("exact", "bad_value"), ("unit=chapter", "bad_value"),
    ("sort=Year", "bad_value"), ("method=qualitativ", "unknown_code"), ("method=", "unknown_code"),
    ("condition=method", "unknown_code"), ("year=19", "bad_value"), ("year=then", "bad_value"),
  ])
  func `an invalid query is an error`(query: String, code: String) throws {
    let error = try #require(throws: ServiceError.self) {
      try reader.read(QueryString.pairs(query))
    }
    #expect(error.code.rawValue == code)
    #expect(error.code.status == 400)
  }

  @Test func `an unknown code names the nearest`() throws {
    let error = try #require(throws: ServiceError.self) {
      try reader.read(QueryString.pairs("method=qualitativ"))
    }
    #expect(error.hint == "Did you mean “qualitative”?")
  }

  @Test func `a query string and a JSON object say the same`() throws {
    let pairs = try QueryString.pairs(
      "q=peer&method=review&method=qualitative&min_sample=20&max_sample=50&year=2015..&limit=3"
        + "&exact=true&unit=document&sort=year&include_unknown=false&unknown_sample=true")
    let object = try JSONValue(
      Array(
        """
        {"q":"peer","method":["review","qualitative"],"min_sample":20,"max_sample":50,
         "year":"2015..","limit":3,"exact":true,"unit":"document","sort":"year",
         "include_unknown":false,"unknown_sample":true}
        """.utf8))
    guard case .object(let members) = object else { return }
    let request = try SearchRequest(reader.read(pairs))
    #expect(request == (try SearchRequest(reader.read(members))))
    #expect(request.filter.method.wanted == ["review", "qualitative"])
    #expect(request.filter.sampleSize.ranges == [NumberRange(from: 20, to: 50)])
    #expect(request.filter.sampleSize.none)
    #expect(request.filter.year.ranges == [NumberRange(from: 2015)])
    #expect(request.limit == 3 && request.exact && request.unit == .document)
    #expect(request.sort == .year && !request.filter.includeUnknown)
  }

  @Test func `several ranges of years are alternatives`() throws {
    let request = try SearchRequest(
      reader.read(QueryString.pairs("year=2010&year=2015..2017&year=none")))
    #expect(
      request.filter.year.ranges
        == [NumberRange(from: 2010, to: 2010), NumberRange(from: 2015, to: 2017)])
    #expect(request.filter.year.none)
    let listed = try reader.read(["year": ["2010", "2015..2017", "none"]])
    #expect(try SearchRequest(listed) == request)
  }

  @Test(arguments: [
    #"{"limit":"3"}"#, #"{"limit":3.5}"#, #"{"q":1}"#, #"{"exact":"true"}"#, #"{"q":null}"#,
    #"{"q":["a"]}"#, #"{"method":[1]}"#, #"{"method":{}}"#,
  ])
  func `JSON of another type is an error`(text: String) throws {
    guard case .object(let members) = try JSONValue(Array(text.utf8)) else { return }
    let error = try #require(throws: ServiceError.self) { try reader.read(members) }
    #expect(error.code == .badValue)
  }

  @Test(arguments: [
    (#"{"year":2018}"#, #"Send it as text: "2018"."#), (#"{"year":18}"#, "It must be a year"),
    (#"{"q":1}"#, #"Send it as text: "1"."#), (#"{"limit":"3"}"#, "Send it as a number: 3."),
    (#"{"limit":"three"}"#, "It must be a whole number from 0 to 1000."),
    (#"{"exact":"true"}"#, "Send it without quotation marks: true."),
    (#"{"exact":"yes"}"#, "It must be true or false."), (#"{"q":null}"#, "Leave it out."),
    (#"{"method":{}}"#, "It must be a code of method, or none, or a list of several."),
  ])
  func `JSON of another type is answered with the right one`(text: String, hint: String) throws {
    guard case .object(let members) = try JSONValue(Array(text.utf8)) else { return }
    let error = try #require(throws: ServiceError.self) { try reader.read(members) }
    #expect(error.hint?.hasPrefix(hint) == true, "\(error.hint ?? "")")
  }

  @Test func `without parameters, the request has its defaults`() throws {
    #expect(try SearchRequest(reader.read([])) == SearchRequest(""))
  }

  @Test func `limits that nothing can meet are an error`() throws {
    let values = try reader.read([("min_sample", "50"), ("max_sample", "20")])
    #expect(throws: ServiceError.self) { try SearchRequest(values) }
  }

  @Test func `decoding reverses encoding`() throws {
    let text = "a b+c/d?e&f=g%é互\u{0}~"
    #expect(try QueryString.pairs("q=" + QueryString.encoded(text)).first?.value == text)
    let form = QueryString.encoded(text, isForm: true)
    #expect(form.hasPrefix("a+b%2Bc"))
    #expect(try QueryString.pairs("q=" + form).first?.value == text)
  }
}
