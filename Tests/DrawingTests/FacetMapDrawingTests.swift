import Answers
import Drawing
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct FacetMapDrawingTests {
  static func map(
    rows: [String], columns: [String], counts: [[Int]], text: String = "",
    notes: [SearchNote] = []
  ) -> FacetMap {
    FacetMap(
      query: InterpretedQuery(text: text, interpreted: "(any)", notes: notes),
      documents: counts.joined().reduce(0, +), rowFacet: "method", columnFacet: "condition",
      rows: rows, columns: columns, counts: counts,
      rowTotals: counts.map { $0.reduce(0, +) },
      columnTotals: columns.indices.map { at in counts.reduce(0) { $0 + $1[at] } })
  }

  /// The elements that an XML parser finds, with their attributes and words.
  final class Elements: NSObject, XMLParserDelegate {
    struct Element {
      var name: String
      var attributes: [String: String]
      var words = ""
    }
    private(set) var all: [Element] = []
    private var open: [Int] = []

    init(_ svg: String) throws {
      super.init()
      let parser = XMLParser(data: Data(svg.utf8))
      parser.delegate = self
      try #require(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(all.count)
      all.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters words: String) {
      if let last = open.last { all[last].words += words }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func words(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.words) }
    func role(_ role: String) -> [Element] { all.filter { $0.attributes["role"] == role } }
  }

  @Test func `rows, columns and counts are text`() throws {
    let map = Self.map(
      rows: ["randomised-trial", "none"], columns: ["hepatitis-c", "hiv", "none"],
      counts: [[2, 0, 12], [0, 1490, 0]])
    let elements = try Elements(FacetMapDrawing(map, notes: .options).svg)
    #expect(
      elements.role("rowheader").map(\.words) == ["Randomised trial (14)", "None stated (1490)"])
    #expect(
      elements.role("columnheader").map(\.words)
        == ["Hepatitis C (2)", "HIV (1490)", "None stated (12)"])
    #expect(
      elements.role("cell").map { $0.attributes["aria-label"] } == [
        "Randomised trial, Hepatitis C: 2 documents",
        "Randomised trial, None stated: 12 documents", "None stated, HIV: 1490 documents",
      ])
    #expect(elements.role("cell").map { $0.attributes["aria-colindex"] } == ["2", "4", "3"])
    for count in ["2", "12", "1490"] { #expect(elements.words("text").contains(count)) }
    #expect(elements.words("title").first == "Study design by condition")
    #expect(elements.words("desc").first?.contains("3 of 6 cells have documents") == true)
  }

  @Test func `typed text can't break the markup`() throws {
    let typed = "<script>&\"'\u{0}\u{1B}]]> \u{FFFF} é 患者"
    let map = Self.map(
      rows: ["cohort"], columns: ["<b>"], counts: [[1]], text: typed,
      notes: [.sentence("A & B <c>")])
    let svg = FacetMapDrawing(map, notes: .options).svg
    let elements = try Elements(svg)
    #expect(elements.words("script").isEmpty)
    #expect(elements.words("desc").first?.contains("<script>&\"'") == true)
    #expect(elements.words("desc").first?.hasSuffix("A & B <c>") == true)
  }

  @Test func `the drawing is self-contained`() {
    let svg = FacetMapDrawing(
      Self.map(rows: ["cohort"], columns: ["hiv"], counts: [[3]]), notes: .options
    ).svg
    for outside in ["href", "url(", "@import", "<image", "<script", "<foreignObject"] {
      #expect(!svg.contains(outside))
    }
    #expect(svg.components(separatedBy: "http").count == 2, "only the name of the namespace")
    #expect(svg.contains("prefers-color-scheme:dark") && svg.contains("@media print"))
  }

  @Test func `an empty map says so`() throws {
    let elements = try Elements(
      FacetMapDrawing(
        Self.map(rows: [], columns: [], counts: []), notes: .options
      ).svg)
    #expect(elements.words("text").contains("No documents to count."))
    #expect(elements.words("text").contains("0 documents"))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 9, 30, 1000, 123_456])
  func `shades cover every count once, in order`(highest: Int) throws {
    let values = Array(
      Set((1...min(highest, 200)).map { 1 + ($0 - 1) * highest / 200 } + [highest])
    )
    .sorted()
    let map = Self.map(
      rows: ["cohort"], columns: values.map(String.init), counts: [values])
    let elements = try Elements(FacetMapDrawing(map, notes: .options).svg)
    let shades = elements.all.compactMap { element -> Int? in
      guard element.name == "text", let style = element.attributes["class"], style.hasPrefix("n")
      else { return nil }
      return Int(style.dropFirst())
    }
    #expect(shades.count == values.count)
    #expect(shades == shades.sorted())
    #expect(shades.allSatisfy { (1...5).contains($0) })
    if highest > 1 { #expect(shades.first == 1 && shades.last == 5) }
  }
}
