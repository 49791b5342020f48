// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The integer square root.
library SquareRoot {
    /// @notice The largest integer whose square is at most `x`.
    function floor(uint256 x) internal pure returns (uint256 root) {
        if (x == 0) return 0;
        // A power of two above the root: Newton's steps fall from there and stop at the root itself.
        root = 1;
        for (uint256 rest = x; rest > 0; rest >>= 2) {
            root <<= 1;
        }
        while (true) {
            uint256 next = (root + x / root) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
