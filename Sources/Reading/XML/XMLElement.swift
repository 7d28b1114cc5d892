import CXML

/// An element of an ``XMLTree``, valid only inside ``XMLTree/withRoot(_:)``.
///
/// Names are compared as C strings, because creating a Swift string for every name would take
/// longer than parsing.
struct XMLElement: Equatable {
  fileprivate let node: xmlNodePtr

  init(node: xmlNodePtr) {
    self.node = node
  }

  /// Whether the element has a name, in any namespace.
  func isNamed(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { wanted in
      Self.isEqual(node.pointee.name, wanted)
    }
  }

  /// Whether the element has one of several names.
  func isNamed(anyOf names: [StaticString]) -> Bool {
    names.contains { isNamed($0) }
  }

  /// Name without namespace.
  var name: String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  /// Name without namespace and prefix; the parser keeps a prefix that is declared outside of the
  /// record.
  var localName: String { name.split(separator: ":").last.map(String.init) ?? "" }

  /// The first node in it.
  var firstNode: xmlNodePtr? { node.pointee.children }

  /// The child elements.
  var children: some Sequence<XMLElement> {
    sequence(state: node.pointee.children) { next -> XMLElement? in
      while let current = next {
        next = current.pointee.next
        if current.pointee.type == XML_ELEMENT_NODE { return XMLElement(node: current) }
      }
      return nil
    }
  }

  /// The child elements with a name.
  func children(_ name: StaticString) -> [XMLElement] {
    children.filter { $0.isNamed(name) }
  }

  /// The first element at the end of a path of names.
  func child(_ path: StaticString...) -> XMLElement? {
    var element = self
    for name in path {
      guard let next = element.children.first(where: { $0.isNamed(name) }) else { return nil }
      element = next
    }
    return element
  }

  /// All descendants with a name, in order, except those in elements for which `isLeftOut` is true.
  func descendants(
    _ name: StaticString, without isLeftOut: (XMLElement) -> Bool = { _ in false }
  ) -> [XMLElement] {
    var found: [XMLElement] = []
    collect(name, &found, isLeftOut, depth: 0)
    return found
  }

  /// Maximum nesting level that is followed: real XML is never deeper, and hostile HTML is cut off
  /// here.
  static let depthLimit = 512

  private func collect(
    _ name: StaticString, _ found: inout [XMLElement], _ isLeftOut: (XMLElement) -> Bool, depth: Int
  ) {
    guard depth < Self.depthLimit else { return }
    for child in children where !isLeftOut(child) {
      if child.isNamed(name) { found.append(child) }
      child.collect(name, &found, isLeftOut, depth: depth + 1)
    }
  }

  /// The value of an attribute, in any namespace.
  func attribute(_ name: StaticString) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      let isWanted = name.withUTF8Buffer { wanted in
        Self.isEqual(current.pointee.name, wanted)
      }
      if isWanted {
        guard let content = current.pointee.children?.pointee.content else { return "" }
        return String(cString: content)
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// The value of an attribute whose namespace has a prefix.
  func attribute(_ name: StaticString, inNamespace prefix: StaticString) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      let isWanted =
        name.withUTF8Buffer { Self.isEqual(current.pointee.name, $0) }
        && prefix.withUTF8Buffer { Self.isEqual(current.pointee.ns?.pointee.prefix, $0) }
      if isWanted {
        return current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
      }
      attribute = current.pointee.next
    }
    return nil
  }

  private static func isEqual(
    _ name: UnsafePointer<xmlChar>?, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let name else { return false }
    for index in wanted.indices where name[index] != wanted[index] { return false }
    return name[wanted.count] == 0
  }
}
