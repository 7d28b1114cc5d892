// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <string>
#include <vector>

#include "Identity.h"

/// A server of a shard.
struct Address {
  std::string host;
  unsigned port;

  std::string text() const { return host + ":" + std::to_string(port); }
};

/// The shards of a cluster, seen as one database.
///
/// A shard that no server answers for is replaced by an empty database, so that the numbers of the
/// documents on the other shards stay the same.
class Shards {
  struct Shard {
    /// The servers with the same contents, the preferred one first.
    std::vector<Address> servers;
    Xapian::Database database;
    /// The server in use; below 0 if none answers.
    int server = -1;
    /// Why a server that answers can't be used; empty if there is no such server.
    std::string problem;
  };

  std::vector<Shard> shards;
  unsigned timeout;
  Identity identity;
  Xapian::Database all;
  std::chrono::steady_clock::time_point tried, opened;
  uint32_t changes = 0;

  bool connect(size_t number);
  void combine();

 public:
  /// - servers: for each shard, its servers.
  /// - timeout: milliseconds to wait for a server.
  Shards(const std::vector<std::vector<Address>>& servers, unsigned timeout);

  size_t count() const { return shards.size(); }
  const Xapian::Database& database() const { return all; }
  const Xapian::Database& shard(size_t number) const { return shards[number].database; }

  bool isReachable(size_t shard) const { return shards[shard].server >= 0; }

  /// A number that changes whenever shards may have other contents than before.
  uint32_t state() const { return changes; }

  /// The numbers of the shards that no server answers for.
  std::vector<uint32_t> missing() const;

  /// The server in use for a shard, or the preferred one if none answers.
  std::string server(size_t shard) const;

  /// Uses only servers with this identity, now and later; throws a std::runtime_error if a shard
  /// has servers, but only others.
  void expect(const Identity& wanted);

  /// Checks every connection, and connects again where it is broken.
  void reconnect();

  /// Tries missing shards again, and reads the newest state of the others, but at most once in two
  /// seconds.
  void refresh();

  /// Reads the newest state of every shard.
  void reopen();
};
