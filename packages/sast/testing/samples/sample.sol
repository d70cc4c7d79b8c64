// SPDX-License-Identifier: MIT
pragma solidity >= 0.8.0;
pragma experimental ABIEncoderV2;
import "./a.sol";
import { B as C } from "./b.sol";
using SafeMath for uint256;
uint256 constant LIMIT = 10 ether;
type Price is uint128;
error Denied(address who);
enum Kind { One, Two }
interface I { function f(uint256 a) external view returns (bool); }
library L { function g(uint a) internal pure returns (uint) { return a; } }

abstract contract A is Ownable, Base(1) {
    event Sent(address indexed to, uint value);
    struct Pair { uint a; mapping(address => uint) b; }
    address private immutable owner;
    bytes32 public constant ROLE = keccak256("r");
    mapping(address => mapping(address => uint256)) allowed;
    modifier only(address who) { require(msg.sender == who, "no"); _; }
    constructor(address a) Base(2) payable { owner = a; }
    receive() external payable {}
    fallback() external {}

    function move(address payable to, bytes memory data) public virtual override only(owner) returns (bool ok) {
        uint[] memory xs = new uint[](3);
        (bool success, bytes memory out) = to.call{value: 1 ether, gas: 5000}(data);
        (, uint b) = pair();
        if (!success) { revert Denied(to); } else if (b > 1) revert("x"); else { b++; }
        for (uint i = 0; i < xs.length; i++) { xs[i] += i ** 2; if (i == 2) continue; }
        while (b > 0) { b -= 1; break; }
        do { delete allowed[to][owner]; } while (false);
        try I(to).f(1) returns (bool v) { ok = v; } catch Error(string memory why) { emit Sent(to, 1); } catch { ok = false; }
        unchecked { b = b > 1 ? b : uint256(-1); }
        assembly { let p := mload(0x40) if iszero(p) { revert(0, 0) } mstore(p, "a") }
        Pair memory q = Pair({a: 1, b: 2});
        payable(to).transfer(type(uint).max);
        bytes memory part = data[1:2];
        return hex"00ff".length == 2 && [1, 2][0] == 1;
    }
}
