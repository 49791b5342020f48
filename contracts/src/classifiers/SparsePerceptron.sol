// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClassifier64} from "../interfaces/IClassifier64.sol";
import {Classifier64} from "./Classifier64.sol";
import {SparseClassifier64} from "./SparseClassifier64.sol";

/// @title A perceptron of two classes over samples that list the features present, by the rules "sparse-perceptron/2".
/// @dev Weights lie three to a storage slot: weight i in slot `_WEIGHTS + i / 3`, from bit `80 * (i % 3)`.
contract SparsePerceptron is SparseClassifier64 {
    /// @notice A weight left the range of 80 bits.
    error WeightOverflow();

    uint256 private constant _WEIGHTS = 0x100000000000000000000000000000000;
    uint256 private constant _WEIGHT_MASK = 0xffffffffffffffffffff;

    /// @notice What every sum of weights starts from; scaled by `toFloat()`.
    int80 public intercept;

    /// @notice How far a weight moves when the model was wrong; scaled by `toFloat()`.
    uint32 public learningRate;

    /// @param names of the two classes
    /// @param firstWeights of the features 0, 1, 2 …; scaled by `toFloat()`
    constructor(string[] memory names, int80[] memory firstWeights, int80 intercept_, uint32 learningRate_)
        Classifier64(names)
    {
        if (names.length != 2) revert WrongNumberOfClasses(names.length);
        intercept = intercept_;
        learningRate = learningRate_;
        for (uint256 i = 0; i < firstWeights.length; ++i) {
            _setWeight(i, firstWeights[i]);
        }
    }

    /// @notice Sets the weights of the features `start`, `start + 1` … Only the owner may call it.
    function initializeWeights(uint64 start, int80[] calldata moreWeights) external onlyOwner {
        for (uint256 i = 0; i < moreWeights.length; ++i) {
            _setWeight(start + i, moreWeights[i]);
        }
    }

    /// @notice Sets the weights of single features. Only the owner may call it.
    /// @param pairs of a feature's index and its weight
    function initializeSparseWeights(int80[][] calldata pairs) external onlyOwner {
        for (uint256 i = 0; i < pairs.length; ++i) {
            int80[] calldata pair = pairs[i];
            _requireLength(2, pair.length);
            int80 index = pair[0];
            if (index < 0) revert IndexOutOfRange(index);
            // forge-lint: disable-next-line(unsafe-typecast) -- not negative, as compared above.
            _setWeight(uint80(index), pair[1]);
        }
    }

    /// @inheritdoc IClassifier64
    function update(int64[] calldata data, uint64 classification) external onlyOwner {
        if (classification > 1) revert LabelOutOfRange(classification, 2);
        if (predict(data) == classification) return;
        int256 step = int256(uint256(learningRate));
        if (classification == 0) step = -step;
        bool overflow;
        assembly ("memory-safe") {
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { p := add(p, 32) } {
                let index := calldataload(p)
                let slot := add(_WEIGHTS, div(index, 3))
                let shift := mul(80, mod(index, 3))
                let word := sload(slot)
                let weight := add(signextend(9, shr(shift, word)), step)
                overflow := or(overflow, iszero(eq(weight, signextend(9, weight))))
                word := and(word, not(shl(shift, _WEIGHT_MASK)))
                sstore(slot, or(word, shl(shift, and(weight, _WEIGHT_MASK))))
            }
        }
        if (overflow) revert WeightOverflow();
    }

    /// @notice How many of these samples the model takes for what their labels say.
    /// @param dataKeys samples of 60 features each
    function evaluateBatch(uint24[60][] calldata dataKeys, uint64[] calldata labels)
        external
        view
        returns (uint256 numCorrect)
    {
        _requireLength(dataKeys.length, labels.length);
        for (uint256 i = 0; i < dataKeys.length; ++i) {
            int256 sum = intercept;
            for (uint256 j = 0; j < 60; ++j) {
                sum += _weight(dataKeys[i][j]);
            }
            if (labels[i] == (sum > 0 ? 1 : 0)) ++numCorrect;
        }
    }

    /// @notice The weight of a feature; scaled by `toFloat()`.
    function weights(uint64 index) external view returns (int80) {
        return _weight(index);
    }

    /// @inheritdoc IClassifier64
    function learningRules() external pure returns (string memory) {
        return "sparse-perceptron/2";
    }

    /// @inheritdoc IClassifier64
    function predict(int64[] calldata data) public view returns (uint64) {
        _requireIndices(data, 63);
        int256 sum = intercept;
        assembly ("memory-safe") {
            let end := add(data.offset, shl(5, data.length))
            for { let p := data.offset } lt(p, end) { p := add(p, 32) } {
                let index := calldataload(p)
                let word := sload(add(_WEIGHTS, div(index, 3)))
                sum := add(sum, signextend(9, shr(mul(80, mod(index, 3)), word)))
            }
        }
        return sum > 0 ? 1 : 0;
    }

    function _weight(uint256 index) private view returns (int80 weight) {
        assembly ("memory-safe") {
            weight := signextend(9, shr(mul(80, mod(index, 3)), sload(add(_WEIGHTS, div(index, 3)))))
        }
    }

    function _setWeight(uint256 index, int80 weight) private {
        // forge-lint: disable-next-line(unsafe-typecast) -- it fits 81 bits.
        if (index > type(uint64).max) revert IndexOutOfRange(int256(index));
        assembly ("memory-safe") {
            let slot := add(_WEIGHTS, div(index, 3))
            let shift := mul(80, mod(index, 3))
            let others := and(sload(slot), not(shl(shift, _WEIGHT_MASK)))
            sstore(slot, or(others, shl(shift, and(weight, _WEIGHT_MASK))))
        }
    }
}
