import Foundation
@objc public protocol P: Q { var a: Int { get set }; func f(_ x: Int) throws -> String; associatedtype T }
typealias Name = String
enum Kind: Int { case one = 1, two(Int); case three }
struct Point<T> { let x: T; var y: Int = 0 { didSet { print(oldValue) } } }
extension Point: P {}
infix operator **
/* a class */
public final class Service: Base, P {
    private static let shared = Service()
    lazy var items: [String: Int] = ["a": 1, "b": 2]
    var computed: Int { get { return 1 } set { items["x"] = newValue } }
    weak var delegate: Delegate?
    init(name: String, count n: Int = 3) { self.name = name; super.init() }
    deinit { close() }
    subscript(i: Int) -> Int { return items[i]! }
    func run(_ values: [Int], done: @escaping (Int) -> Void) async throws -> String {
        guard let first = values.first, first > 0 else { throw Failure.empty }
        if let a = first as? Int, a is Int { done(a) } else if first == 2 { return "x" } else { n += 1 }
        for (i, v) in values.enumerated() where v > 1 { print("\(i): \(v)") }
        while n < 10 { n -= 1; continue }
        repeat { break } while false
        switch kind {
        case .one: fallthrough
        case .two(let k) where k > 1: print(k)
        case let .three(a, b): print(a, b)
        default: break
        }
        do { try await risky() } catch let error as Failure { print(error) } catch { print(1) }
        let sum = values.map { $0 * 2 }.filter { (v: Int) -> Bool in v > 1 }.reduce(0, +)
        let r = 0..<5, q = n ?? -1, t = a ? b : c, u = !flag && (x || y)
        let (p, s) = (1, named: 2)
        let path = \Email.isRecent
        let text = """
        many \(lines)
        """
        let raw = #"a\b"#
        var x: Int? = nil
        x! = 5 & 3
        return try! load(url: "http://x", [1, 2]) { $0 }
    }
}
