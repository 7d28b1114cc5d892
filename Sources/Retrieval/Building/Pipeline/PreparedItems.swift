/// Items prepared together, with the preparer's new words.
struct PreparedItems: Sendable {
  var batch: PreparedBatch
  var items: [PreparedItem]
}
