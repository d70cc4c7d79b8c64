#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

int Report(const char* path) {
  // ruleid: check-then-use-c
  if (access(path, W_OK) == 0) {
    return open(path, O_WRONLY);
  }
  return -1;
}

void Drop(const char* path) {
  // ruleid: check-then-use-c
  if (!access(path, F_OK)) {
    unlink(path);
  }
}

int Safe(const char* path) {
  // ok: check-then-use-c
  int found = access(path, X_OK);
  // ok: check-then-use-c
  if (access(path, R_OK) != 0) return found;
  return 0;
}
