#include <cstdlib>
#include <string>

int Resize(const std::string& file) {
  std::string command = "convert " + file;
  // ruleid: shell-command-c
  return system(command.c_str());
}

int Other(const char* command) {
  // ruleid: shell-command-c
  return system(command);
}

int Safe() {
  // ok: shell-command-c
  int done = system("sync");
  // ok: shell-command-c
  return done + system("true");
}
