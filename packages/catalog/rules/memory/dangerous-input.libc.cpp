#include <cstdio>
#include <iostream>
#include <string>

void Ask() {
  char name[64];
  // ruleid: dangerous-input
  gets(name);
  // ruleid: dangerous-input
  scanf("%s", name);
}

void Safe() {
  std::string name;
  // ok: dangerous-input
  std::getline(std::cin, name);
  int age;
  // ok: dangerous-input
  scanf("%d", &age);
}
