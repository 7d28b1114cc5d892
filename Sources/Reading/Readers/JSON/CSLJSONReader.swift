import JSON
import Literature

/// CSL-JSON, an array of references as Zotero and Mendeley export it; also reads an array of this
/// project's own records, and other JSON that ``JSONItems`` knows.
package struct CSLJSONReader: DocumentReader {
  package static let format = "CSL-JSON"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    let start = head.start.drop { $0 == "\u{FEFF}" }
    guard start.first == "[" || start.first == "{" else { return false }
    if start.first == "[" {
      let next = start.dropFirst().drop(while: \.isWhitespace).first
      return next == "{" || (next == "]" && head.name.extension == "json")
    }
    return head.name.extension == "json" && Self.keys.contains { head.holds($0) }
  }

  /// Keys of which an object around references has at least one.
  private static let keys: [StaticString] = [
    "\"title\"", "\"bibjson\"", "\"protocolSection\"", "\"itemType\"", "\"paperId\"",
  ]

  /// Maximum size of a record in bytes.
  package var limit = 1 << 27

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var elements = JSONElements(stream, limit: limit)
    var items = JSONItems(from: origin)
    var number = 0
    var isCut = false
    var others: (count: Int, first: SourceLocation)?
    while let element = elements.next() {
      number += 1
      isCut = !element.isWhole
      // In a file of one line, the number of a record is its location.
      let location = element.line > 1 ? SourceLocation.line(element.line) : .record(number)
      if isCut {
        let found = outcomes(ofCut: element, at: location, origin, &items)
        for outcome in found { try emit(outcome) }
      } else if element.isObject {
        for outcome in outcomes(element, location, origin, &items) { try emit(outcome) }
      } else {
        others = (count: (others?.count ?? 0) + 1, first: others?.first ?? location)
      }
    }
    if let outcome = items.unknownNotice { try emit(outcome) }
    // A list of numbers or words among the records is one mistake.
    if let (count, first) = others {
      let reason =
        count == 1 ? "is not an object" : "is the first of \(count) values that are not objects"
      try emit(.failed(origin.notice(first, reason)))
    }
    if stream.failure == nil, !isCut, !elements.areClosed {
      let reason =
        number == 0 ? "ends before its first record" : "is cut off after its last record"
      try emit(.failed(origin.notice(nil, reason)))
    }
  }

  /// The outcomes of a record within which the file ends: its whole members are read.
  private func outcomes(
    ofCut element: JSONElements.Element, at location: SourceLocation, _ origin: RecordOrigin,
    _ items: inout JSONItems
  ) -> [ReadOutcome] {
    for closed in element.closed {
      var trial = items
      let found = outcomes(closed, location, origin, &trial)
      guard case .document = found.last else { continue }
      items = trial
      return found + [origin.cutOff(read: location)]
    }
    return [origin.cutOff(unread: location)]
  }

  /// The outcome of reading a record, after the mistakes in its values.
  private func outcomes(
    _ element: JSONElements.Element, _ location: SourceLocation, _ origin: RecordOrigin,
    _ items: inout JSONItems
  ) -> [ReadOutcome] {
    guard element.size <= limit else {
      return [origin.tooLarge(element.size, limit: limit, at: location)]
    }
    return element.bytes.withUnsafeBytes { bytes in
      do throws(JSONError) {
        return try items.outcomes(bytes, line: element.line, at: location)
      } catch {
        return [.failed(origin.notice(location, error.description))]
      }
    }
  }
}
