// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {Classifier64} from "./Classifier64.sol";

/// @title A classifier whose samples are vectors of decimals, of length 1 when they are learnt.
abstract contract DenseClassifier64 is Classifier64 {
    /// @dev Shifted by this, a value that fits 64 bits has no bits beyond them.
    uint256 internal constant _HALF = 0x8000000000000000;

    /// @notice The sample has another number of values than the model.
    error WrongDimension(uint256 expected, uint256 actual);

    /// @notice The sample's length is too far from 1: it lies outside `toFloat() * (1 ± 5e-8)`.
    /// @param squaredNorm sum of its squared values
    error WrongNorm(uint256 squaredNorm);

    /// @dev Sums of squares from here on, and from there, are refused: `_F**2` less or plus `100 * _F`.
    uint256 private constant _TOO_SHORT = 1e18 - 1e11;
    uint256 private constant _TOO_LONG = 1e18 + 1e11;

    /// @inheritdoc IClassifier64
    function norm(int64[] calldata data) external pure returns (uint256) {
        return _sqrt(_squaredNorm(data));
    }

    function _requireDimension(uint256 expected, uint256 actual) internal pure {
        if (expected != actual) revert WrongDimension(expected, actual);
    }

    function _requireNorm(int64[] calldata data) internal pure {
        uint256 squared = _squaredNorm(data);
        if (squared <= _TOO_SHORT || squared >= _TOO_LONG) revert WrongNorm(squared);
    }

    /// @dev Reverts, without a message as the compiler's decoder does, when a value does not fit 64 bits.
    function _squaredNorm(int64[] calldata data) private pure returns (uint256 sum) {
        assembly ("memory-safe") {
            let excess := 0
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { p := add(p, 32) } {
                let x := calldataload(p)
                excess := or(excess, add(x, _HALF))
                sum := add(sum, mul(x, x))
            }
            if shr(64, excess) { revert(0, 0) }
        }
    }

    /// @dev Square root rounded down, by Newton's method from above.
    function _sqrt(uint256 x) private pure returns (uint256 root) {
        if (x == 0) return 0;
        root = x;
        uint256 next = (x >> 1) + 1;
        while (next < root) {
            root = next;
            next = (x / root + root) >> 1;
        }
    }
}
