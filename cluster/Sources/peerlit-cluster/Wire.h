// SPDX-License-Identifier: GPL-2.0-or-later
// Messages between peerlit and this program: a 32-bit length, then that many bytes. Numbers are
// little-endian. Searching.cpp and Writing.cpp read them.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

/// The bytes of a message that is being read.
class Reader {
  const char* next;
  const char* end;

 public:
  explicit Reader(const std::string& bytes) : next(bytes.data()), end(next + bytes.size()) {}

  /// The next number; throws if the message is too short.
  template <typename Number>
  Number number() {
    if (size_t(end - next) < sizeof(Number)) throw std::runtime_error("A message is too short.");
    Number value;
    memcpy(&value, next, sizeof value);
    next += sizeof value;
    return value;
  }

  uint8_t byte() { return number<uint8_t>(); }
  uint32_t word() { return number<uint32_t>(); }

  /// Text after its 32-bit length.
  std::string text() {
    size_t size = word();
    if (size > size_t(end - next)) throw std::runtime_error("A message is too short.");
    std::string value(next, size);
    next += size;
    return value;
  }
};

/// A message that is being written.
class Writer {
 public:
  std::string bytes;

  template <typename Number>
  void number(Number value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }

  void text(const std::string& value) {
    number(uint32_t(value.size()));
    bytes += value;
  }
};

/// The version of the messages: peerlit refuses a program with another one.
const uint32_t messageVersion = 2;

/// The slot of the value that has the data of a text.
///
/// Data that is sorted by is sent with the matches, in one message for all of a shard. Xapian sends
/// the data of documents in one message for each.
const uint32_t dataSlot = 100;

/// Reads a message from standard input; false at its end.
bool readMessage(std::string& bytes);

/// Writes a message to standard output.
void writeMessage(const std::string& bytes);

/// A number as four bytes whose order is that of the numbers.
inline std::string ordered(uint32_t value) {
  char bytes[4] = {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
  return std::string(bytes, 4);
}
