import CMapping

/// Reading an index file through a memory map, although somebody may overwrite it meanwhile.
enum MappedFile {
  /// Runs `body`; a file that is truncated meanwhile is an error instead of the end of the program.
  ///
  /// - Throws: ``IndexError/replaced(path:)`` if a part of the file was missing. The connection that
  ///   read it must not be used again.
  static func guarded<Result>(path: String, _ body: () throws -> Result) throws -> Result {
    pl_mapping_guard_begin()
    let result = Swift.Result(catching: body)
    if pl_mapping_guard_end() > 0 { throw IndexError.replaced(path: path) }
    return try result.get()
  }
}
