import CMapping

/// Protects reads of a memory-mapped index file that may be overwritten meanwhile.
enum MappedFile {
  /// Runs `body`; if the file is truncated meanwhile, this is an error instead of a crash.
  ///
  /// - Throws: ``IndexError/replaced(path:)`` if part of the file was missing; the connection that
  ///   read it must not be used again.
  static func guarded<Result>(path: String, _ body: () throws -> Result) throws -> Result {
    pl_mapping_guard_begin()
    let result = Swift.Result(catching: body)
    if pl_mapping_guard_end() > 0 { throw IndexError.replaced(path: path) }
    return try result.get()
  }
}
