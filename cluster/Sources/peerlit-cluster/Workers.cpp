// SPDX-License-Identifier: GPL-2.0-or-later
#include "Workers.h"

Workers::~Workers() {
  {
    std::lock_guard<std::mutex> lock(mutex);
    isEnding = true;
  }
  changed.notify_all();
  for (auto& thread : threads) thread.join();
}

void Workers::work() {
  std::unique_lock<std::mutex> lock(mutex);
  for (;;) {
    changed.wait(lock, [&] { return isEnding || !tasks.empty(); });
    if (tasks.empty()) return;
    auto task = std::move(tasks.front());
    tasks.pop();
    lock.unlock();
    task();
    lock.lock();
    if (--unfinished == 0) changed.notify_all();
  }
}

void Workers::run(std::vector<std::function<void()>> all) {
  if (all.empty()) return;
  auto last = std::move(all.back());
  all.pop_back();
  if (!all.empty()) {
    // A thread for each task, because a task mostly waits.
    while (threads.size() < all.size()) threads.emplace_back(&Workers::work, this);
    std::lock_guard<std::mutex> lock(mutex);
    for (auto& task : all) tasks.push(std::move(task));
    unfinished += all.size();
    changed.notify_all();
  }
  last();
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock, [&] { return unfinished == 0; });
}
