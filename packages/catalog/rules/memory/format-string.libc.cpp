#include <cstdio>
#include <string>

void LogLine(const std::string& text, char* to, size_t size, const char* line) {
  // ruleid: format-string
  printf(line);
  // ruleid: format-string
  snprintf(to, size, line);
}

void Safe(const std::string& text) {
  // ok: format-string
  printf("%s", text.c_str());
  // ok: format-string
  printf("done\n");
}
