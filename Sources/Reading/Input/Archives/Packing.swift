/// The compression or archive format of a file, recognised by its first bytes.
enum Packing: Equatable {
  case gzip, xz, bzip2, zstd
  case zip, tar

  init?(_ bytes: [UInt8]) {
    let magics: [(Packing, Int, [UInt8])] = [
      (.gzip, 0, [0x1F, 0x8B]), (.xz, 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
      (.bzip2, 0, [0x42, 0x5A, 0x68]), (.zstd, 0, [0x28, 0xB5, 0x2F, 0xFD]),
      (.zip, 0, [0x50, 0x4B, 0x03, 0x04]), (.zip, 0, [0x50, 0x4B, 0x05, 0x06]),
      (.tar, 257, Array("ustar".utf8)),
    ]
    guard let found = magics.first(where: { bytes.dropFirst($0.1).starts(with: $0.2) })
    else { return nil }
    self = found.0
  }

  /// Whether the file contains other files.
  var isArchive: Bool { self == .zip || self == .tar }
}
