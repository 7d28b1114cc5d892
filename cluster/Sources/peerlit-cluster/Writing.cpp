// SPDX-License-Identifier: GPL-2.0-or-later
#include "Writing.h"

#include <xapian.h>

#include <vector>

#include "Identity.h"
#include "Wire.h"

/// Reads a text with its terms, values and data.
static Xapian::Document readDocument(Reader& request) {
  Xapian::Document document;
  uint32_t terms = request.word();
  for (uint32_t entry = 0; entry < terms; entry++) {
    std::string term = request.text();
    uint8_t impact = request.byte();
    uint32_t positions = request.word();
    document.add_term(term, impact);
    for (uint32_t place = 0; place < positions; place++) {
      document.add_posting(term, request.word(), 0);
    }
  }
  uint32_t values = request.word();
  for (uint32_t entry = 0; entry < values; entry++) {
    uint32_t slot = request.word();
    document.add_value(slot, ordered(request.word()));
  }
  document.add_value(dataSlot, request.text());
  return document;
}

/// Reads the number of a shard, from 0.
static uint32_t readShard(Reader& request, unsigned count) {
  uint32_t shard = request.word();
  if (shard >= count) throw std::runtime_error("There is no such shard.");
  return shard;
}

/// The path of a shard, which are numbered from 1.
static std::string shardPath(const std::string& folder, unsigned number) {
  return folder + "/shard-" + std::to_string(number);
}

void writeShards(const std::string& folder, unsigned count, bool isNew) {
  std::vector<Xapian::WritableDatabase> shards;
  for (unsigned shard = 1; shard <= count; shard++) {
    shards.emplace_back(
        shardPath(folder, shard), isNew ? Xapian::DB_CREATE : Xapian::DB_OPEN);
  }
  std::string bytes;
  while (readMessage(bytes)) {
    Reader request(bytes);
    switch (request.byte()) {
      case 'A': {
        uint32_t shard = readShard(request, count);
        Xapian::docid id = request.word();
        shards[shard].replace_document(id, readDocument(request));
        break;
      }
      case 'X': {
        uint32_t shard = readShard(request, count);
        shards[shard].delete_document(request.text());
        break;
      }
      case 'M': {
        std::string key = request.text();
        std::string value = request.text();
        for (size_t shard = 0; shard < shards.size(); shard++) {
          bool isIdentity = key == Identity::key && !value.empty();
          std::string line = isIdentity ? "\n" + Identity::line(shard + 1, shards.size()) : "";
          shards[shard].set_metadata(key, value + line);
        }
        break;
      }
      case 'B': {
        // Checks the shards before anything is written.
        Identity identity(request.text());
        Writer answer;
        try {
          for (unsigned shard = 1; shard <= count; shard++) {
            identity.check(shards[shard - 1], shardPath(folder, shard), shard, count);
          }
          answer.number(uint8_t(0));
        } catch (const std::runtime_error& error) {
          answer.number(uint8_t(1));
          answer.text(error.what());
        }
        writeMessage(answer.bytes);
        break;
      }
      case 'C':
        for (auto& shard : shards) shard.commit();
        writeMessage(std::string(1, 0));
        break;
      default: throw std::runtime_error("Unknown request.");
    }
  }
}
