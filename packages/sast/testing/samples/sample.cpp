#include <vector>
#define LIMIT 10
using namespace std;
using std::string;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;
namespace app::web { int inner(); }
namespace {
template <typename T, int N = 3, class... Rest> requires Copyable<T>
class Server final : public Base, private virtual other::Thing<T> {
 public:
  explicit Server(Db *db, int n = 1) : Base(db), db_{db}, n(n) { this->n = n; }
  Server(const Server &) = default;
  Server &operator=(Server &&other) noexcept = delete;
  virtual ~Server() {}
  virtual int area() const = 0;
  operator bool() const { return true; }
  bool operator==(const Server &o) const { return n == o.n; }
  static constexpr int Max = 5;
  friend class Other;
  T value{}, *next = nullptr;
  enum class Color : char { Red, Green = 2 };
  template <typename U> auto get(U &&u, Rest &&...rest) -> decltype(u) { return forward<Rest>(rest)...; }
 private:
  Db *db_;
  int n;
};
}
struct Point { int x, y; };
concept Small = sizeof(int) < 8;
int Server::find(const std::string &id, char **argv, ...) try {
  std::string sql = "select * from t where id = " + id + R"(raw \)" "next" + L'c' + "x"_s;
  auto rows = db_->query<int>(sql.c_str(), std::move(id), {1, 2});
  auto [a, b] = pair(1, 2);
  int *p = new int[10], *q = new (buf) int(3); auto s = new Server(p); delete[] p; delete s;
  auto fn = [&, this, x = 1](int a, auto b) mutable -> int { return a + x; }; auto gn = [] { return 1; };
  int c = static_cast<int>(1.5), d = (int)a, e(5), f{6}, g = int(7); x[0] = y[1];
  if (auto it = m.find(id); it != m.end() and not done) { one(); } else if (int z = two()) { } else three();
  for (auto &row : rows) use(row);
  for (int i = 0; const auto [k, v] : m) { continue; }
  for (int i = 0, j = 1; i < 10; i++, --j) { break; }
  while (x < 1) x += 1; do { x--; } while (x);
  switch (x) { case 1: one(); break; default: two(); }
  try { risky(); } catch (const std::exception &e) { throw; } catch (...) { throw Error("x"); }
  goto end; end: ;
  static_assert(sizeof(int) == 4, "x"); (... + rest); (rest + ...);
  co_await task(); co_yield 1; co_return 2;
  T::template call<int>(a); ns::A<int>::call(b); obj.template m<int>(); x = a ? b : c; y = !a || -b; nullptr; true;
  if constexpr (N > 1) { return N; }
  return ::global(a, *p, &b);
} catch (...) { return 1; }
template class Server<int>;
extern "C" { void plain(void); }
