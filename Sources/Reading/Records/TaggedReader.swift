/// A reader of a tagged format.
protocol TaggedReader: DocumentReader {
  /// The syntax of the format.
  associatedtype Syntax: TaggedSyntax
}

extension TaggedReader {
  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var records = TaggedRecords<Syntax>(stream, from: origin)
    while let outcome = records.next() { try emit(outcome) }
  }
}
