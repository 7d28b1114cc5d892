import Answers
import GRDB
import Literature

/// A document with another id than its record requests, because another document has that one.
struct RenamedDocument {
  var id: String
  var wanted: String
  var event: IndexIncident
}

extension WorkMerger {
  /// Reports that a document has another id than its record requests, at once or, if the run may
  /// still free that one, by ``reportRenamed()``.
  func note(_ document: Document, renamedFrom wanted: String) {
    let event = IndexIncident.renamed(document, wanted: wanted)
    if awaitsPruning {
      renamed.append(RenamedDocument(id: document.id, wanted: wanted, event: event))
    } else {
      incident(event)
    }
  }

  /// Marks the documents of this run for rebuilding whose ids became free when others were removed,
  /// as after a file was moved.
  ///
  /// Documents of earlier runs keep their ids, because people may have noted them.
  /// - Returns: whether there are any.
  func reclaimIDs() throws -> Bool {
    let all = renamed
    renamed = []
    var taken = Set<String>()
    for document in all {
      guard try ids.isFree(document.wanted), !taken.contains(document.wanted),
        let number = try Int.fetchOne(
          database.cachedStatement(sql: "SELECT number FROM documents WHERE id = ?"),
          arguments: [document.id])
      else {
        renamed.append(document)
        continue
      }
      try prepareToRebuild(number)
      reclaimed[number] = document.wanted
      taken.insert(document.wanted)
    }
    return !reclaimed.isEmpty
  }

  /// Reports the documents whose ids were not free at the end of the run.
  func reportRenamed() {
    for document in renamed { incident(document.event) }
    renamed = []
  }
}
