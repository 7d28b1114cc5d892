// SPDX-License-Identifier: GPL-2.0-or-later
#include "Shards.h"

using Clock = std::chrono::steady_clock;

Shards::Shards(const std::vector<std::vector<Address>>& servers, unsigned timeout)
    : timeout(timeout) {
  for (auto& list : servers) {
    Shard shard;
    shard.servers = list;
    shards.push_back(shard);
  }
  for (size_t shard = 0; shard < shards.size(); shard++) connect(shard);
  opened = Clock::now();
  combine();
}

bool Shards::connect(size_t number) {
  Shard& shard = shards[number];
  shard.problem.clear();
  tried = Clock::now();
  for (size_t server = 0; server < shard.servers.size(); server++) {
    const Address& address = shard.servers[server];
    try {
      auto database = Xapian::Remote::open(address.host, address.port, timeout, timeout);
      identity.check(database, address.text(), number + 1, shards.size());
      shard.database = database;
      shard.server = int(server);
      return true;
    } catch (const Xapian::Error&) {
      // The next server may answer.
    } catch (const std::runtime_error& error) {
      // The next server may have the right shard.
      shard.problem = error.what();
    }
  }
  shard.database = Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
  shard.server = -1;
  return false;
}

void Shards::combine() {
  changes++;
  all = Xapian::Database();
  for (auto& shard : shards) all.add_database(shard.database);
}

std::vector<uint32_t> Shards::missing() const {
  std::vector<uint32_t> found;
  for (size_t shard = 0; shard < shards.size(); shard++) {
    if (shards[shard].server < 0) found.push_back(uint32_t(shard));
  }
  return found;
}

std::string Shards::server(size_t shard) const {
  return shards[shard].servers[size_t(std::max(0, shards[shard].server))].text();
}

void Shards::expect(const Identity& wanted) {
  identity = wanted;
  for (size_t number = 0; number < shards.size(); number++) {
    Shard& shard = shards[number];
    if (shard.server < 0) continue;
    try {
      const Address& address = shard.servers[size_t(shard.server)];
      identity.check(shard.database, address.text(), number + 1, shards.size());
    } catch (const std::runtime_error&) {
      if (!connect(number) && !shard.problem.empty()) throw std::runtime_error(shard.problem);
    }
  }
  combine();
}

void Shards::reconnect() {
  for (size_t number = 0; number < shards.size(); number++) {
    Shard& shard = shards[number];
    if (shard.server >= 0) {
      try {
        shard.database.keep_alive();
        // A broken connection may still accept a message; an answer proves that it works.
        shard.database.reopen();
        continue;
      } catch (const Xapian::Error&) {
        // Connect again.
      }
    }
    connect(number);
  }
  combine();
}

void Shards::refresh() {
  // A copy of a shard is updated some time after the head.
  if (Clock::now() - opened >= std::chrono::seconds(2)) reopen();
  if (missing().empty() || Clock::now() - tried < std::chrono::seconds(2)) return;
  for (size_t number = 0; number < shards.size(); number++) {
    if (shards[number].server < 0) connect(number);
  }
  combine();
}

void Shards::reopen() {
  opened = Clock::now();
  for (auto& shard : shards) {
    if (shard.server >= 0 && shard.database.reopen()) changes++;
  }
}
