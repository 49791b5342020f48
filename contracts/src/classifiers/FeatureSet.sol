// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The distinct features of a sample, in rising order.
library FeatureSet {
    /// @dev Copies a sample to memory; sorts it and skips equals unless it is strictly rising as it came, which costs
    /// next to nothing to see. Entries must not be negative.
    function distinct(int64[] calldata data) internal pure returns (uint256[] memory features) {
        uint256 length = data.length;
        features = new uint256[](length);
        bool rising;
        assembly ("memory-safe") {
            let p := add(features, 32)
            let end := add(p, shl(5, length))
            calldatacopy(p, data.offset, shl(5, length))
            rising := 1
            for { p := add(p, 32) } lt(p, end) { p := add(p, 32) } {
                rising := and(rising, lt(mload(sub(p, 32)), mload(p)))
            }
        }
        if (!rising) {
            features = _sorted(features);
            _skipEquals(features);
        }
    }

    /// @dev Merges runs of 1, 2, 4 … entries, from one array to another and back.
    function _sorted(uint256[] memory from) private pure returns (uint256[] memory) {
        uint256 length = from.length;
        uint256[] memory to = new uint256[](length);
        for (uint256 run = 1; run < length; run <<= 1) {
            for (uint256 start = 0; start < length; start += run << 1) {
                _merge(from, to, start, _least(start + run, length), _least(start + (run << 1), length));
            }
            (from, to) = (to, from);
        }
        return from;
    }

    /// @dev Merges the rising runs [left, middle) and [middle, right) into the same places of the other array.
    function _merge(uint256[] memory from, uint256[] memory to, uint256 left, uint256 middle, uint256 right)
        private
        pure
    {
        assembly ("memory-safe") {
            let target := add(to, shl(5, add(left, 1)))
            let a := add(from, shl(5, add(left, 1)))
            let b := add(from, shl(5, add(middle, 1)))
            let endA := b
            let endB := add(from, shl(5, add(right, 1)))
            for {} or(lt(a, endA), lt(b, endB)) { target := add(target, 32) } {
                let takeA := and(lt(a, endA), or(eq(b, endB), lt(mload(a), mload(b))))
                switch takeA
                case 1 {
                    mstore(target, mload(a))
                    a := add(a, 32)
                }
                default {
                    mstore(target, mload(b))
                    b := add(b, 32)
                }
            }
        }
    }

    /// @dev Moves the first of each group of equals forward and shortens the array.
    function _skipEquals(uint256[] memory features) private pure {
        assembly ("memory-safe") {
            let last := add(features, 32)
            let end := add(last, shl(5, mload(features)))
            for { let p := add(last, 32) } lt(p, end) { p := add(p, 32) } {
                let value := mload(p)
                if lt(mload(last), value) {
                    last := add(last, 32)
                    mstore(last, value)
                }
            }
            mstore(features, shr(5, sub(last, features)))
        }
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
