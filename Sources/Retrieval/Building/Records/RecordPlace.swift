/// The location in the index of a source's record.
enum RecordPlace: Equatable {
  /// It is a separate document, with this internal number and public ID.
  case alone(document: Int, id: String)
  /// It is one of several records of a work, with this number in ``RecordTable``.
  case shared(record: Int)
}
