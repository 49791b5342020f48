// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The base-2 logarithm that naive Bayes adds up, the same to the last bit wherever it is computed.
/// @notice With C = √2: `log2(x) = e + 1/2 + log2(m / C)` where `x = m * 2**e`, 1 ≤ m < 2, and
/// `log2(m / C) = (2 / ln 2) * atanh(z)` where `z = (m - C) / (m + C)`. The series in z² is cut short by a fitted
/// polynomial; LEARNING-RULES.md specifies every rounding.
library Logarithm {
    /// @dev Logarithm with 44 fractional bits of `1 <= x < 2**128`; above the true value by less than 0.3 units of the last
    /// bit, below it by less than 1.3.
    function log2(uint256 x) internal pure returns (int256 result) {
        assembly ("memory-safe") {
            let e := shl(6, lt(0xffffffffffffffff, x))
            e := or(e, shl(5, lt(0xffffffff, shr(e, x))))
            e := or(e, shl(4, lt(0xffff, shr(e, x))))
            e := or(e, shl(3, lt(0xff, shr(e, x))))
            e := or(e, shl(2, lt(0xf, shr(e, x))))
            // byte 16 + v of the table is the highest bit of v, for v from 1 to 15
            e := or(e, byte(add(16, shr(e, x)), 0x00000101020202020303030303030303))
            let m := shr(192, shl(sub(255, e), x))
            let z := sdiv(shl(60, sub(m, 13043817825332782212)), add(m, 13043817825332782212))
            let t := shr(60, mul(z, z))
            let a := add(368827433579149260, shr(60, mul(326144226817697683, t)))
            a := add(475244878817349338, shr(60, mul(a, t)))
            a := add(665325569927341993, shr(60, mul(a, t)))
            a := add(1108876091701803734, shr(60, mul(a, t)))
            a := add(3326628274460992780, shr(60, mul(a, t)))
            let y := sar(60, mul(z, a))
            result := add(add(shl(44, e), shl(43, 1)), sar(16, y))
        }
    }
}
