import Embeddings
import Literature
import Testing

/// The table of word embeddings that is built into the program.
struct StandardEmbeddingsTests {
  @Test func `the built-in table is whole`() throws {
    let table = try #require(EmbeddingTable.standard)
    #expect(table.checksum == table.computedChecksum)
    let terms = (0..<table.count).map(table.term)
    #expect(terms == terms.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) })
    for row in stride(from: 0, to: table.count, by: 7) { #expect(table.row(of: terms[row]) == row) }
    for row in stride(from: 0, to: table.count, by: 7) {
      #expect(table.row(of: terms[row] + "#") == nil)
    }
  }
}
