import CXML
import Literature

/// A parsed element with its contents; freed with this object.
///
/// Parsed by libxml2 without network, without entity expansion, without DTDs, and within the
/// library's own limits on depth and size.
final class XMLTree {
  private let document: xmlDocPtr
  private let root: XMLElement
  /// Whether broken UTF-8 was replaced.
  let isRepaired: Bool
  /// Whether the text was not well-formed, so that only the parts that the parser understood were
  /// read.
  let isMended: Bool

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses one element in UTF-8.
  ///
  /// - Throws: ``ReadError/damaged(_:)`` if it can't be parsed at all.
  init(_ bytes: [UInt8], isHTML: Bool = false) throws(ReadError) {
    _ = Self.isReady
    var isRepaired = false
    var bytes = bytes
    if !isHTML {
      if let fixed = Self.utf8(bytes) {
        bytes = fixed
        isRepaired = true
      }
      bytes = XMLMending.mend(bytes) ?? bytes
    }
    bytes = MarkupLimits.apply(bytes) ?? bytes
    var (document, problem) = isHTML ? Self.parseHTML(bytes) : Self.parse(bytes)
    if problem != nil, !isHTML, let mended = XMLMending.mendBrackets(bytes) {
      if let document { xmlFreeDoc(document) }
      (document, problem) = Self.parse(mended)
    }
    guard let document, let node = xmlDocGetRootElement(document) else {
      if let document { xmlFreeDoc(document) }
      throw .damaged(problem ?? "contains no elements")
    }
    self.document = document
    root = XMLElement(node: node)
    self.isRepaired = isRepaired
    isMended = problem != nil
  }

  /// Calls `body` with the element, which is valid only inside `body`.
  func withRoot<Result, Failure: Error>(
    _ body: (XMLElement) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withExtendedLifetime(self) { () throws(Failure) in try body(root) }
  }

  deinit {
    xmlFreeDoc(document)
  }

  private static func parse(_ bytes: [UInt8]) -> (xmlDocPtr?, problem: String?) {
    guard let context = xmlNewParserCtxt() else { return (nil, "out of memory") }
    defer { xmlFreeParserCtxt(context) }
    let options = [
      XML_PARSE_NONET, XML_PARSE_RECOVER, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NOCDATA,
      XML_PARSE_COMPACT, XML_PARSE_NSCLEAN,
    ].reduce(0) { $0 | Int32($1.rawValue) }
    let document = bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
        "UTF-8", options)
    }
    guard context.pointee.wellFormed == 0 else { return (document, nil) }
    let error = context.pointee.lastError
    let message = error.message.map { String(cString: $0).trimmed } ?? "not well-formed"
    return (document, "line \(error.line): \(message)")
  }

  private static func parseHTML(_ bytes: [UInt8]) -> (xmlDocPtr?, problem: String?) {
    let (document, isWhole) = readHTML(bytes)
    guard !isWhole else { return (document, nil) }
    // libxml2 stops at elements that are nested too deep. Without nesting, all text is read.
    if let document { xmlFreeDoc(document) }
    return (readHTML(FlatHTML.flatten(bytes)).document, nil)
  }

  private static func readHTML(_ bytes: [UInt8]) -> (document: xmlDocPtr?, isWhole: Bool) {
    guard let context = htmlNewParserCtxt() else { return (nil, true) }
    defer { htmlFreeParserCtxt(context) }
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NONET, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING,
      HTML_PARSE_COMPACT,
    ].reduce(0) { $0 | Int32($1.rawValue) }
    let document = bytes.withUnsafeBytes { bytes in
      htmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
        "UTF-8", options)
    }
    return (document, context.pointee.disableSAX == 0)
  }

  /// The bytes with broken UTF-8 replaced, or `nil` if there is none.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    let decoded = bytes.withUnsafeBytes { bytes in
      let isValid =
        bytes.withMemoryRebound(to: UInt8.self) { String(validating: $0, as: UTF8.self) } != nil
      return isValid ? nil : String(decoding: bytes, as: UTF8.self)
    }
    return decoded.map { Array($0.utf8) }
  }
}
