// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

/// Threads that wait for several shards at the same time.
class Workers {
  std::mutex mutex;
  std::condition_variable changed;
  std::queue<std::function<void()>> tasks;
  size_t unfinished = 0;
  bool isEnding = false;
  std::vector<std::thread> threads;

  void work();

 public:
  Workers() = default;
  Workers(const Workers&) = delete;
  ~Workers();

  /// Runs tasks, the last of them on this thread, and waits for all. A task must not throw.
  void run(std::vector<std::function<void()>> all);
};
