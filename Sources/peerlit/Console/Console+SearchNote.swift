import Answers

extension Console {
  /// Prints a note on an answer to standard error, unless `--quiet` is given.
  func note(_ note: SearchNote) { self.note(note.text(.options)) }
}
