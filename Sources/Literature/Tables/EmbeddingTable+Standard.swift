import Embeddings
import Foundation

extension EmbeddingTable {
  /// The table that is built into the program, `Sources/Retrieval/Resources/embeddings.bin`.
  ///
  /// `tools/meaning` makes it.
  package static let standard: EmbeddingTable? =
    EmbeddedResource.bytes("embeddings.bin").flatMap { EmbeddingTable($0) }

  /// A table from a file; `nil` if the file is not a table.
  package static func read(path: String) -> EmbeddingTable? {
    (try? Data(contentsOf: URL(filePath: path))).flatMap { EmbeddingTable(copying: $0) }
  }

  /// The name that an index remembers the table by.
  package var name: String { String(checksum, radix: 16) }
}
