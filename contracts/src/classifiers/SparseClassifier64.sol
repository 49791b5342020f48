// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {Classifier64} from "./Classifier64.sol";

/// @title A classifier whose samples list the indices of the features that are present.
abstract contract SparseClassifier64 is Classifier64 {
    /// @notice A list of indices has no length in space.
    error NormNotDefined();

    /// @inheritdoc IClassifier64
    function norm(int64[] calldata) external pure returns (uint256) {
        revert NormNotDefined();
    }

    /// @dev Reverts when an entry is negative or needs more than so many bits. Entries are judged as whole words, so that
    /// no call gets past it with bits beyond the 64.
    function _requireIndices(int64[] calldata data, uint256 bits) internal pure {
        bool inRange;
        assembly ("memory-safe") {
            let seen := 0
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { p := add(p, 32) } { seen := or(seen, calldataload(p)) }
            inRange := iszero(shr(bits, seen))
        }
        if (!inRange) _refuseIndex(data, bits);
    }

    function _refuseIndex(int64[] calldata data, uint256 bits) private pure {
        for (uint256 i = 0; i < data.length; ++i) {
            int256 index;
            assembly ("memory-safe") {
                index := calldataload(add(data.offset, shl(5, i)))
            }
            if (index < 0 || index >> bits != 0) revert IndexOutOfRange(index);
        }
    }
}
