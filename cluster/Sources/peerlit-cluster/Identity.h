// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

/// The identity that a shard must have been made with: its cluster, the format of its contents, and
/// the analyzer of its words, each on a line.
///
/// It is stored with every shard, followed by a line with the number of the shard and the number of
/// shards, so that a shard of another cluster, and one at the wrong place, are recognised.
class Identity {
  std::string text;

 public:
  /// The key of the metadata that has it.
  static constexpr const char* key = "identity";

  explicit Identity(const std::string& text = "") : text(text) {}

  /// The last line of a shard: `shard 1 of 3`.
  static std::string line(size_t number, size_t count) {
    return "shard " + std::to_string(number) + " of " + std::to_string(count);
  }

  /// Checks a shard; throws a std::runtime_error with the problem and its fix.
  ///
  /// - place: the shard or server, for the message.
  /// - number: the number of the shard, from 1.
  /// - count: the number of shards.
  void check(
      const Xapian::Database& shard, const std::string& place, size_t number, size_t count) const;
};
