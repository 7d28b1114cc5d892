import CResources

/// The files that are embedded in the program: tables, schemas, and what the page loads.
package enum EmbeddedResource {
  /// The bytes of a file by its name in `Sources/CResources/resources.c`; `nil` when there is none.
  package static func bytes(_ name: String) -> UnsafeRawBufferPointer? {
    var length = 0
    guard let start = pl_resource(name, &length) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
