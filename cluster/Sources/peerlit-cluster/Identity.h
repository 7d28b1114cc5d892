// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

/// What a shard must have been made as: its cluster, the format of its contents, and the analyzer of
/// its words, each on a line.
///
/// It is stored with every shard, so that a copy of another shard is recognised.
class Identity {
  std::string text;

 public:
  /// The key of the metadata that has it.
  static constexpr const char* key = "identity";

  explicit Identity(const std::string& text = "") : text(text) {}

  /// Checks a shard; throws a std::runtime_error with the problem and its fix.
  ///
  /// - place: the shard or server, for the message.
  void check(const Xapian::Database& shard, const std::string& place) const;
};
