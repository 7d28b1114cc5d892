/// A reader of a format in which a whole file of text is one document.
protocol WholeTextReader: WholeFileReader {
  /// The outcome of reading the bytes of a file.
  func outcome(_ bytes: [UInt8], from origin: RecordOrigin) -> ReadOutcome
}

extension WholeTextReader {
  func outcomes(
    _ stream: ByteStream, from origin: RecordOrigin
  ) throws(ReadError) -> [ReadOutcome] {
    [outcome(try stream.readAll(limit: TextLimits.document), from: origin)]
  }
}
