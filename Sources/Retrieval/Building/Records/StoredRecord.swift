/// How the record of a source is stored in the index.
enum StoredRecord: Equatable {
  /// It is a separate document, with this internal number and public id.
  case alone(document: Int, id: String)
  /// It is one of several records of a work, with this number in ``RecordTable``.
  case shared(record: Int)
}
