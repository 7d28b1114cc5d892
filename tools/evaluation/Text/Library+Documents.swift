import Literature
import Reading

extension Library {
  /// Calls `body` with each document that can be read; everything else is skipped.
  func forEachDocument(_ body: (Document) -> Void) {
    walk { found in
      guard case .file(let file) = found else { return }
      file.read { outcome in
        if case .document(let document, _) = outcome { body(document) }
      }
    }
  }
}
