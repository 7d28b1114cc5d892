import Appraisal
import Foundation
import Retrieval

/// A file of corrections named on the command line.
enum CorrectionInput {
  /// The corrections of a file.
  ///
  /// - Throws: ``InputError`` if it can't be read, ``UsageError`` with the line that is invalid.
  static func read(_ path: String) throws -> [Correction] {
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    do {
      return try CorrectionFile.read(text, path: path)
    } catch {
      throw UsageError(error.description)
    }
  }
}
