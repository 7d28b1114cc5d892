/// A reader of a format in which a whole file of text is one document.
protocol WholeFileReader: DocumentReader {
  /// The outcome of reading the bytes of a file.
  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome
}

extension WholeFileReader {
  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let outcome: ReadOutcome
    do throws(ReadError) {
      outcome = self.outcome(try stream.readAll(limit: PlainTextReader.sizeLimit), from: origin)
    } catch {
      outcome = .failed(origin.notice(nil, error.description))
    }
    try emit(outcome)
  }
}
