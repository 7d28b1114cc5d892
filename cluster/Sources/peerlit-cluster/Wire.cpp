// SPDX-License-Identifier: GPL-2.0-or-later
#include "Wire.h"

#include <cerrno>
#include <unistd.h>

static bool readBytes(char* bytes, size_t count) {
  while (count > 0) {
    ssize_t read = ::read(STDIN_FILENO, bytes, count);
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return false;
    bytes += read;
    count -= size_t(read);
  }
  return true;
}

bool readMessage(std::string& bytes) {
  uint32_t size;
  if (!readBytes(reinterpret_cast<char*>(&size), sizeof size)) return false;
  bytes.resize(size);
  return size == 0 || readBytes(&bytes[0], size);
}

void writeMessage(const std::string& bytes) {
  uint32_t size = uint32_t(bytes.size());
  std::string message(reinterpret_cast<const char*>(&size), sizeof size);
  message += bytes;
  const char* next = message.data();
  size_t rest = message.size();
  while (rest > 0) {
    ssize_t written = ::write(STDOUT_FILENO, next, rest);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw std::runtime_error("Cannot write to peerlit.");
    next += written;
    rest -= size_t(written);
  }
}
