import Foundation
import JSON
import SeededRandom
import Testing

struct JSONScannerTests {
  private func scan(_ text: String) throws -> (value: JSONValue, repaired: Bool) {
    try scan(Array(text.utf8))
  }

  private func scan(_ bytes: [UInt8]) throws -> (value: JSONValue, repaired: Bool) {
    try bytes.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      let value = try scanner.value()
      try scanner.end()
      return (value, scanner.isRepaired)
    }
  }

  private func isWellFormed(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      return (try? scanner.skipValue()) != nil && (try? scanner.end()) != nil
    }
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz", false),
    (#""\u00e9\u4e2d""#, "é中", false),
    (#""\ud83d\ude00""#, "😀", false),
    (#""\ud800""#, "\u{FFFD}", true),
    (#""\ude00x""#, "\u{FFFD}x", true),
    (#""\ud800\ud83d\ude00""#, "\u{FFFD}😀", true),
    (#""\ud800A""#, "\u{FFFD}A", true),
    ("\"tab\tand nul\u{0}\"", "tab\tand nul\u{0}", false),
    ("\"\"", "", false),
  ])
  func `strings are unescaped`(_ json: String, _ expected: String, _ repaired: Bool) throws {
    let result = try scan(json)
    #expect(result.value == .string(expected))
    #expect(result.repaired == repaired)
  }

  @Test func `broken UTF-8 is replaced`() throws {
    let result = try scan([0x22, 0x61, 0xFF, 0x62, 0xE2, 0x82, 0x22])
    #expect(result.value == .string("a\u{FFFD}b\u{FFFD}"))
    #expect(result.repaired)
  }

  @Test func `skipped strings are not repaired`() throws {
    let bytes = Array(#"{"metadata":"\ud800"}"#.utf8)
    try bytes.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try scanner.skipValue()
      #expect(!scanner.isRepaired)
    }
  }

  @Test(arguments: [
    "", "{", "}", "[", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "\"open",
    "\"\\x\"", "\"\\u12g4\"", "\"\\", "01", "1.", "-", "1e", "truth", "nul", "[1]]", "{} {}", "'a'",
    "+1", ".5", "[\"a\":1]", "{\"a\",1}", "\u{FEFF}{}",
  ])
  func `malformed JSON is refused`(_ json: String) {
    #expect(throws: JSONError.self) { try scan(json) }
    #expect(!isWellFormed(Array(json.utf8)))
  }

  @Test(
    arguments: [
      (#""a\ud83d\ude00\n\u0000""#, .string("a😀\n\u{0}")),
      ("[true,false,null]", [true, false, .null]),
      (#""\ud800""#, nil), (#""\ude00x""#, nil), (#""x\ud800\ud83d\ude00""#, nil),
      ("\"tab\t\"", nil),
      ("\"a\\n\nb\"", nil), ("{\"a\nb\":1}", nil), ("NaN", nil), ("[Infinity]", nil),
      ("{\"a\":-Infinity}", nil), ("[1", nil),
    ] as [(String, JSONValue?)])
  func `messages of programs are read strictly`(_ json: String, _ expected: JSONValue?) {
    #expect((try? JSONValue(strictly: json.utf8)) == expected)
    // Members that are not read are checked as well.
    let isSkipped = Array("[\(json)]".utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes, isStrict: true)
      return (try? scanner.skipValue()) != nil
    }
    #expect(isSkipped == (expected != nil))
  }

  @Test(
    arguments: [
      ("9007199254740993", .integer(9_007_199_254_740_993)),
      ("-9007199254740993", .integer(-9_007_199_254_740_993)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("-0", 0), ("1.0", 1),
      ("1e3", 1000),
      ("0.5", .number(0.5)), ("NaN", .null), ("-Infinity", .null), ("[Infinity,-1]", [.null, -1]),
    ] as [(String, JSONValue)])
  func `whole numbers are exact`(_ json: String, _ expected: JSONValue) throws {
    #expect(try scan(json).value == expected)
  }

  @Test(
    arguments: [
      ("1e999", nil), ("-1e999", nil), ("-Infinity", nil), ("1e300", "1e+300"), ("7", "7"),
      ("0.5", "0.5"),
    ] as [(String, String?)])
  func `a number that is too large is no text`(_ json: String, _ text: String?) throws {
    #expect(try scan(json).value.text == text)
  }

  @Test func `deep nesting uses no stack`() {
    let depth = 1_000_000
    let open = [UInt8](repeating: 0x5B, count: depth)
    let close = [UInt8](repeating: 0x5D, count: depth)
    #expect(isWellFormed(open + close))
    #expect(!isWellFormed(open))
    #expect((try? scan(open + close)) != nil)
  }

  // MARK: - Against Foundation

  @Test func `the JSON of Foundation is read`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3000 {
      let value = Self.randomValue(&random, depth: 0)
      let options: JSONSerialization.WritingOptions =
        Bool.random(using: &random)
        ? [.fragmentsAllowed] : [.fragmentsAllowed, .prettyPrinted]
      let data = try JSONSerialization.data(withJSONObject: Self.object(value), options: options)
      #expect(try scan(Array(data)).value == value)
      #expect(isWellFormed(Array(data)))
    }
  }

  @Test func `damaged text never crashes and agrees with skipping`() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<5000 {
      let value = Self.randomValue(&random, depth: 0)
      let data = try JSONSerialization.data(
        withJSONObject: Self.object(value), options: .fragmentsAllowed)
      var bytes = Array(data)
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes = Array(bytes.prefix(at))
        }
      }
      #expect(((try? scan(bytes)) != nil) == isWellFormed(bytes))
    }
  }

  private static func randomValue(_ random: inout SplitMix64, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 3: return .number(Double(Int.random(in: -999...999, using: &random)) + 0.125)
    case 4: return .string(randomString(&random))
    case 5:
      return .array(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          randomValue(&random, depth: depth + 1)
        })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        members[randomString(&random)] = randomValue(&random, depth: depth + 1)
      }
      return .object(members)
    }
  }

  private static func randomString(_ random: inout SplitMix64) -> String {
    let alphabet = Array("abc \"\\/\n\t\u{1}éß中😀\u{301}ـ0123456789{}[]:,")
    return String(
      (0..<Int.random(in: 0..<20, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      })
  }

  private static func object(_ value: JSONValue) -> Any {
    switch value {
    case .null: NSNull()
    case .bool(let bool): bool
    case .integer(let number): number
    case .number(let number): Int(exactly: number).map { $0 as Any } ?? number
    case .string(let text): text
    case .array(let elements): elements.map(object)
    case .object(let members): members.mapValues(object)
    }
  }
}
