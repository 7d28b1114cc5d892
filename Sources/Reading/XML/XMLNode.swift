import CXML

/// A child of an element: a run of text or an element.
enum XMLNode {
  case text(UnsafePointer<xmlChar>)
  case element(XMLElement)
}

extension XMLElement {
  /// The child elements and runs of text, in order.
  var nodes: some Sequence<XMLNode> {
    sequence(state: firstNode) { next -> XMLNode? in
      while let current = next {
        next = current.pointee.next
        switch current.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
          if let content = current.pointee.content { return .text(content) }
        case XML_ELEMENT_NODE: return .element(XMLElement(node: current))
        default: break
        }
      }
      return nil
    }
  }
}
