import Foundation

/// A file named on the command line that is read as a whole.
enum InputFile {
  /// The contents of a file, or those of standard input for `-`.
  static func read(_ path: String, orInputOf console: Console) throws -> Data {
    path == "-" ? Data(try console.readAll()) : try read(path)
  }

  /// The contents of a file.
  ///
  /// - Throws: ``InputError`` with the path and the reason.
  static func read(_ path: String) throws(InputError) -> Data {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw InputError(path, String(cString: strerror(errno)) + ".") }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      return try handle.readToEnd() ?? Data()
    } catch {
      throw InputError(path, error.localizedDescription)
    }
  }
}
