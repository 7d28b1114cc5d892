/// Where the index has a record of a source.
enum RecordPlace: Equatable {
  /// It is a document by itself, of this number and public id.
  case alone(document: Int, id: String)
  /// It is one of several of a work, of this number in ``RecordTable``.
  case shared(record: Int)
}
