/// A reader of a format in which a whole file is one document.
protocol WholeFileReader: DocumentReader {
  /// The outcomes of reading a file: that of its document, after the mistakes in what a person
  /// wrote about it.
  func outcomes(_ stream: ByteStream, from origin: RecordOrigin) throws(ReadError) -> [ReadOutcome]
}

extension WholeFileReader {
  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let outcomes: [ReadOutcome]
    do throws(ReadError) {
      outcomes = try self.outcomes(stream, from: origin)
    } catch {
      outcomes = [.failed(origin.notice(nil, error.description))]
    }
    for outcome in outcomes { try emit(outcome) }
  }
}
