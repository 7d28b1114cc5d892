/// Options for reading files.
public struct ReadingOptions: Sendable, Equatable {
  /// A program that recognises the text of scanned PDFs, and its first arguments; empty if there is
  /// none.
  ///
  /// It is called with two more arguments: the PDF, and the name of a file that it may write. If it
  /// writes that file, the file is read as a PDF with a text layer (as from `ocrmypdf
  /// --skip-text`). Otherwise its standard output is the text, with a form feed between pages.
  public var ocr: [String] = []
  /// Whether links in folders are followed if their targets are outside the files and folders that
  /// the user names.
  public var followsLinks = false
  /// The version of the caller's use of documents, as part of each ``SourceFingerprint``: if it
  /// changes, files are read again.
  public var context = ""

  /// Creates the default options.
  public init() {}

  /// Creates options with a text recognition program.
  ///
  /// - Parameter command: the program and its first arguments, separated by spaces.
  public init(ocr command: String) {
    ocr = command.split(separator: " ").map(String.init)
  }
}
