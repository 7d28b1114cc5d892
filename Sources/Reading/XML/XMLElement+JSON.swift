import JSON

extension XMLElement {
  /// The element as a JSON value: an object if it only contains elements, otherwise its text.
  ///
  /// Web services that answer in XML and in JSON use the same names, so one reader is enough for
  /// both. An element that occurs several times becomes a list; attributes are left out.
  var jsonValue: JSONValue { jsonValue(depth: 0) }

  private func jsonValue(depth: Int) -> JSONValue {
    guard depth < Self.depthLimit, !hasOwnText else { return .string(text()) }
    var members: [String: [JSONValue]] = [:]
    for child in children {
      members[child.localName, default: []].append(child.jsonValue(depth: depth + 1))
    }
    if members.isEmpty { return .string("") }
    return .object(members.mapValues { $0.count == 1 ? $0[0] : .array($0) })
  }

  /// Whether there are words beside or without elements in it.
  private var hasOwnText: Bool {
    nodes.contains { node in
      guard case .text(let content) = node else { return false }
      var bytes: [UInt8] = []
      Self.collapse(content, &bytes)
      return !bytes.isEmpty
    }
  }
}
