import CResources

/// The files that are embedded in the program: tables, schemas and the assets of the search page.
package enum EmbeddedResource {
  /// The bytes of a file by its name in `Sources/CResources/resources.c`; `nil` if there is none.
  package static func bytes(_ name: String) -> UnsafeRawBufferPointer? {
    var length = 0
    guard let start = pl_resource(name, &length) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
