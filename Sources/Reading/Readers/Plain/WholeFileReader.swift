/// A reader of a format in which a whole file of text is one document.
protocol WholeFileReader: DocumentReader {
  /// The outcome of reading the bytes of a file.
  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome

  /// The outcome, after the mistakes in what a person wrote about the document.
  func outcomes(_ bytes: [UInt8], from origin: RecordOrigin) -> [ReadOutcome]
}

extension WholeFileReader {
  func outcomes(_ bytes: [UInt8], from origin: RecordOrigin) -> [ReadOutcome] {
    [outcome(bytes, from: origin)]
  }

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let outcomes: [ReadOutcome]
    do throws(ReadError) {
      outcomes = self.outcomes(try stream.readAll(limit: TextLimits.document), from: origin)
    } catch {
      outcomes = [.failed(origin.notice(nil, error.description))]
    }
    for outcome in outcomes { try emit(outcome) }
  }
}
