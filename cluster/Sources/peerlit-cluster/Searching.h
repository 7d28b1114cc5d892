// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "Shards.h"
#include "Wire.h"
#include "Workers.h"

/// Answers the requests of peerlit about a cluster.
class Searching {
  Shards& shards;
  Workers workers;
  /// The first local number of passages; records begin at twice this.
  uint32_t base = 0;
  /// The first numbers that peerlit does not know yet: a shard may be newer than the head.
  uint32_t documentLimit = UINT32_MAX;
  uint32_t passageLimit = UINT32_MAX;

  void open(Reader& request);
  void status(Writer& answer);
  void begin(Reader& request, Writer& answer);
  void frequencies(Reader& request, Writer& answer);
  void list(Reader& request, Writer& answer);
  void top(Reader& request, Writer& answer);
  void data(Reader& request, Writer& answer);
  void forEachShard(const std::function<void(size_t)>& task);
  void impacts(Reader& request, Writer& answer);
  void fetch(Reader& request, Writer& answer);
  void count(Reader& request, Writer& answer);

  /// peerlit's number of a document or passage.
  uint32_t number(Xapian::docid id) const {
    return base == 0 ? 0 : (((id - 1) / uint32_t(shards.count())) % base);
  }

  /// Whether peerlit knows a document or passage.
  bool isKnown(Xapian::docid id) const;

 public:
  explicit Searching(Shards& shards) : shards(shards) {}

  /// The answer to a request; throws an error of Xapian or a std::runtime_error.
  std::string answer(const std::string& request);
};
